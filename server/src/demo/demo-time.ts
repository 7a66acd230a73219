import type { Instant } from '@fenrun/kernel';
import type { SettableClock } from '../foundation/clock';
import { type Database, findOne, insert, update } from '../foundation/db';
import { dueWorks } from '../foundation/jobs';
import type { EmulatorControl } from './emulator-control';
import { moveClock } from './move-clock';
import { demoClockTable } from './store/demo-clock.row';

/** Time of the demo: it can be moved on, never back, and stays moved over a restart. */
export interface DemoTime {
  shown(): { readonly now: Instant; readonly offsetMs: number };
  /** Moves on; one move after the other. */
  advance(seconds: number): Promise<void>;
}

const ROW = 'demo';

/** Takes up the kept offset, here and at the emulator. */
export async function openDemoTime(
  db: Database,
  clock: SettableClock,
  emulator: EmulatorControl | null,
): Promise<DemoTime> {
  const kept = await findOne(db.read, demoClockTable, 'id = ?', [ROW]);
  if (!kept) await db.write((tx) => insert(tx, demoClockTable, [{ id: ROW, offsetMs: clock.offset }]));
  const there = (await emulator?.time())?.offsetMs ?? 0;
  const offset = Math.max(kept?.offsetMs ?? 0, clock.offset, there);
  clock.setOffset(offset);
  if (emulator && there !== offset) await emulator.setOffset(offset);
  let last: Promise<void> = Promise.resolve();
  const move = async (seconds: number) => {
    const target = clock.offset + seconds * 1000;
    // Kept before anything is done at the new time: after a crash in between, time must not be earlier than what it stamped.
    await db.write((tx) => update(tx, demoClockTable, { offsetMs: target }, 'id = ?', [ROW]));
    await moveClock({ clock, emulator, works: () => dueWorks(clock) }, target);
  };
  return {
    shown: () => ({ now: clock.now(), offsetMs: clock.offset }),
    advance: (seconds) => {
      const next = last.then(() => move(seconds));
      last = next.catch(() => undefined);
      return next;
    },
  };
}
