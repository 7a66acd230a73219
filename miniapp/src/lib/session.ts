import { readStored, writeStored } from './storage';

/**
 * The member's session: silent, asked for once and shared by all who wait. How it is opened (code, share, merchant) is given in by the
 * app at its start, so that this file needs neither the API nor the platform, and can be tried without them.
 */
export interface StoredSession {
  token: string;
  merchant: string;
  /** Who was played when it was opened; another person in the preview needs another session. */
  actor: string | null;
}

export interface SessionDoor {
  merchant: string;
  actor(): string | null;
  open(): Promise<string>;
  /** Moments' single page has no sign-in: everything there is read without a token. */
  isClosed(): boolean;
}

let door: SessionDoor | null = null;
let session: StoredSession | null = null;
let opening: Promise<string> | null = null;

export function installSession(given: SessionDoor): void {
  door = given;
  session = null;
  opening = null;
}

/** The bearer token, opening a session if there is none; null where nobody can sign in. */
export async function memberToken(): Promise<string | null> {
  if (!door) throw new Error('the session has not been installed');
  if (door.isClosed()) return null;
  session ??= readStored<StoredSession>('session');
  if (session && session.merchant === door.merchant && session.actor === door.actor()) return session.token;
  opening ??= openSession(door).finally(() => {
    opening = null;
  });
  return opening;
}

async function openSession(from: SessionDoor): Promise<string> {
  const actor = from.actor();
  const token = await from.open();
  session = { token, merchant: from.merchant, actor };
  writeStored('session', session);
  return token;
}

/** Drops a token that the server no longer takes; the next call opens another. */
export function forgetToken(): void {
  session = null;
  writeStored('session', null);
}

/** Whether a token is at hand without asking for one. */
export function hasToken(): boolean {
  return session !== null;
}
