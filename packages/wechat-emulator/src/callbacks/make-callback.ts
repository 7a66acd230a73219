import { plan } from '../clock/agenda';
import { nextCount } from '../state/seeded';
import type { World } from '../state/world';
import type { AppliedMode, Callback, CallbackMode } from './callback';

export type NewCallback = Pick<
  Callback,
  | 'channel'
  | 'event'
  | 'mchid'
  | 'appid'
  | 'subject'
  | 'url'
  | 'summary'
  | 'originalType'
  | 'associatedData'
  | 'resource'
>;

/** Writes a callback down, with the modes that wait for it, and plans its first attempt for now (or later, or never). */
export function makeCallback(world: World, ask: NewCallback): Callback {
  const state = world.state();
  const now = world.clock.now();
  const modes = takeModes(world, ask.event, ask.mchid);
  const isHeld = modes.some((mode) => mode.mode === 'hold');
  const lateSeconds = modes.reduce((sum, mode) => sum + (mode.mode === 'delay' ? mode.seconds : 0), 0);
  const dueAt = isHeld ? null : now + lateSeconds * 1000;
  const id = `EV-${new Date(now).toISOString().slice(0, 10).replaceAll('-', '')}${String(nextCount(state, 'callback')).padStart(16, '0')}`;
  const callback: Callback = {
    id,
    ...ask,
    state: 'pending',
    isHeld,
    modes,
    attempts: [],
    scheduledAttempts: 0,
    madeAt: now,
    dueAt,
  };
  state.callbacks[id] = callback;
  if (dueAt !== null) plan(state, dueAt, 'deliver-callback', id);
  return callback;
}

function takeModes(world: World, event: string, mchid: string): AppliedMode[] {
  const state = world.state();
  const matching = state.callbackModes.filter((mode) => isAbout(mode, event, mchid));
  for (const mode of matching) {
    if (mode.callbacksLeft !== null) mode.callbacksLeft -= 1;
  }
  state.callbackModes = state.callbackModes.filter((mode) => mode.callbacksLeft !== 0);
  return matching.map(({ mode, attempts, seconds, count }) => ({ mode, attempts, seconds, count }));
}

function isAbout(mode: CallbackMode, event: string, mchid: string): boolean {
  if (mode.mchid !== null && mode.mchid !== mchid) return false;
  if (mode.event === '*' || mode.event === event) return true;
  return mode.event.endsWith('.*') && event.startsWith(mode.event.slice(0, -1));
}
