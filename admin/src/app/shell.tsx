import { SearchOutlined } from '@ant-design/icons';
import { Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { useWords } from '../kit/i18n/words';
import { SideNav } from '../kit/shell/side-nav';
import { siderClosedBelow, useMedia } from '../kit/shell/use-media';
import { CommandSearch } from './command-search';
import { useLive } from './live';
import { LiveContext } from './live-context';
import { menu } from './menu';
import { MerchantSwitch } from './merchant-switch';
import { PageBoundary } from './page-boundary';
import { PageSkeleton } from './page-skeleton';
import { PersonMenu } from './person-menu';
import styles from './shell.module.css';
import { useWaitingCounts } from './use-waiting-counts';
import { appWords } from './words';

/** The desk: menu at the side, the page beside it. */
export function Shell() {
  const words = useWords(appWords);
  const isClosed = useMedia(siderClosedBelow);
  const isLive = useLive();
  const counts = useWaitingCounts();
  const { pathname } = useLocation();
  const [isSearching, setSearching] = useState(false);
  useSearchKey(() => setSearching(true));
  const items = menu.map(({ key, path, icon }) => ({ path, icon, label: words[key], count: counts[key] }));
  return (
    <LiveContext.Provider value={isLive}>
      <div className={styles.shell}>
        <a className={styles.skip} href="#main">
          {words.skip}
        </a>
        <aside className={styles.sider}>
          <MerchantSwitch />
          <button type="button" className={styles.search} onClick={() => setSearching(true)} aria-label={words.search}>
            <SearchOutlined />
            <span>{words.search}</span>
            <kbd>Ctrl K</kbd>
          </button>
          <div className={styles.scroll}>
            <SideNav items={items} label={words.menu} isClosed={isClosed} />
          </div>
          {isLive ? null : (
            <p className={styles.offline} role="status">
              {words.offline}
            </p>
          )}
          <div className={styles.foot}>
            <PersonMenu />
          </div>
        </aside>
        <div className={styles.content}>
          <PageBoundary key={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </PageBoundary>
        </div>
        <CommandSearch isOpen={isSearching} onClose={() => setSearching(false)} />
      </div>
    </LiveContext.Provider>
  );
}

function useSearchKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
