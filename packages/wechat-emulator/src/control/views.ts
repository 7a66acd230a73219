import type { Attempt, Callback } from '../callbacks/callback';
import { nextDueAt } from '../clock/agenda';
import type { App, Merchant, User } from '../state/parties';
import { unionidOf } from '../state/users';
import type { World } from '../state/world';

/** What the control listener shows of the state, in the shapes of the package's README. */

const utc = (epochMs: number): string => new Date(epochMs).toISOString();
const utcOrNull = (epochMs: number | null): string | null => (epochMs === null ? null : utc(epochMs));

export interface ClockView {
  now: string;
  nowMs: number;
  offsetMs: number;
  rate: number;
  nextDueAt: string | null;
  nextDueAtMs: number | null;
}

export function clockView(world: World): ClockView {
  const nowMs = world.clock.now();
  const due = nextDueAt(world.state());
  return {
    now: utc(nowMs),
    nowMs,
    offsetMs: world.clock.offsetMs(),
    rate: world.clock.rate(),
    nextDueAt: utcOrNull(due),
    nextDueAtMs: due,
  };
}

export interface PairView {
  name: string;
  app: App & { homePage: string | null };
  merchant: Pick<
    Merchant,
    | 'mchid'
    | 'appids'
    | 'serial'
    | 'certificate'
    | 'apiV3Key'
    | 'signMode'
    | 'switchingPercent'
    | 'publicKeyId'
    | 'platformSerial'
    | 'platformCertificate'
    | 'settings'
  > & { privateKey: string; publicKey: string };
}

/** Everything that a server needs to be this merchant: its own private key, and of WeChat's keys the public halves only. */
export function pairView(world: World, merchant: Merchant): PairView {
  const app = world.state().apps[merchant.appids[0] ?? ''];
  if (!app) throw new Error(`The merchant ${merchant.mchid} has no app.`);
  const { name, keys, publicKey, platformKey: _secret, operationUsed: _used, ...open } = merchant;
  return {
    name,
    app: { ...app, homePage: app.releasedPages[0] ?? null },
    merchant: { ...open, privateKey: keys.privateKey, publicKey: publicKey.publicKey },
  };
}

export interface ConfigView {
  mp: string;
  pay: string;
  control: string;
  clock: ClockView;
  pairs: PairView[];
}

export function configView(world: World, bases: Pick<ConfigView, 'mp' | 'pay' | 'control'>): ConfigView {
  const merchants = Object.values(world.state().merchants);
  return { ...bases, clock: clockView(world), pairs: merchants.map((merchant) => pairView(world, merchant)) };
}

export function userView(user: User): Record<string, unknown> {
  const { seenAt: _seenAt, ...open } = user;
  return { ...open, unionid: user.hasUnionid ? unionidOf(user) : null };
}

export function attemptView(attempt: Attempt): Record<string, unknown> {
  return { ...attempt, at: utc(attempt.at) };
}

export function callbackView(callback: Callback): Record<string, unknown> {
  const { madeAt, dueAt, attempts, modes, ...open } = callback;
  return {
    ...open,
    modes: modes.map((mode) => mode.mode),
    attempts: attempts.map(attemptView),
    madeAt: utc(madeAt),
    dueAt: utcOrNull(dueAt),
  };
}
