import { anything, flag, integer, isObject, object, optional, text } from '../../shape';
import { type EmulatorState, emptyBooks } from '../../state/emulator-state';
import type { World } from '../../state/world';
import { ControlRefusal, controlBare, controlPost } from '../control-route';
import { clockView } from '../views';

const USUAL_LIMIT = 500;

/** `GET /control/journal?listener=&endpoint=&unmodelled=1&since=&limit=`. */
export const readJournal = controlBare('GET', '/control/journal', ({ world, query }) => {
  const { unmodelled } = world.state();
  const since = Number(query.get('since') ?? 0);
  const limit = Number(query.get('limit') ?? USUAL_LIMIT);
  const source = query.get('unmodelled') ? unmodelled : world.journal.read();
  const entries = source.filter(
    (entry) =>
      entry.seq > since &&
      (query.get('listener') ?? entry.listener) === entry.listener &&
      (query.get('endpoint') ?? entry.endpoint) === entry.endpoint,
  );
  return { entries: entries.slice(-limit), unmodelled: unmodelled.length };
});

/** `DELETE /control/journal`. */
export const clearJournal = controlBare('DELETE', '/control/journal', ({ world }) => {
  world.journal.clear();
  return { entries: [], unmodelled: 0 };
});

/** `POST /control/reset`: everything but the pairs, the people and the clock; `all` takes the people too. */
export const reset = controlPost(
  '/control/reset',
  object({ seed: optional(integer(0)), all: optional(flag()) }),
  ({ world, body }) => {
    resetBooks(world, body.seed);
    if (body.all) Object.assign(world.state(), { users: {}, openids: {} });
    return clockView(world);
  },
);

/** `POST /control/snapshot`: the whole state, keys included. */
export const snapshot = controlPost('/control/snapshot', object({}), ({ world }) => ({ state: world.state() }));

/** `POST /control/restore`: a state that a snapshot gave. */
export const restore = controlPost(
  '/control/restore',
  object({ state: anything(), keepClock: optional(flag()) }),
  ({ world, body }) => {
    if (!isObject(body.state) || body.state['version'] !== 1) {
      throw new ControlRefusal(400, 'invalid-body', '/state is what a snapshot gave.');
    }
    const { clock } = world.state();
    const next = body.state as unknown as EmulatorState;
    world.replaceState(body.keepClock ? { ...next, clock } : next);
    world.nonces.clear();
    world.rates.clear();
    return clockView(world);
  },
);

/** `POST /control/listeners`: connection refused, and back again on the same port. */
export const listeners = controlPost(
  '/control/listeners',
  object({ mp: optional(text(4, { pattern: /^(up|down)$/ })), pay: optional(text(4, { pattern: /^(up|down)$/ })) }),
  async ({ stage, body }) => {
    if (body.mp) await stage.switchListener('mp', body.mp === 'up');
    if (body.pay) await stage.switchListener('pay', body.pay === 'up');
    return stage.bases();
  },
);

function resetBooks(world: World, seed: number | undefined): void {
  const state = world.state();
  const { merchant, user } = state.counters;
  const kept = Object.fromEntries(Object.entries({ merchant, user }).filter(([, count]) => count !== undefined));
  Object.assign(state, emptyBooks(), { counters: kept, seed: seed ?? state.seed, random: (seed ?? state.seed) >>> 0 });
  for (const one of Object.values(state.merchants)) one.operationUsed = 0;
  for (const user of Object.values(state.users)) user.seenAt = {};
  world.nonces.clear();
  world.rates.clear();
  world.journal.clear();
}
