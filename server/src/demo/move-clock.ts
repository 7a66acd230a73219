import type { Instant } from '@fenrun/kernel';
import type { SettableClock } from '../foundation/clock';
import type { DueWork } from '../foundation/jobs';
import type { EmulatorControl } from './emulator-control';

export interface MovingParts {
  readonly clock: SettableClock;
  readonly works: () => ReadonlySet<DueWork>;
  readonly emulator: Pick<EmulatorControl, 'time' | 'setOffset'> | null;
  /** Real time; the clock is this plus its offset. */
  readonly real?: () => Instant;
}

/** Stops in one move at most: a year of a busy shop is far below. */
const STOPS_AT_MOST = 500_000;

/** Something that says that it is due and does nothing is left alone for so long; it will be looked at by the clock again. */
const LEFT_ALONE_MS = 60_000;

/**
 * Moves business time to an offset. It stops at every due instant of this process and of the emulator, in order, and answers when
 * all that became due has been done. What a stop makes due is done before time goes on.
 */
export async function moveClock(parts: MovingParts, targetOffset: number): Promise<void> {
  const { clock, emulator, real = Date.now } = parts;
  const patience = new Map<string, Instant>();
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    const next = await nextStop(parts, patience);
    const isLast = next === null || next - real() >= targetOffset;
    const offset = isLast ? targetOffset : Math.max(clock.offset, next - real());
    clock.setOffset(offset);
    const works = await workDue(parts, patience);
    const isEmulatorDue = emulator !== null && (isLast || (await emulatorIsDue(parts)));
    if (isEmulatorDue) await emulator.setOffset(offset);
    if (isLast && !works && (await isQuiet(parts, patience))) return;
  }
  throw new Error('time did not come to rest');
}

/** The next instant at which anybody has something to do; null if nothing is in sight. */
async function nextStop({ clock, works, emulator }: MovingParts, patience: ReadonlyMap<string, Instant>): Promise<Instant | null> {
  const now = clock.now();
  const found: Instant[] = [];
  for (const work of works()) {
    const due = await work.nextDueAt(now);
    if (due !== null) found.push(Math.max(due, patience.get(work.name) ?? due));
  }
  const there = (await emulator?.time())?.nextDueAtMs ?? null;
  if (there !== null) found.push(there);
  return found.length > 0 ? Math.min(...found) : null;
}

/** Does what is due in this process. Answers whether anything was. */
async function workDue({ clock, works }: MovingParts, patience: Map<string, Instant>): Promise<boolean> {
  let worked = false;
  for (const work of works()) {
    const now = clock.now();
    const due = await work.nextDueAt(now);
    if (due === null || due > now || (patience.get(work.name) ?? now) > now) continue;
    await work.runDue(now);
    worked = true;
    const after = await work.nextDueAt(now);
    if (after !== null && after <= now) patience.set(work.name, now + LEFT_ALONE_MS);
  }
  return worked;
}

async function emulatorIsDue({ clock, emulator }: MovingParts): Promise<boolean> {
  const due = (await emulator?.time())?.nextDueAtMs ?? null;
  return due !== null && due <= clock.now();
}

async function isQuiet(parts: MovingParts, patience: ReadonlyMap<string, Instant>): Promise<boolean> {
  const next = await nextStop(parts, patience);
  return next === null || next > parts.clock.now();
}
