import type { EmulatorState, Task, TaskKind } from '../state/emulator-state';
import { nextCount } from '../state/seeded';

/** Plans a task; the agenda stays in order of instant, and of planning within one. */
export function plan(state: EmulatorState, dueAt: number, kind: TaskKind, subject: string): Task {
  const task = { seq: nextCount(state, 'task'), dueAt, kind, subject };
  state.agenda.splice(placeOf(state.agenda, dueAt), 0, task);
  return task;
}

/** Strikes every planned task of that kind and subject. */
export function unplan(state: EmulatorState, kind: TaskKind, subject: string): void {
  state.agenda = state.agenda.filter((task) => task.kind !== kind || task.subject !== subject);
}

export function nextDueAt(state: EmulatorState): number | null {
  return state.agenda[0]?.dueAt ?? null;
}

/** The first index whose task is due later, by halving. */
function placeOf(agenda: readonly Task[], dueAt: number): number {
  let low = 0;
  let high = agenda.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((agenda[middle]?.dueAt ?? Number.POSITIVE_INFINITY) <= dueAt) low = middle + 1;
    else high = middle;
  }
  return low;
}
