import type { ReactNode } from 'react';
import styles from './text.module.css';

/** The name in a row: what the eye looks for. */
export const Strong = ({ children }: { children: ReactNode }) => <span className={styles.strong}>{children}</span>;

/** What stands beside it and only helps. */
export const Quiet = ({ children }: { children: ReactNode }) => <span className={styles.quiet}>{children}</span>;

/** What waits or warns, with a dot before it, so that it is not said by colour alone. */
export function Marked({ tone, children }: { tone: 'warn' | 'risk'; children: ReactNode }) {
  return (
    <span className={styles[tone]}>
      <span className={styles.dot} aria-hidden="true" />
      {children}
    </span>
  );
}

/** A sentence whose first clause carries it: that clause is strong, the rest explains. */
export function LeadClause({ text }: { text: string }) {
  const end = text.search(/[，,；;]/);
  if (end < 0) return <strong>{text}</strong>;
  return (
    <>
      <strong>{text.slice(0, end)}</strong>
      {text.slice(end)}
    </>
  );
}
