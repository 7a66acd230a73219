import type { ReactNode } from 'react';
import styles from './status-tag.module.css';

export type Tone = 'plain' | 'warn' | 'risk' | 'ok' | 'accent' | 'done';

/** A word on its tint: for the one state of a panel or a page. The normal state gets none. */
export function StatusTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}

/** A dot, a word and what happens next: for rows. */
export function StatusText({ tone = 'plain', next, children }: { tone?: Tone; next?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.text}>
      <span className={`${styles.dot} ${styles[`dot-${tone}`]}`} aria-hidden="true" />
      <span className={styles[`word-${tone}`]}>{children}</span>
      {next ? (
        <span className={styles.next} title={typeof next === 'string' ? next : undefined}>
          {next}
        </span>
      ) : null}
    </span>
  );
}
