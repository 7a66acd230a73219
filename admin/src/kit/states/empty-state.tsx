import type { ReactNode } from 'react';
import styles from './states.module.css';

interface EmptyStateProps {
  title: ReactNode;
  /** Why it is empty and when the next will come. */
  children?: ReactNode;
  /** One step that helps, and at most one other. */
  actions?: ReactNode;
  small?: boolean;
}

export function EmptyState({ title, children, actions, small }: EmptyStateProps) {
  return (
    <section className={`${styles.state} ${small ? styles.small : ''}`}>
      <h2 className={styles.title}>{title}</h2>
      {children ? <div className={styles.detail}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </section>
  );
}
