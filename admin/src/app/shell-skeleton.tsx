import { Bar } from '../kit/states/skeleton';
import styles from './shell.module.css';

/** The console's frame before it is known who is looking at it. */
export function ShellSkeleton() {
  return (
    <div className={styles.shell} aria-busy="true">
      <aside className={styles.sider}>
        <div className={styles.merchant}>
          <Bar width={26} height={26} />
          <span className={styles.merchantText}>
            <Bar width={90} />
          </span>
        </div>
      </aside>
      <div style={{ padding: '18px 28px' }}>
        <Bar width={120} height={18} />
      </div>
    </div>
  );
}
