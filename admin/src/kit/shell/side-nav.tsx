import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { grouped } from '../i18n/words';
import styles from './side-nav.module.css';

export interface NavItem {
  readonly path: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** How many wait there. */
  readonly count?: number;
}

/** The menu at the side. Closed, it shows icons with their names on hover, and a dot where something waits. */
export function SideNav({ items, label, isClosed }: { items: readonly NavItem[]; label: string; isClosed: boolean }) {
  return (
    <nav className={`${styles.nav} ${isClosed ? styles.closed : ''}`} aria-label={label}>
      {items.map((item) => (
        <Tooltip key={item.path} title={isClosed ? item.label : ''} placement="right">
          <NavLink
            to={item.path}
            end={item.path === '/'}
            className={({ isActive }) => `${styles.item} ${isActive ? styles.here : ''}`}
            aria-label={isClosed ? item.label : undefined}
          >
            <span className={styles.icon} aria-hidden="true">
              {item.icon}
            </span>
            {isClosed ? null : <span className={styles.label}>{item.label}</span>}
            {item.count ? (
              isClosed ? (
                <span className={styles.dot} />
              ) : (
                <span className={styles.count}>{grouped(item.count)}</span>
              )
            ) : null}
          </NavLink>
        </Tooltip>
      ))}
    </nav>
  );
}
