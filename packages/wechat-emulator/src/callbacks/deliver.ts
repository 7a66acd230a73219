import { plan, unplan } from '../clock/agenda';
import type { World } from '../state/world';
import type { AppliedMode, Attempt, AttemptOutcome, Callback, CallbackModeName } from './callback';
import { asProbe, type Envelope, payEnvelope } from './pay-envelope';
import { type PostAnswer, post } from './post';
import { pushEnvelope } from './push-envelope';
import { PAY_RETRY_SECONDS, PUSH_RETRY_SECONDS } from './schedule';

/** The planned attempt of a callback: what came of it decides between delivered, the next retry, and exhausted. */
export async function deliverOnSchedule(world: World, id: string): Promise<void> {
  const callback = world.state().callbacks[id];
  if (callback?.state !== 'pending') return;
  const startedAt = callback.dueAt ?? world.clock.now();
  const modes = callback.modes.filter((mode) => mode.attempts === 0 || callback.scheduledAttempts < mode.attempts);
  callback.scheduledAttempts += 1;
  const attempt = await attemptOnce(world, callback, modes, false);
  if (!attempt || callback.state !== 'pending') return;
  planRetry(world, callback, startedAt);
}

/** A delivery beside the schedule. It can make a callback delivered, and starts the schedule of a held one. */
export async function deliverNow(
  world: World,
  callback: Callback,
  names: readonly CallbackModeName[],
): Promise<Attempt> {
  const modes = names.map((mode) => ({ mode, attempts: 0, seconds: 0, count: 1 }));
  const attempt = await attemptOnce(world, callback, modes, true);
  if (!attempt) throw new Error('The emulator stopped during a delivery.');
  if (callback.isHeld && callback.state === 'pending') {
    callback.isHeld = false;
    callback.scheduledAttempts = 1;
    planRetry(world, callback, attempt.at);
  }
  return attempt;
}

/** Plans the callbacks that were being delivered when the emulator last ended: nobody knows whether they arrived. */
export function planInterrupted(world: World): void {
  const state = world.state();
  const planned = new Set(state.agenda.filter((task) => task.kind === 'deliver-callback').map((task) => task.subject));
  for (const callback of Object.values(state.callbacks)) {
    const isForgotten = callback.state === 'pending' && !callback.isHeld && !planned.has(callback.id);
    if (isForgotten) plan(state, callback.dueAt ?? world.clock.now(), 'deliver-callback', callback.id);
  }
}

function planRetry(world: World, callback: Callback, startedAt: number): void {
  const schedule = callback.channel === 'pay' ? PAY_RETRY_SECONDS : PUSH_RETRY_SECONDS;
  const seconds = schedule[callback.scheduledAttempts - 1];
  if (seconds === undefined) {
    Object.assign(callback, { state: 'exhausted', dueAt: null });
    return;
  }
  callback.dueAt = startedAt + seconds * 1000;
  plan(world.state(), callback.dueAt, 'deliver-callback', callback.id);
}

async function attemptOnce(
  world: World,
  callback: Callback,
  modes: readonly AppliedMode[],
  isManual: boolean,
): Promise<Attempt | undefined> {
  const names = new Set(modes.map((mode) => mode.mode));
  const at = world.clock.now();
  const answer = names.has('lose') ? 'lost' : await sendAll(world, callback, names, copiesOf(modes));
  if (world.closing.signal.aborted || world.state().callbacks[callback.id] !== callback) return undefined;
  const status = answer === 'lost' ? 0 : answer.status;
  const outcome = answer === 'lost' ? 'lost' : outcomeOf(callback, answer);
  const attempt = { at, status, outcome, modes: [...names], isManual };
  callback.attempts.push(attempt);
  if (outcome === 'accepted') markDelivered(world, callback);
  return attempt;
}

function markDelivered(world: World, callback: Callback): void {
  unplan(world.state(), 'deliver-callback', callback.id);
  Object.assign(callback, { state: 'delivered', dueAt: null, isHeld: false });
}

/** Sends the copies of one attempt at once and answers with the first one's answer. */
async function sendAll(
  world: World,
  callback: Callback,
  names: Set<CallbackModeName>,
  copies: number,
): Promise<PostAnswer> {
  const envelopes = Array.from({ length: copies }, () =>
    callback.channel === 'pay' ? payEnvelope(world, callback, names) : pushEnvelope(world, callback),
  );
  const [first] = envelopes;
  if (names.has('signtest') && first) await send(world, callback, asProbe(world, first));
  const answers = await Promise.all(envelopes.map((envelope) => send(world, callback, envelope)));
  return answers[0] ?? { status: 0, body: '', failure: 'unreachable' };
}

async function send(world: World, callback: Callback, envelope: Envelope): Promise<PostAnswer> {
  const answer = await post({ ...envelope, method: 'POST', signal: world.closing.signal });
  if (world.closing.signal.aborted) return answer;
  world.journal.write({
    listener: 'callback',
    endpoint: callback.event,
    method: 'POST',
    path: envelope.url,
    headers: envelope.headers,
    body: envelope.body,
    status: answer.status,
    answer: answer.body,
    outcome: outcomeOf(callback, answer),
  });
  return answer;
}

function outcomeOf(callback: Callback, answer: PostAnswer): AttemptOutcome {
  if (answer.failure) return answer.failure;
  if (answer.status >= 300 && answer.status < 400) return 'redirect';
  if (callback.channel === 'pay') return answer.status === 200 || answer.status === 204 ? 'accepted' : 'refused';
  return answer.status === 200 && ['', 'success'].includes(answer.body.trim()) ? 'accepted' : 'refused';
}

function copiesOf(modes: readonly AppliedMode[]): number {
  return modes.reduce((copies, mode) => Math.max(copies, mode.mode === 'duplicate' ? mode.count : 1), 1);
}
