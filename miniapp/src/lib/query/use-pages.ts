import { useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type Problem, problemFromFailure } from '../problem';
import { type Answer, useQuery } from './use-query';

export interface Page<T> {
  data: T[];
  nextCursor: string | null;
}

export interface PagedAnswer<T> extends Omit<Answer<Page<T>>, 'data'> {
  items: T[];
  isEmpty: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  moreProblem: Problem | null;
  more: () => void;
}

/** A list by cursor: the first page is a question like any other, the next ones follow when the thumb reaches the end. */
export function usePages<T>(
  key: string | null,
  read: (cursor: string | null) => Promise<Page<T>>,
  isKept = false,
): PagedAnswer<T> {
  const first = useQuery<Page<T>>({ key, read: () => read(null), isKept });
  const [rest, setRest] = useState<{ of: string; items: T[]; nextCursor: string | null } | null>(null);
  const [isLoadingMore, setLoadingMore] = useState(false);
  const [moreProblem, setMoreProblem] = useState<Problem | null>(null);
  const reader = useRef(read);
  reader.current = read;
  // While the first page ends where it ended before, what follows it is still what followed it.
  const boundary = `${key}|${first.data?.nextCursor ?? ''}`;
  const isRestCurrent = rest !== null && rest.of === boundary;
  const nextCursor = isRestCurrent ? rest.nextCursor : (first.data?.nextCursor ?? null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list has had no problem yet.
  useEffect(() => setMoreProblem(null), [key]);
  const more = useCallback(() => {
    if (!nextCursor || isLoadingMore) return;
    setLoadingMore(true);
    setMoreProblem(null);
    reader
      .current(nextCursor)
      .then((page) =>
        setRest({
          of: boundary,
          items: [...(isRestCurrent ? rest.items : []), ...page.data],
          nextCursor: page.nextCursor,
        }),
      )
      .catch((failure: unknown) => setMoreProblem(problemFromFailure(failure)))
      .finally(() => setLoadingMore(false));
  }, [nextCursor, isLoadingMore, isRestCurrent, rest, boundary]);
  useReachBottom(more);
  const items = useMemo(
    () => [...(first.data?.data ?? []), ...(isRestCurrent ? rest.items : [])],
    [first.data, isRestCurrent, rest],
  );
  const { data: _, ...answer } = first;
  return {
    ...answer,
    items,
    isEmpty: first.state === 'ready' && items.length === 0,
    hasMore: nextCursor !== null,
    isLoadingMore,
    moreProblem,
    more,
  };
}
