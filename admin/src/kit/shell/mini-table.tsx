import type { ReactNode } from 'react';
import styles from './mini-table.module.css';

export interface MiniColumn<Row> {
  readonly key: string;
  readonly title: ReactNode;
  readonly align?: 'right';
  /** Gives way first when the window is narrow. */
  readonly isSecond?: boolean;
  readonly width?: number | string;
  readonly render: (row: Row) => ReactNode;
}

interface MiniTableProps<Row> {
  label: string;
  columns: readonly MiniColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
}

/** A short table inside a page: 36 px rows, hairlines, no paging. */
export function MiniTable<Row>({ label, columns, rows, rowKey, onOpen }: MiniTableProps<Row>) {
  const cell = (column: MiniColumn<Row>) =>
    `${column.align === 'right' ? styles.right : ''} ${column.isSecond ? styles.second : ''}`;
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={cell(column)} style={{ width: column.width }}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className={onOpen ? styles.clickable : ''}
            tabIndex={onOpen ? 0 : undefined}
            onClick={onOpen ? () => onOpen(row) : undefined}
            onKeyDown={onOpen ? (event) => event.key === 'Enter' && onOpen(row) : undefined}
          >
            {columns.map((column) => (
              <td key={column.key} className={cell(column)}>
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
