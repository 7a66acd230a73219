import type { ReactNode } from 'react';
import styles from './two-columns.module.css';

/** A main column and a narrow one at its side: 348 wide on a wide screen, 300 on a narrow one; beneath it beside an open panel. */
export function TwoColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.room}>
      <div className={styles.columns}>
        <div className={styles.main}>{children}</div>
        <aside className={styles.side}>{side}</aside>
      </div>
    </div>
  );
}
