import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Problem } from '../problem';
import { entryOf, refresh, subscribe } from './query-cache';

const FRESH_MS = 4000;

export interface Question<T> {
  /** Names the question; null asks nothing yet. */
  key: string | null;
  read: () => Promise<T>;
  /** Kept on the phone, to be shown with its time when there is no network. */
  isKept?: boolean;
}

/** The four states in which every page is drawn, with the answer's age beside them. */
export interface Answer<T> {
  state: 'loading' | 'failed' | 'ready';
  data: T | undefined;
  problem: Problem | null;
  /** The answer on show is from an earlier try, and the last one failed. */
  isStale: boolean;
  /** Phone time of the answer. */
  at: number;
  isRefreshing: boolean;
  again: () => Promise<void>;
}

/** Asks once, again whenever the page is shown, and again when something marked it as old. */
export function useQuery<T>({ key, read, isKept = false }: Question<T>): Answer<T> {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const reader = useRef(read);
  reader.current = read;
  const again = useCallback(async () => {
    if (key !== null) await refresh(key, () => reader.current(), isKept, Date.now);
  }, [key, isKept]);
  useEffect(() => {
    if (key === null) return;
    const unsubscribe = subscribe(key, () => {
      redraw();
      if (entryOf(key).isInvalid) void again();
    });
    if (entryOf(key).isInvalid || Date.now() - entryOf(key).at > FRESH_MS) void again();
    redraw();
    return unsubscribe;
  }, [key, again]);
  useDidShow(() => {
    if (key !== null && Date.now() - entryOf(key).at > FRESH_MS) void again();
  });
  const entry = key === null ? null : entryOf(key);
  const hasData = entry !== null && entry.at > 0;
  return {
    state: hasData ? 'ready' : entry?.problem ? 'failed' : 'loading',
    data: hasData ? (entry.data as T) : undefined,
    problem: entry?.problem ?? null,
    isStale: hasData && entry.problem !== null,
    at: entry?.at ?? 0,
    isRefreshing: entry?.running != null,
    again,
  };
}
