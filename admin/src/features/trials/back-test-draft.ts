import { useSyncExternalStore } from 'react';
import type { BodyOf } from '../../lib/call';

/** One thing that is changed in the rule book before it is saved: for checks, trials and back-tests. */
export type PlanChange = NonNullable<BodyOf<'trials.startBackTest'>['changes']>[number];

const storedAs = 'fenrun.back-test-draft';
const none: readonly PlanChange[] = [];
const listeners = new Set<() => void>();
let kept: readonly PlanChange[] | null = null;

/** What is to be back-tested, kept for this window until another takes its place; a reload does not lose it. */
export const useBackTestDraft = (): readonly PlanChange[] => useSyncExternalStore(subscribe, read);

export function draftBackTest(changes: readonly PlanChange[]): void {
  kept = changes;
  window.sessionStorage.setItem(storedAs, JSON.stringify(changes));
  for (const listener of listeners) listener();
}

/** The door from every form of the rule book: keeps the changes as the draft and answers where to try them. */
export function startBackTestUrl(changes: readonly PlanChange[]): string {
  draftBackTest(changes);
  return '/rules/back-tests';
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly PlanChange[] {
  kept ??= parsed(window.sessionStorage.getItem(storedAs));
  return kept;
}

/** What an older console left behind may have another form; then there is no draft. */
function parsed(text: string | null): readonly PlanChange[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? (value as PlanChange[]) : none;
  } catch {
    return none;
  }
}
