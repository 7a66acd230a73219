import type { ReactNode } from 'react';
import styles from './section.module.css';

interface SectionProps {
  title: ReactNode;
  /** Small and grey beside the title: the span of time, the count. */
  hint?: ReactNode;
  extra?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A part of a page under its heading: divided from the next by air, not by a card. */
export function Section({ title, hint, extra, id, children }: SectionProps) {
  return (
    <section className={styles.section} id={id}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {hint ? <span className={styles.hint}>{hint}</span> : null}
        {extra ? <div className={styles.extra}>{extra}</div> : null}
      </div>
      {children}
    </section>
  );
}
