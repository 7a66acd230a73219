import { LineChartOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './charts.module.css';

export interface FigureTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
}

interface ChartFigureProps {
  title: string;
  summary?: ReactNode;
  table: FigureTable;
  children: ReactNode;
}

/** A chart with its title, its sum in words, and the table behind it: the icon changes between the two. */
export function ChartFigure({ title, summary, table, children }: ChartFigureProps) {
  const words = useWords(kitWords);
  const [isTable, setTable] = useState(false);
  const label = isTable ? words.chart : words.table;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <h2>{title}</h2>
        {summary ? <span className={styles.summary}>{summary}</span> : null}
        <Tooltip title={label}>
          <Button
            className={styles.toggle}
            type="text"
            size="small"
            icon={isTable ? <LineChartOutlined /> : <TableOutlined />}
            aria-label={label}
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          />
        </Tooltip>
      </figcaption>
      {isTable ? <DataTable label={words.chartTable(title)} table={table} /> : children}
    </figure>
  );
}

function DataTable({ label, table }: { label: string; table: FigureTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard
    <section className={styles.tableFrame} aria-label={label} tabIndex={0} data-quiet-focus>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
