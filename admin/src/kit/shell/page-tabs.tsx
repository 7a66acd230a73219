import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { grouped } from '../i18n/words';
import styles from './page-tabs.module.css';

export interface PageTab {
  readonly key: string;
  readonly label: string;
  /** How many wait there; not shown while unknown. */
  readonly count?: number;
}

export function PageTabs({
  tabs,
  active,
  onChange,
}: {
  tabs: readonly PageTab[];
  active: string;
  onChange: (key: string) => void;
}) {
  const items = tabs.map(({ key, label, count }): { key: string; label: ReactNode } => ({
    key,
    label: (
      <>
        {label}
        {count === undefined ? null : <span className={styles.count}>{grouped(count)}</span>}
      </>
    ),
  }));
  return <Tabs className={styles.tabs} items={items} activeKey={active} onChange={onChange} />;
}
