import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type UrlPatch = Readonly<Record<string, string | readonly string[] | null>>;

/** Everything that a list shows is in the URL: filters, sort, tab and the open row. A copied link shows the same. */
export interface ListUrl {
  readonly params: URLSearchParams;
  get(key: string): string | null;
  getAll(key: string): string[];
  /** Null removes. A step that the back button should undo is pushed; typing and stepping replace. */
  set(patch: UrlPatch, how?: 'push' | 'replace'): void;
}

export function useListUrl(): ListUrl {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (patch: UrlPatch, how: 'push' | 'replace' = 'replace') => {
      setParams((old) => patched(old, patch), { replace: how === 'replace' });
    },
    [setParams],
  );
  return useMemo(
    () => ({ params, get: (key) => params.get(key), getAll: (key) => params.getAll(key), set }),
    [params, set],
  );
}

function patched(old: URLSearchParams, patch: UrlPatch): URLSearchParams {
  const next = new URLSearchParams(old);
  for (const [key, value] of Object.entries(patch)) {
    next.delete(key);
    const values = value === null ? [] : typeof value === 'string' ? [value] : value;
    for (const one of values) if (one !== '') next.append(key, one);
  }
  return next;
}
