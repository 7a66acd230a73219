import type { Task } from '../state/emulator-state';
import type { World } from '../state/world';
import { nextDueAt } from './agenda';

const LONGEST_SLEEP_MS = 60_000;

/** Does one task. What it changes it changes at once; the promise is the part that waits for others (a delivery). */
export type DoTask = (world: World, task: Task) => Promise<void> | undefined;

/** Does what is due, by itself as time goes by and in order when the clock is moved. */
export class AgendaRunner {
  private timer: NodeJS.Timeout | undefined;
  private readonly underWay = new Set<Promise<void>>();
  private moves: Promise<unknown> = Promise.resolve();
  private movesOpen = 0;
  private isStopped = false;

  constructor(
    private readonly world: World,
    private readonly doTask: DoTask,
  ) {}

  /** Looks at the agenda again; to be called after anything that may have planned a task. */
  nudge(): void {
    if (this.isStopped || this.movesOpen > 0) return;
    this.startDue(this.world.clock.now());
    this.arm();
  }

  /**
   * Moves the clock forward to `goal()`, stopping at each due instant, and resolves when all that became due is done.
   * The goal is asked again and again, because real time goes on meanwhile; it never moves the clock back.
   */
  moveTo(goal: () => number): Promise<void> {
    this.movesOpen += 1;
    clearTimeout(this.timer);
    const move = this.moves.then(() => this.moveInOrder(goal));
    const settled = move.finally(() => {
      this.movesOpen -= 1;
      this.nudge();
    });
    this.moves = settled.catch(() => undefined);
    return settled;
  }

  /** Lets nothing more begin. What is under way is forgotten, and begins anew at the next start. */
  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private async moveInOrder(goal: () => number): Promise<void> {
    const { clock, state } = this.world;
    for (let due = nextDueAt(state()); !this.isStopped; due = nextDueAt(state())) {
      if (due !== null && due <= clock.now()) {
        this.startDue(clock.now());
        continue;
      }
      if (this.underWay.size > 0) {
        await this.idle();
        continue;
      }
      if (due === null || due > goal()) break;
      clock.set(due);
    }
    if (goal() > clock.now()) clock.set(goal());
    this.world.changed();
  }

  private startDue(now: number): void {
    const { state } = this.world;
    for (let task = state().agenda[0]; task && task.dueAt <= now; task = state().agenda[0]) {
      state().agenda.shift();
      const waiting = this.doTask(this.world, task);
      if (!waiting) continue;
      const tracked = waiting.catch(complain).finally(() => {
        this.underWay.delete(tracked);
        this.world.changed();
      });
      this.underWay.add(tracked);
    }
  }

  private async idle(): Promise<void> {
    while (this.underWay.size > 0) await Promise.allSettled([...this.underWay]);
  }

  private arm(): void {
    clearTimeout(this.timer);
    const due = nextDueAt(this.world.state());
    const rate = this.world.clock.rate();
    if (due === null || rate === 0) return;
    const sleepMs = Math.max(1, Math.ceil((due - this.world.clock.now()) / rate));
    this.timer = setTimeout(() => this.nudge(), Math.min(sleepMs, LONGEST_SLEEP_MS));
    this.timer.unref();
  }
}

function complain(error: unknown): void {
  process.stderr.write(`The emulator failed at a task: ${String((error as Error).stack ?? error)}\n`);
}
