import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { grouped, useWords } from '../i18n/words';
import { Page } from '../shell/page';
import { ProblemState } from '../states/problem-state';
import { kitWords } from '../words';
import type { Column } from './columns';
import { FilterBar } from './filter-bar';
import type { Filter } from './filters';
import { ListFooter } from './list-footer';
import { ListTable } from './list-table';
import { ColumnChoice, CopyLinkButton } from './list-tools';
import type { ListUrl } from './list-url';
import type { Selection } from './selection';
import type { KeysetList } from './use-keyset-list';
import { useListKeys } from './use-list-keys';
import { useShownColumns } from './use-shown-columns';
import { useWidth } from './use-width';

/** What a panel beside a list gets: whose it is, where it stands in the result, and the ways to its neighbours. */
export interface PanelPlace {
  readonly id: string;
  readonly place: string | null;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  readonly onClose: () => void;
}

export interface ListPageProps<Row> {
  /** Names the list in what is kept on this machine. */
  listId: string;
  title: ReactNode;
  /** What its rows are, for errors and the table's label. */
  what: string;
  meta?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  above?: ReactNode;
  url: ListUrl;
  filters: readonly Filter[];
  searchPlaceholder?: string;
  list: KeysetList<Row>;
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** How many rows the filter finds, where it is known. */
  total?: number;
  hasTotals?: boolean;
  empty: ReactNode;
  sort?: { value: string; onChange: (sort: string) => void };
  selection?: Selection;
  bulkBar?: ReactNode;
  panel?: (place: PanelPlace) => ReactNode;
  /** Opening a row goes elsewhere than to the panel. */
  onOpen?: (row: Row) => void;
  /** Further keys, with the row under the cursor. */
  keys?: Readonly<Record<string, (row: Row) => void>>;
  /** "Case 3 of 38" in the words of the list. */
  sayPlace?: (place: number, total: string) => string;
  /** Dialogs of the list. */
  children?: ReactNode;
}

/** Every list of the console: filters in the URL, rows by cursor, a panel beside them, and keys. */
export function ListPage<Row>(props: ListPageProps<Row>) {
  const { url, list, rowKey, selection } = props;
  const words = useWords(kitWords);
  const [widthRef, width] = useWidth();
  const shown = useShownColumns(props.listId, props.columns);
  const [placed, setPlaced] = useState<ReadonlySet<string>>(new Set());
  const steps = useSteps(props);
  const hidden = useMemo(() => new Set([...shown.shown].filter((key) => !placed.has(key))), [shown.shown, placed]);
  useListKeys({
    move: steps.move,
    open: steps.cursorRow ? () => steps.open(steps.cursorRow as Row) : undefined,
    close: steps.openId
      ? steps.close
      : selection && (selection.ids.size > 0 || selection.isAll)
        ? selection.clear
        : undefined,
    select: selection && steps.cursorRow ? () => selection.toggle(rowKey(steps.cursorRow as Row)) : undefined,
    more: boundKeys(props.keys, steps.cursorRow),
  });
  const instead = list.error ? (
    <ProblemState error={list.error} what={props.what} onRetry={list.retry} />
  ) : list.rows.length === 0 ? (
    props.empty
  ) : undefined;
  const end = (
    <>
      <CopyLinkButton />
      <ColumnChoice columns={props.columns} shown={shown.shown} hidden={hidden} onChoose={shown.choose} />
    </>
  );
  return (
    <Page
      title={props.title}
      meta={props.meta}
      actions={props.actions}
      tabs={props.tabs}
      floating={props.bulkBar}
      panel={
        steps.openId && props.panel
          ? props.panel({ ...steps.place(props.sayPlace ?? words.place), id: steps.openId, onClose: steps.close })
          : undefined
      }
    >
      <div ref={widthRef}>
        {props.above}
        <FilterBar
          filters={props.filters}
          url={url}
          searchPlaceholder={props.searchPlaceholder}
          width={width}
          end={end}
        />
        <ListTable
          label={props.what}
          columns={shown.columns}
          rows={list.rows}
          rowKey={rowKey}
          isLoading={list.isLoading}
          instead={instead}
          selection={selection}
          openId={steps.openId}
          cursorId={steps.cursorId}
          onOpen={props.panel || props.onOpen ? steps.open : undefined}
          onCursor={steps.setCursor}
          sort={props.sort}
          hasTotals={props.hasTotals}
          onPlaced={setPlaced}
          hasRoomBelow={Boolean(props.bulkBar)}
          footer={<ListFooter list={list} />}
        />
      </div>
      {props.children}
    </Page>
  );
}

function boundKeys<Row>(keys: ListPageProps<Row>['keys'], row: Row | undefined): Record<string, () => void> {
  if (!keys || row === undefined) return {};
  return Object.fromEntries(Object.entries(keys).map(([key, act]) => [key, () => act(row)]));
}

/** Where the reader is: the open row is in the URL, the cursor is not. */
function useSteps<Row>({ url, list, rowKey, panel, onOpen, total }: ListPageProps<Row>) {
  const language = useLanguage();
  const openId = panel ? url.get('open') : null;
  const [cursor, setCursorId] = useState<string | null>(null);
  const cursorId = openId ?? cursor;
  const index = cursorId === null ? -1 : list.rows.findIndex((row) => rowKey(row) === cursorId);
  const go = useCallback(
    (row: Row) => {
      setCursorId(rowKey(row));
      if (openId !== null) url.set({ open: rowKey(row) });
    },
    [openId, rowKey, url],
  );
  const at = (place: number): Row | undefined => list.rows[place];
  const previous = index > 0 ? at(index - 1) : undefined;
  const next = at(index + 1);
  return {
    openId,
    cursorId,
    cursorRow: index >= 0 ? at(index) : undefined,
    setCursor: (row: Row) => setCursorId(rowKey(row)),
    open: (row: Row) => {
      setCursorId(rowKey(row));
      if (onOpen) onOpen(row);
      else if (panel) url.set({ open: rowKey(row) }, openId === null ? 'push' : 'replace');
    },
    close: () => url.set({ open: null }),
    move: (step: 1 | -1) => {
      const target = step === 1 ? next : index < 0 ? at(0) : previous;
      if (target !== undefined) go(target);
    },
    place: (say: (place: number, total: string) => string) => ({
      place: index >= 0 && total !== undefined ? say(index + 1, countText(total, language)) : null,
      onPrevious: previous === undefined ? undefined : () => go(previous),
      onNext: index < 0 || next === undefined ? undefined : () => go(next),
    }),
  };
}

/** Exact up to a hundred thousand; beyond that a count is only about right by the time it is read. */
export function countText(count: number, language: 'zh' | 'en'): string {
  if (count < 100_000) return grouped(count);
  if (language === 'zh') return `约 ${(count / 10_000).toFixed(1)} 万`;
  return count < 1_000_000
    ? `about ${Math.round(count / 1000)} thousand`
    : `about ${(count / 1_000_000).toFixed(1)} million`;
}
