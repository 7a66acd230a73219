import { useCallback, useEffect, useMemo, useState } from 'react';

/** Rows picked one by one, or everything that the filter finds, loaded or not. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  toggle(id: string): void;
  setMany(ids: readonly string[], on: boolean): void;
  selectAll(): void;
  clear(): void;
}

/** `scope` is the filter as text: when it changes, what was selected is no longer what the reader sees. */
export function useSelection(scope: string): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [isAll, setAll] = useState(false);
  const clear = useCallback(() => {
    setIds(new Set());
    setAll(false);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is what clears it, though it is not read here
  useEffect(clear, [scope, clear]);
  const setMany = useCallback((many: readonly string[], on: boolean) => {
    setAll(false);
    setIds((old) => {
      const next = new Set(old);
      for (const id of many) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  const toggle = useCallback((id: string) => {
    setAll(false);
    setIds((old) => {
      const next = new Set(old);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const selectAll = useCallback(() => setAll(true), []);
  return useMemo(
    () => ({ ids, isAll, toggle, setMany, selectAll, clear }),
    [ids, isAll, toggle, setMany, selectAll, clear],
  );
}
