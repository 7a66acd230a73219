import { type ReactNode, useState } from 'react';
import styles from './page.module.css';
import { ScrollContext } from './scroll-context';

interface PageProps {
  title: ReactNode;
  /** Beside the title, small: a date, a state. */
  meta?: ReactNode;
  /** At the right of the title row. */
  actions?: ReactNode;
  /** Instead of the whole title row, for pages about one person or thing. */
  head?: ReactNode;
  tabs?: ReactNode;
  /** A panel beside the page, which keeps its place. */
  panel?: ReactNode;
  /** What floats at the foot of the page's own column. */
  floating?: ReactNode;
  /** Figures and reading stop at 1440; lists use all there is. */
  isBounded?: boolean;
  children: ReactNode;
}

/** The frame of every page: a title row, what can be done, and a column that scrolls by itself. */
export function Page({ title, meta, actions, head, tabs, panel, floating, isBounded, children }: PageProps) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  return (
    <div className={styles.stage}>
      <div className={styles.column}>
        <main ref={setScroller} className={styles.scroll} id="main" tabIndex={-1} data-quiet-focus>
          <ScrollContext.Provider value={scroller}>
            <div className={`${styles.inner} ${isBounded ? styles.bounded : ''}`}>
              {head ?? (
                <header className={styles.head}>
                  <h1>{title}</h1>
                  {meta ? <div className={styles.meta}>{meta}</div> : null}
                  {actions ? <div className={styles.actions}>{actions}</div> : null}
                </header>
              )}
              {tabs}
              {children}
            </div>
          </ScrollContext.Provider>
        </main>
        {floating}
      </div>
      {panel}
    </div>
  );
}
