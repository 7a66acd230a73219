import type { Entry } from './platform';
import { readStored, writeStored } from './storage';

/** WeChat's scene of a page opened inside Moments: no sign-in, no navigation, read only. */
export const MOMENTS_SCENE = 1154;

const CODE = /^[0-9A-Za-z_-]{4,32}$/;

/** The share code that somebody came with: `s` of the address before the decoded `scene` of a mini-program code. */
export function shareCodeOf(query: Record<string, string | undefined>): string | null {
  const direct = query['s'];
  if (direct && CODE.test(direct)) return direct;
  const scene = decodeScene(query['scene']);
  return scene && CODE.test(scene) ? scene : null;
}

/** The scene of a code may be the code alone, or `s=CODE`. */
function decodeScene(scene: string | undefined): string | null {
  if (!scene) return null;
  try {
    const text = decodeURIComponent(scene);
    return /(?:^|&)s=([^&]+)/.exec(text)?.[1] ?? text;
  } catch {
    return null;
  }
}

/** Remembers the code of an entry until the server has been told; the newest way in counts. */
export function noteEntry(entry: Entry): string | null {
  const code = shareCodeOf(entry.query);
  if (code) writeStored('pending-share', { code, scene: entry.scene, path: entry.path });
  return code;
}

export interface PendingShare {
  code: string;
  scene: number;
  path: string;
}

export function pendingShare(): PendingShare | null {
  return readStored<PendingShare>('pending-share');
}

/** Called once the server has it: it decides about binding, not the phone. */
export function settleShare(code: string): void {
  if (pendingShare()?.code === code) writeStored('pending-share', null);
}
