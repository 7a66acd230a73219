import { useSyncExternalStore } from 'react';
import type { BodyOf } from '../../lib/call';

/** One thing that is changed in the rule book before it is saved: for checks, trials and back-tests. */
export type PlanChange = NonNullable<BodyOf<'trials.startBackTest'>['changes']>[number];

/** The name under which a rule that has no id yet is checked and tried. */
export const newRuleId = 'new-rule';

const storedAs = 'fenrun.back-test-draft';
const joinedBy = 'fenrun.back-test-joins';
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

/**
 * The door from every form of the rule book: keeps the changes as the draft and answers where to try them. They take the place of
 * an earlier draft, unless the reader left that one only to add something to it.
 */
export function startBackTestUrl(changes: readonly PlanChange[]): string {
  const isJoined = window.sessionStorage.getItem(joinedBy) !== null;
  window.sessionStorage.removeItem(joinedBy);
  const named = changes.map((change) =>
    change.kind === 'rule' && change.id === newRuleId ? { ...change, id: undefined } : change,
  );
  draftBackTest(isJoined ? named.reduce((draft, change) => withChange(draft, change), read()) : named);
  return '/rules/back-tests';
}

/** The next changes that come through the door are added to the draft. */
export function joinNextChanges(): void {
  window.sessionStorage.setItem(joinedBy, '1');
}

/** A thing is changed once: a second change of the same rule, programme or of the settings takes the place of the first. */
export function withChange(
  changes: readonly PlanChange[],
  change: PlanChange,
  index: number | null = null,
): readonly PlanChange[] {
  const same = changes.findIndex((one) => isSameThing(one, change));
  const place = index ?? (same < 0 ? changes.length : same);
  const others = (part: readonly PlanChange[]) => part.filter((one) => !isSameThing(one, change));
  return [...others(changes.slice(0, place)), change, ...others(changes.slice(place + 1))];
}

function isSameThing(a: PlanChange, b: PlanChange): boolean {
  if (a.kind !== b.kind) return false;
  if (!('id' in a) && !('id' in b)) return !hasIds(a.kind);
  return 'id' in a && 'id' in b && a.id !== undefined && a.id === b.id;
}

const hasIds = (kind: PlanChange['kind']): boolean => kind === 'rule' || kind === 'programme' || kind === 'campaign';

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
