import type { ReactNode } from 'react';
import styles from './figure-row.module.css';

export interface Figure {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: ReactNode;
  /** What it is compared with, or what happens next. */
  readonly note?: ReactNode;
}

/** Figures side by side under one hairline, each with what it is and what it is compared with. */
export function FigureRow({ figures, isFirstWide }: { figures: readonly Figure[]; isFirstWide?: boolean }) {
  return (
    <dl
      className={`${styles.row} ${isFirstWide ? styles.firstWide : ''}`}
      style={{ '--figures': figures.length } as object}
    >
      {figures.map((figure) => (
        <div key={figure.key} className={styles.figure}>
          <dt>{figure.label}</dt>
          <dd className={styles.value}>{figure.value}</dd>
          {figure.note ? <dd className={styles.note}>{figure.note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

/** A count in the size of the first figures, with its unit small beside it. */
export function CountFigure({ value, unit }: { value: string; unit: string }) {
  return (
    <span className={styles.count}>
      {value}
      <span className={styles.unit}>{unit}</span>
    </span>
  );
}
