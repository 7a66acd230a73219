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

/** Runs of one work at most before it is asked whether it gets anything done; one that does not is left alone for a while. */
const RUNS_WITHOUT_TIME = 20;
const LEFT_ALONE_MS = 60_000;

/** Who has something to do, and when. */
interface Agenda {
  readonly works: readonly { readonly work: DueWork; readonly due: Instant }[];
  readonly emulator: Instant | null;
}

/**
 * Moves business time to an offset. It stops at every due instant of this process and of the emulator, in order, and answers when
 * all that became due has been done. What a stop makes due is done before time goes on.
 */
export async function moveClock(parts: MovingParts, targetOffset: number): Promise<void> {
  const { clock, emulator, real = Date.now } = parts;
  const patience = new Patience();
  for (let stop = 0; stop < STOPS_AT_MOST; stop += 1) {
    const agenda = await readAgenda(parts, patience);
    const next = nextOf(agenda);
    const isArrived = clock.offset === targetOffset;
    if (isArrived && next > clock.now()) break;
    clock.setOffset(Math.min(targetOffset, Math.max(clock.offset, next - real())));
    const now = clock.now();
    for (const { work, due } of agenda.works) {
      if (due > now) continue;
      await work.runDue(now);
      await patience.note(work, clock.offset, now);
    }
    if (agenda.emulator !== null && agenda.emulator <= now) await emulator?.setOffset(clock.offset);
  }
  await emulator?.setOffset(targetOffset);
}

async function readAgenda({ clock, works, emulator }: MovingParts, patience: Patience): Promise<Agenda> {
  const now = clock.now();
  const found: { work: DueWork; due: Instant }[] = [];
  for (const work of works()) {
    const due = await work.nextDueAt(now);
    if (due !== null) found.push({ work, due: patience.dueOf(work, due) });
  }
  return { works: found, emulator: (await emulator?.time())?.nextDueAtMs ?? null };
}

function nextOf({ works, emulator }: Agenda): Instant {
  return Math.min(...works.map(({ due }) => due), emulator ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
}

/** Keeps a work that stays due from holding time up for ever: the clock will look at it again. */
class Patience {
  private readonly runs = new Map<DueWork, { readonly offset: number; readonly count: number }>();
  private readonly leftAloneUntil = new Map<DueWork, Instant>();

  /** Notes a run. After many without time moving on, a work that is due as before is left alone. */
  async note(work: DueWork, offset: number, now: Instant): Promise<void> {
    const last = this.runs.get(work);
    const count = last?.offset === offset ? last.count + 1 : 1;
    this.runs.set(work, { offset, count });
    if (count < RUNS_WITHOUT_TIME) return;
    const due = await work.nextDueAt(now);
    if (due !== null && due <= now) this.leftAloneUntil.set(work, now + LEFT_ALONE_MS);
  }

  dueOf(work: DueWork, due: Instant): Instant {
    return Math.max(due, this.leftAloneUntil.get(work) ?? due);
  }
}
