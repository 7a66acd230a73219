import { createHash } from 'node:crypto';
import type { EmulatorState } from './emulator-state';
import type { User } from './parties';
import { nextCount } from './seeded';

export type UserAsk = Partial<Omit<User, 'seenAt'>>;

/** The openid of a person in an app: 28 characters, always the same for the same two. */
export function openidFor(appid: string, userId: string): string {
  return `o${createHash('sha256').update(`${appid}|${userId}`).digest('base64url').slice(0, 27)}`;
}

/** The unionid of a person whose apps are bound to an Open Platform account. */
export function unionidOf(user: User): string {
  return `oU${createHash('sha256').update(user.id).digest('base64url').slice(0, 26)}`;
}

/** A person by id, made if new; given fields are applied, the others stay. */
export function putUser(state: EmulatorState, ask: UserAsk): User {
  const id = ask.id ?? `user-${nextCount(state, 'user')}`;
  const user = state.users[id] ?? newUser(id);
  const { openids = {}, id: _sameId, ...fields } = ask;
  Object.assign(user, fields);
  state.users[id] = user;
  for (const appid of Object.keys(state.apps)) enrol(state, user, appid, openids[appid]);
  return user;
}

/** The number of a person whom nobody gave one: WeChat accounts have a phone. 11 digits, always the same for the same person. */
function phoneFor(id: string): string {
  const digits = createHash('sha256').update(`phone|${id}`).digest().readUInt32BE(0) % 100_000_000;
  return `199${String(digits).padStart(8, '0')}`;
}

/** By id or by any openid. */
export function findUser(state: EmulatorState, name: string): User | undefined {
  const id = Object.hasOwn(state.users, name) ? name : state.openids[name]?.userId;
  return id === undefined ? undefined : state.users[id];
}

function newUser(id: string): User {
  return {
    id,
    nickname: id,
    phone: phoneFor(id),
    realName: null,
    highRisk: false,
    hasUnionid: false,
    riskRank: 0,
    riskUnknown: false,
    transferFailReason: null,
    openids: {},
    seenAt: {},
  };
}

function enrol(state: EmulatorState, user: User, appid: string, wished: string | undefined): void {
  const openid = wished ?? user.openids[appid] ?? openidFor(appid, user.id);
  const former = user.openids[appid];
  if (former !== undefined && former !== openid) delete state.openids[former];
  user.openids[appid] = openid;
  state.openids[openid] = { userId: user.id, appid };
}
