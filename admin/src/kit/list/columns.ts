import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** The least width in pixels that shows a usual value in full. */
  readonly width: number;
  /** Its share of what is left over; 0 when absent. */
  readonly grow?: number;
  readonly align?: 'left' | 'right';
  /** Columns leave a narrow list in this order, smallest first; without it a column never leaves. */
  readonly leaves?: number;
  /** Not shown until the reader asks for it. */
  readonly isOptional?: boolean;
  /** The sort key, where the list can be sorted by it. */
  readonly sort?: string;
  /** Width of the grey bar while loading. */
  readonly bar?: number;
  readonly render: (row: Row) => ReactNode;
  /** The cell of the totals row. */
  readonly total?: ReactNode;
}

export interface PlacedColumn<Row> {
  readonly column: Column<Row>;
  readonly width: number;
}

/**
 * Which columns find room in a list of this width, and how wide they become. The width of the list counts, not the
 * window's: beside an open panel a list is narrow on any screen.
 */
export function placeColumns<Row>(columns: readonly Column<Row>[], available: number): readonly PlacedColumn<Row>[] {
  const kept = [...columns];
  const widthOf = (list: readonly Column<Row>[]) => list.reduce((sum, column) => sum + column.width, 0);
  const leaving = columns
    .filter((column) => column.leaves !== undefined)
    .sort((a, b) => (a.leaves ?? 0) - (b.leaves ?? 0));
  for (const column of leaving) {
    if (widthOf(kept) <= available) break;
    kept.splice(kept.indexOf(column), 1);
  }
  const wanted = widthOf(kept);
  if (wanted > available) return squeezed(kept, available);
  const spare = available - wanted;
  const shares = kept.reduce((sum, column) => sum + (column.grow ?? 0), 0);
  return kept.map((column) => ({
    column,
    width: column.width + (shares > 0 ? (spare * (column.grow ?? 0)) / shares : spare / kept.length),
  }));
}

/** Where even what never leaves is too wide, text gives way and figures stay whole: a list never scrolls sideways. */
function squeezed<Row>(kept: readonly Column<Row>[], available: number): readonly PlacedColumn<Row>[] {
  const textWidth = kept.filter((column) => column.grow).reduce((sum, column) => sum + column.width, 0);
  const figures = kept.reduce((sum, column) => sum + column.width, 0) - textWidth;
  const textPart = Math.max(0.4, textWidth === 0 ? 1 : (available - figures) / textWidth);
  const widths = kept.map((column) => (column.grow ? column.width * textPart : column.width));
  const part = Math.min(1, available / widths.reduce((sum, width) => sum + width, 0));
  return kept.map((column, index) => ({ column, width: (widths[index] ?? 0) * part }));
}

/** The reader's choice of columns: keys shown beside the ones that never leave. */
export function chosenColumns<Row>(
  columns: readonly Column<Row>[],
  shown: ReadonlySet<string>,
): readonly Column<Row>[] {
  return columns.filter((column) => shown.has(column.key));
}

export const defaultShown = <Row>(columns: readonly Column<Row>[]): ReadonlySet<string> =>
  new Set(columns.filter((column) => !column.isOptional).map((column) => column.key));
