import { Checkbox } from 'antd';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../i18n/words';
import { ScrollContext } from '../shell/scroll-context';
import { UnevenBar } from '../states/skeleton';
import { kitWords } from '../words';
import { type Column, placeColumns } from './columns';
import styles from './list-table.module.css';
import type { Selection } from './selection';
import { SortButton } from './sort-button';
import { useRowWindow } from './use-row-window';
import { useWidth } from './use-width';

export interface ListTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isLoading: boolean;
  /** Shown instead of the body, under the head: empty or error. */
  instead?: ReactNode;
  selection?: Selection;
  /** The row whose panel is open, and the one that the keys act on. */
  openId?: string | null;
  cursorId?: string | null;
  onOpen?: (row: Row) => void;
  onCursor?: (row: Row) => void;
  /** Keeps the place of the totals row while its figures are on their way. */
  hasTotals?: boolean;
  sort?: { value: string; onChange: (sort: string) => void };
  footer?: ReactNode;
  /** Room beneath the last row while something floats over the list. */
  hasRoomBelow?: boolean;
  onPlaced?: (keys: ReadonlySet<string>) => void;
}

const checkboxWidth = 44;

/** The table of every list: 44 px rows of one line, head and totals that stay, columns that leave when there is no room. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { columns, rows, selection, isLoading, instead } = props;
  const [widthRef, width] = useWidth();
  const bodyRef = useRef<HTMLTableSectionElement>(null);
  const scroller = useContext(ScrollContext);
  const room = Math.max(240, (width || 960) - (selection ? checkboxWidth : 0));
  const placed = useMemo(() => placeColumns(columns, room), [columns, room]);
  const view = useRowWindow(scroller, bodyRef, rows.length);
  const { onPlaced } = props;
  useEffect(() => onPlaced?.(new Set(placed.map(({ column }) => column.key))), [placed, onPlaced]);
  const span = placed.length + (selection ? 1 : 0);
  return (
    <div ref={widthRef} className={`${styles.frame} ${props.hasRoomBelow ? styles.roomBelow : ''}`}>
      <table className={styles.table} aria-label={props.label} aria-busy={isLoading}>
        <colgroup>
          {selection ? <col style={{ width: checkboxWidth }} /> : null}
          {placed.map(({ column, width: columnWidth }) => (
            <col key={column.key} style={{ width: columnWidth }} />
          ))}
        </colgroup>
        {instead && !isLoading ? null : <TableHead {...props} placed={placed.map(({ column }) => column)} />}
        <tbody ref={bodyRef}>
          {isLoading ? (
            <LoadingRows columns={placed.map(({ column }) => column)} hasSelection={Boolean(selection)} />
          ) : null}
          {!isLoading && instead ? (
            <tr>
              <td colSpan={span} className={styles.instead}>
                {instead}
              </td>
            </tr>
          ) : null}
          {view.before > 0 ? <Spacer height={view.before} span={span} /> : null}
          {isLoading || instead
            ? null
            : rows
                .slice(view.first, view.last)
                .map((row) => (
                  <TableRow
                    key={props.rowKey(row)}
                    row={row}
                    table={props}
                    placed={placed.map(({ column }) => column)}
                  />
                ))}
          {view.after > 0 ? <Spacer height={view.after} span={span} /> : null}
        </tbody>
      </table>
      {props.footer}
    </div>
  );
}

const Spacer = ({ height, span }: { height: number; span: number }) => (
  <tr>
    <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
  </tr>
);

function TableHead<Row>(props: ListTableProps<Row> & { placed: readonly Column<Row>[] }) {
  const words = useWords(kitWords);
  const { selection, rows, placed, sort } = props;
  const loaded = rows.map(props.rowKey);
  const picked = selection ? loaded.filter((id) => selection.isAll || selection.ids.has(id)).length : 0;
  const hasTotals = props.hasTotals || placed.some((column) => column.total !== undefined);
  return (
    <thead className={styles.head}>
      <tr>
        {selection ? (
          <th className={styles.check}>
            {loaded.length > 0 ? (
              <Checkbox
                aria-label={words.selectAll}
                checked={picked > 0 && picked === loaded.length}
                indeterminate={picked > 0 && picked < loaded.length}
                onChange={(event) => selection.setMany(loaded, event.target.checked)}
              />
            ) : null}
          </th>
        ) : null}
        {placed.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.align === 'right' ? styles.right : ''}
            aria-sort={ariaSort(column.sort, sort?.value)}
          >
            {column.sort && sort ? (
              <SortButton column={column.title} sortKey={column.sort} sort={sort} />
            ) : (
              column.title
            )}
          </th>
        ))}
      </tr>
      {hasTotals ? (
        <tr className={styles.totals}>
          {selection ? <td /> : null}
          {placed.map((column) => (
            <td key={column.key} className={column.align === 'right' ? styles.right : ''}>
              {column.total}
            </td>
          ))}
        </tr>
      ) : null}
    </thead>
  );
}

function ariaSort(key: string | undefined, sort: string | undefined): 'ascending' | 'descending' | undefined {
  if (!key || !sort) return undefined;
  if (sort === key) return 'ascending';
  return sort === `-${key}` ? 'descending' : undefined;
}

interface TableRowProps<Row> {
  row: Row;
  table: ListTableProps<Row>;
  placed: readonly Column<Row>[];
}

function TableRow<Row>({ row, table, placed }: TableRowProps<Row>) {
  const words = useWords(kitWords);
  const { selection, openId, cursorId, onOpen, onCursor } = table;
  const id = table.rowKey(row);
  const isSelected = Boolean(selection && (selection.isAll || selection.ids.has(id)));
  const ref = useRef<HTMLTableRowElement>(null);
  const isCursor = cursorId === id;
  useEffect(() => {
    if (isCursor) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isCursor]);
  const click = (event: MouseEvent) => {
    if (isControl(event.target) || window.getSelection()?.toString()) return;
    onCursor?.(row);
    onOpen?.(row);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
    onOpen?.(row);
  };
  const className = [
    onOpen ? styles.clickable : '',
    isSelected ? styles.selected : '',
    openId === id ? styles.open : '',
    isCursor ? styles.cursor : '',
  ].join(' ');
  return (
    <tr
      ref={ref}
      className={className}
      onClick={click}
      onKeyDown={keyDown}
      tabIndex={onOpen ? 0 : undefined}
      onFocus={(event) => event.target === event.currentTarget && onCursor?.(row)}
      aria-selected={selection ? isSelected : undefined}
    >
      {selection ? (
        <td className={styles.check}>
          <Checkbox
            checked={isSelected}
            onChange={() => selection.toggle(id)}
            aria-label={words.selectRow}
            tabIndex={-1}
          />
        </td>
      ) : null}
      {placed.map((column) => (
        <td key={column.key} className={column.align === 'right' ? styles.right : ''}>
          {column.render(row)}
        </td>
      ))}
    </tr>
  );
}

const isControl = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('a, button, input, label, .ant-checkbox-wrapper') !== null;

function LoadingRows<Row>({ columns, hasSelection }: { columns: readonly Column<Row>[]; hasSelection: boolean }) {
  return Array.from({ length: 10 }, (_, index) => (
    <tr key={index}>
      {hasSelection ? (
        <td className={styles.check}>
          <UnevenBar width={14} index={0} />
        </td>
      ) : null}
      {columns.map((column, place) => (
        <td key={column.key} className={column.align === 'right' ? styles.right : ''}>
          <UnevenBar width={column.bar ?? Math.round(column.width * 0.6)} index={index + place} />
        </td>
      ))}
    </tr>
  ));
}
