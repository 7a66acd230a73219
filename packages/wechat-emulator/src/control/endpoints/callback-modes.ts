import type { CallbackMode, CallbackModeName } from '../../callbacks/callback';
import { integer, object, optional, text } from '../../shape';
import { nextCount } from '../../state/seeded';
import { ControlRefusal, controlBare, controlPost } from '../control-route';

const NAMES = [
  'signtest',
  'bad-signature',
  'missing-headers',
  'wrong-serial',
  'stale-timestamp',
  'future-timestamp',
  'tampered-ciphertext',
  'wrong-api-key',
  'empty-aad',
  'absent-aad',
  'unknown-event-type',
  'extra-fields',
  'different-amount',
  'other-mchid',
  'fresh-id',
  'lose',
  'hold',
  'delay',
  'duplicate',
] as const satisfies readonly CallbackModeName[];

/** `POST /control/callback-modes`: a mode for callbacks made from now on (wechat.md 5.4). */
export const addCallbackMode = controlPost(
  '/control/callback-modes',
  object({
    mode: text(32),
    event: optional(text(64)),
    mchid: optional(text(32)),
    callbacks: optional(integer(0)),
    attempts: optional(integer(0)),
    seconds: optional(integer(0)),
    count: optional(integer(1, 50)),
  }),
  ({ world, body }) => {
    const state = world.state();
    const callbacks = body.callbacks ?? 1;
    const mode: CallbackMode = {
      id: `mode-${nextCount(state, 'callback-mode')}`,
      mode: readModeName(body.mode),
      event: body.event ?? '*',
      mchid: body.mchid ?? null,
      callbacksLeft: callbacks === 0 ? null : callbacks,
      attempts: body.attempts ?? 1,
      seconds: body.seconds ?? 0,
      count: body.count ?? 2,
    };
    state.callbackModes.push(mode);
    return mode;
  },
);

/** `GET /control/callback-modes`. */
export const listCallbackModes = controlBare('GET', '/control/callback-modes', ({ world }) => ({
  modes: world.state().callbackModes,
}));

/** `DELETE /control/callback-modes`: none waits any more; callbacks that have one keep it. */
export const clearCallbackModes = controlBare('DELETE', '/control/callback-modes', ({ world }) => {
  world.state().callbackModes = [];
  return { modes: [] };
});

export function readModeName(name: string): CallbackModeName {
  const found = NAMES.find((candidate) => candidate === name);
  if (found) return found;
  throw new ControlRefusal(400, 'unknown-mode', `There is no callback mode "${name}".`);
}
