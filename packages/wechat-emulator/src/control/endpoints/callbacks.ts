import type { Callback } from '../../callbacks/callback';
import { deliverNow } from '../../callbacks/deliver';
import { plan, unplan } from '../../clock/agenda';
import { flag, integer, list, object, optional, text } from '../../shape';
import type { World } from '../../state/world';
import { ControlRefusal, controlBare, controlPost, known } from '../control-route';
import { attemptView, callbackView } from '../views';
import { readModeName } from './callback-modes';

const ID = { id: text(64) };

/** `GET /control/callbacks?state=&event=&mchid=&subject=`, in order of making. */
export const listCallbacks = controlBare('GET', '/control/callbacks', ({ world, query }) => {
  const fits = (callback: Callback) =>
    (['state', 'event', 'mchid', 'subject'] as const).every(
      (name) => (query.get(name) ?? callback[name]) === callback[name],
    );
  return { callbacks: Object.values(world.state().callbacks).filter(fits).map(callbackView) };
});

/** `POST /control/callbacks/deliver`: once now, beside the schedule. */
export const deliver = controlPost(
  '/control/callbacks/deliver',
  object({ ...ID, modes: optional(list(text(32))) }),
  async ({ world, body }) => {
    const callback = find(world, body.id);
    const attempt = await deliverNow(world, callback, (body.modes ?? []).map(readModeName));
    return { callback: callbackView(callback), attempt: attemptView(attempt) };
  },
);

/** `POST /control/callbacks/drop`: never again. */
export const drop = controlPost('/control/callbacks/drop', object(ID), ({ world, body }) => {
  const callback = find(world, body.id);
  unplan(world.state(), 'deliver-callback', callback.id);
  Object.assign(callback, { state: 'dropped', dueAt: null });
  return { callback: callbackView(callback) };
});

/** `POST /control/callbacks/duplicate`: more deliveries of the same, one by one or at once. */
export const duplicate = controlPost(
  '/control/callbacks/duplicate',
  object({ ...ID, count: integer(1, 50), concurrent: optional(flag()) }),
  async ({ world, body }) => {
    const callback = find(world, body.id);
    const rounds = Array.from({ length: body.count }, () => () => deliverNow(world, callback, []));
    if (body.concurrent) return { attempts: (await Promise.all(rounds.map((round) => round()))).map(attemptView) };
    const attempts = [];
    for (const round of rounds) attempts.push(attemptView(await round()));
    return { attempts };
  },
);

/** `POST /control/callbacks/delay`: the next attempt comes that much later. */
export const delay = controlPost(
  '/control/callbacks/delay',
  object({ ...ID, seconds: integer(0) }),
  ({ world, body }) => {
    const callback = pending(world, body.id);
    replan(world, callback, callback.dueAt + body.seconds * 1000);
    return { callback: callbackView(callback) };
  },
);

/** `POST /control/callbacks/reorder`: the due instants stay, the callbacks swap them. */
export const reorder = controlPost(
  '/control/callbacks/reorder',
  object({ ids: list(text(64), 2, 1000) }),
  ({ world, body }) => {
    const callbacks = body.ids.map((id) => pending(world, id));
    const instants = callbacks.map((callback) => callback.dueAt).sort((a, b) => a - b);
    for (const [index, callback] of callbacks.entries()) replan(world, callback, instants[index] ?? callback.dueAt);
    return { callbacks: callbacks.map(callbackView) };
  },
);

function find(world: World, id: string): Callback {
  return known(world.state().callbacks[id], 'unknown-callback', `There is no callback ${id}.`);
}

function pending(world: World, id: string): Callback & { dueAt: number } {
  const callback = find(world, id);
  if (callback.state === 'pending' && callback.dueAt !== null) return callback as Callback & { dueAt: number };
  throw new ControlRefusal(
    409,
    'callback-not-pending',
    `The callback ${id} is ${callback.isHeld ? 'held' : callback.state}.`,
  );
}

function replan(world: World, callback: Callback, dueAt: number): void {
  unplan(world.state(), 'deliver-callback', callback.id);
  callback.dueAt = dueAt;
  plan(world.state(), dueAt, 'deliver-callback', callback.id);
}
