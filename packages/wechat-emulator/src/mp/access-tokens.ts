import type { AccessToken } from '../state/emulator-state';
import { randomText } from '../state/seeded';
import type { World } from '../state/world';
import type { MpErrcode } from './mp-answer';

const LIFE_MS = 7_200_000;
/** How long an old and a new token live side by side. */
const OVERLAP_MS = 300_000;
const TOKEN_CHARACTERS = 136;
const KEPT_EXPIRED_MS = 86_400_000;
const FORCED_A_DAY = 20;
const FORCED_APART_MS = 30_000;
const DAY_MS = 86_400_000;

/** The token of `stable_token`: the same while it is valid, a new one beside it in its last five minutes (wechat.md 1.1). */
export function stableToken(world: World, appid: string): AccessToken {
  const now = world.clock.now();
  const current = livingTokens(world, appid, 'stable').at(-1);
  return current && current.expiresAt - now >= OVERLAP_MS ? current : issue(world, appid, 'stable');
}

/** Force mode invalidates what there was; more often than 20 times a day or every 30 s it does not refresh. */
export function forcedToken(world: World, appid: string): AccessToken {
  const state = world.state();
  const now = world.clock.now();
  const ofToday = (state.forcedRefreshes[appid] ?? []).filter((at) => at > now - DAY_MS);
  const isTooOften =
    ofToday.length >= FORCED_A_DAY || now - (ofToday.at(-1) ?? Number.NEGATIVE_INFINITY) < FORCED_APART_MS;
  if (isTooOften) return stableToken(world, appid);
  state.forcedRefreshes[appid] = [...ofToday, now];
  for (const token of livingTokens(world, appid, 'stable')) token.isRevoked = true;
  return issue(world, appid, 'stable');
}

/** The token of the old call: new each time, the one before lives five minutes more. Stable tokens know nothing of it. */
export function plainToken(world: World, appid: string): AccessToken {
  const until = world.clock.now() + OVERLAP_MS;
  const living = livingTokens(world, appid, 'plain');
  for (const token of living) token.expiresAt = Math.min(token.expiresAt, until);
  for (const token of living.slice(0, -1)) token.isRevoked = true;
  return issue(world, appid, 'plain');
}

export function revokeTokens(world: World, appid: string): number {
  const living = world.state().tokens.filter((token) => token.appid === appid && !token.isRevoked);
  for (const token of living) token.isRevoked = true;
  return living.length;
}

/** Whose token it is, or the errcode: missing, malformed, unknown or superseded, expired. */
export function appidOf(world: World, token: string | null): string | MpErrcode {
  if (!token) return 41001;
  if (!/^[0-9A-Za-z_-]{64,512}$/.test(token)) return 40014;
  const known = world.state().tokens.find((candidate) => candidate.token === token);
  if (!known || known.isRevoked) return 40001;
  return known.expiresAt <= world.clock.now() ? 42001 : known.appid;
}

function livingTokens(world: World, appid: string, kind: AccessToken['kind']): AccessToken[] {
  const now = world.clock.now();
  const isLiving = (token: AccessToken) =>
    token.appid === appid && token.kind === kind && !token.isRevoked && token.expiresAt > now;
  return world.state().tokens.filter(isLiving);
}

function issue(world: World, appid: string, kind: AccessToken['kind']): AccessToken {
  const state = world.state();
  const now = world.clock.now();
  const token = {
    token: `99_${randomText(state, TOKEN_CHARACTERS)}`,
    appid,
    kind,
    issuedAt: now,
    expiresAt: now + LIFE_MS,
    isRevoked: false,
  };
  state.tokens = state.tokens.filter((old) => old.expiresAt > now - KEPT_EXPIRED_MS);
  state.tokens.push(token);
  return token;
}
