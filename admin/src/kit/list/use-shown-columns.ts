import { useMemo, useState } from 'react';
import { type Column, chosenColumns, defaultShown } from './columns';

/** The choice of columns is kept on this machine for each list: it is a matter of the desk, not of the link. */
export function useShownColumns<Row>(listId: string, columns: readonly Column<Row>[]) {
  const storageKey = `fenrun.columns.${listId}`;
  const [kept, setKept] = useState(() => readKept(storageKey));
  const shown = useMemo(() => kept ?? defaultShown(columns), [kept, columns]);
  const choose = (next: ReadonlySet<string> | null) => {
    if (next === null) window.localStorage.removeItem(storageKey);
    else window.localStorage.setItem(storageKey, JSON.stringify([...next]));
    setKept(next);
  };
  return { shown, choose, columns: useMemo(() => chosenColumns(columns, shown), [columns, shown]) };
}

function readKept(storageKey: string): ReadonlySet<string> | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(kept) ? new Set(kept.map(String)) : null;
  } catch {
    return null;
  }
}
