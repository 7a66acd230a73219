import type { PhoneCode } from '../state/emulator-state';
import type { User } from '../state/parties';
import { nextCount, randomText } from '../state/seeded';
import type { World } from '../state/world';

const LIFE_MS = 300_000;
const KEPT_EXPIRED_MS = 3_600_000;

/** A code as the phone hands it out: bound to app and user, for five minutes and one use. */
export function mintCode(world: World, kind: PhoneCode['kind'], appid: string, userId: string) {
  const state = world.state();
  const now = world.clock.now();
  const living = Object.entries(state.codes).filter(([, code]) => code.expiresAt > now - KEPT_EXPIRED_MS);
  state.codes = Object.fromEntries(living);
  const code = `0${kind === 'login' ? 'l' : 'p'}${nextCount(state, 'code')}x${randomText(state, 24)}`;
  const expiresAt = now + LIFE_MS;
  state.codes[code] = { kind, appid, userId, expiresAt, isUsed: false };
  return { code, expiresAt };
}

/** Uses a code up; the other answers tell what it is instead. A code of another kind or app is as unknown as any. */
export function useCode(
  world: World,
  kind: PhoneCode['kind'],
  appid: string,
  code: unknown,
): User | 'unknown' | 'used' {
  const state = world.state();
  const known = typeof code === 'string' ? state.codes[code] : undefined;
  const user = known && state.users[known.userId];
  if (!known || !user || known.kind !== kind || known.appid !== appid) return 'unknown';
  if (known.isUsed) return 'used';
  if (known.expiresAt <= world.clock.now()) return 'unknown';
  known.isUsed = true;
  return user;
}
