import type { ReactNode } from 'react';
import { grouped } from '../i18n/words';
import styles from './charts.module.css';

export interface BarItem {
  readonly key: string;
  readonly label: string;
  /** What part of which other step it is, in words. */
  readonly hint?: ReactNode;
  readonly value: number;
}

/** Steps of a process as bars from zero, all on the same scale, each with its figure. */
export function BarList({ items }: { items: readonly BarItem[] }) {
  const most = Math.max(1, ...items.map((item) => item.value));
  return (
    <ul className={styles.bars}>
      {items.map((item) => (
        <li key={item.key} className={styles.barItem}>
          <div className={styles.barText}>
            <span>{item.label}</span>
            {item.hint ? <span className={styles.barHint}>{item.hint}</span> : null}
            <span className={styles.barValue}>{grouped(item.value)}</span>
          </div>
          <MeterBar part={item.value / most} />
        </li>
      ))}
    </ul>
  );
}

/** A filled part of one whole; `part` is 0 to 1. */
export function MeterBar({ part, label }: { part: number; label?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, part)) * 1000) / 10;
  return (
    <div className={styles.meter} title={label}>
      <span style={{ width: `${percent}%`, minWidth: part > 0 ? 2 : 0 }} />
    </div>
  );
}
