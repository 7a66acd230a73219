import { parseInstant } from '../../clock/virtual-clock';
import { anything, object, optional } from '../../shape';
import { ControlRefusal, controlBare, controlPost, type Stage } from '../control-route';
import { clockView } from '../views';

/** `GET /control/clock`. */
export const readClock = controlBare('GET', '/control/clock', ({ world }) => clockView(world));

/** `POST /control/clock`: moves the clock, and answers when all that became due has been done. */
export const moveClock = controlPost(
  '/control/clock',
  object({
    now: optional(anything()),
    advanceSeconds: optional(anything()),
    offsetMs: optional(anything()),
    rate: optional(anything()),
  }),
  async ({ stage, world, body }) => {
    const moves = [body.now, body.advanceSeconds, body.offsetMs].filter((value) => value !== undefined);
    if (moves.length > 1) throw wrong('only one of now, advanceSeconds and offsetMs may be given');
    if (body.rate !== undefined) world.clock.setRate(nonNegative(body.rate, 'rate'));
    if (body.offsetMs !== undefined) await moveToOffset(stage, body.offsetMs);
    if (body.advanceSeconds !== undefined) await advance(stage, nonNegative(body.advanceSeconds, 'advanceSeconds'));
    if (body.now !== undefined) await moveToInstant(stage, body.now);
    return clockView(world);
  },
);

/** Forward by so many virtual seconds; 0 waits until what is due now is done. */
export async function advance(stage: Pick<Stage, 'world' | 'runner'>, seconds: number): Promise<void> {
  const { clock } = stage.world;
  if (clock.rate() === 0) {
    const goal = clock.now() + seconds * 1000;
    return stage.runner.moveTo(() => goal);
  }
  const offsetMs = clock.offsetMs() + seconds * 1000;
  return stage.runner.moveTo(() => clock.realNow() + offsetMs);
}

async function moveToInstant(stage: Stage, value: unknown): Promise<void> {
  const instant =
    typeof value === 'string' ? parseInstant(value) : Number.isSafeInteger(value) ? (value as number) : undefined;
  if (instant === undefined) throw wrong('now is RFC 3339 or epoch milliseconds');
  const seconds = (instant - stage.world.clock.now()) / 1000;
  if (seconds < 0) throw new ControlRefusal(409, 'clock-backwards', 'Only offsetMs may move the clock back.');
  await advance(stage, seconds);
}

async function moveToOffset(stage: Stage, value: unknown): Promise<void> {
  if (!Number.isSafeInteger(value)) throw wrong('offsetMs is a whole number');
  const { clock } = stage.world;
  const offsetMs = value as number;
  if (offsetMs < clock.offsetMs()) clock.set(clock.realNow() + offsetMs);
  await stage.runner.moveTo(() => clock.realNow() + offsetMs);
}

function nonNegative(value: unknown, name: string): number {
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  throw wrong(`${name} is a number of at least 0`);
}

function wrong(message: string): ControlRefusal {
  return new ControlRefusal(400, 'invalid-clock', message);
}
