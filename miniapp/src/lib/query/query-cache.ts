import { isProblem, Problem, problemFromFailure } from '../problem';
import { readStored, writeStored } from '../storage';

/** What is known of one question: the last answer with its time, and how the last try ended. */
export interface Entry {
  data: unknown;
  /** Phone time of the answer, or 0 where there is none yet. */
  at: number;
  problem: Problem | null;
  running: Promise<void> | null;
  isInvalid: boolean;
}

const KEPT_MOST = 24;
const entries = new Map<string, Entry>();
const listeners = new Map<string, Set<() => void>>();
let kept: Record<string, { data: unknown; at: number }> | null = null;

export function entryOf(key: string): Entry {
  let entry = entries.get(key);
  if (!entry) {
    const stored = keptEntries()[key];
    entry = { data: stored?.data, at: stored?.at ?? 0, problem: null, running: null, isInvalid: true };
    entries.set(key, entry);
  }
  return entry;
}

export function subscribe(key: string, listen: () => void): () => void {
  const set = listeners.get(key) ?? new Set();
  set.add(listen);
  listeners.set(key, set);
  return () => void set.delete(listen);
}

function tell(key: string): void {
  for (const listen of listeners.get(key) ?? []) listen();
}

/** Reads a question again. Those who ask while it runs wait for the same answer. A failed try keeps the old answer. */
export function refresh(key: string, read: () => Promise<unknown>, isKept: boolean, now: () => number): Promise<void> {
  const entry = entryOf(key);
  if (entry.running) return entry.running;
  entry.isInvalid = false;
  entry.running = read()
    .then((data) => {
      entry.data = data;
      entry.at = now();
      entry.problem = null;
      if (isKept) keep(key, data, entry.at);
    })
    .catch((failure: unknown) => {
      entry.problem = isProblem(failure) ? failure : problemFromFailure(failure);
    })
    .finally(() => {
      entry.running = null;
      tell(key);
    });
  tell(key);
  return entry.running;
}

/** Puts an answer in that came with a write, so that the page need not ask for it again. */
export function put(key: string, data: unknown, now: number): void {
  const entry = entryOf(key);
  entry.data = data;
  entry.at = now;
  entry.problem = null;
  tell(key);
}

/** Marks answers as possibly old; pages that show them ask again at once, others when they are next shown. */
export function invalidate(...prefixes: string[]): void {
  for (const [key, entry] of entries) {
    if (!prefixes.some((prefix) => key === prefix || key.startsWith(`${prefix}:`))) continue;
    entry.isInvalid = true;
    tell(key);
  }
}

export function invalidateAll(): void {
  for (const [key, entry] of entries) {
    entry.isInvalid = true;
    tell(key);
  }
}

/** Forgets everything: another person is at the phone now. */
export function forgetAll(): void {
  entries.clear();
  kept = {};
  writeStored('kept-queries', null);
  for (const key of listeners.keys()) tell(key);
}

function keptEntries(): Record<string, { data: unknown; at: number }> {
  kept ??= readStored<Record<string, { data: unknown; at: number }>>('kept-queries') ?? {};
  return kept;
}

function keep(key: string, data: unknown, at: number): void {
  const all = { ...keptEntries(), [key]: { data, at } };
  const newest = Object.entries(all)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, KEPT_MOST);
  kept = Object.fromEntries(newest);
  writeStored('kept-queries', kept);
}
