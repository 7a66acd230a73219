import { Button } from 'antd';
import { useContext, useEffect, useRef } from 'react';
import { useWords } from '../i18n/words';
import { ScrollContext } from '../shell/scroll-context';
import { kitWords } from '../words';
import styles from './list-table.module.css';
import { type KeysetList, pageSize } from './use-keyset-list';

/** The end of what was fetched: the next 50 rows come when it is near the view, or on a click. */
export function ListFooter<Row>({ list }: { list: KeysetList<Row> }) {
  const words = useWords(kitWords);
  const scroller = useContext(ScrollContext);
  const ref = useRef<HTMLDivElement>(null);
  const { hasMore, isLoadingMore, loadMore } = list;
  const latest = useRef(loadMore);
  latest.current = loadMore;
  useEffect(() => {
    const element = ref.current;
    if (!element || !hasMore || isLoadingMore || typeof IntersectionObserver === 'undefined') return;
    const observer = new IntersectionObserver((entries) => entries[0]?.isIntersecting && latest.current(), {
      root: scroller,
      rootMargin: '480px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [hasMore, isLoadingMore, scroller]);
  if (list.isLoading || list.error || list.rows.length === 0) return null;
  if (!hasMore)
    return list.rows.length > pageSize ? (
      <div className={styles.footer}>{words.endOfList(list.rows.length)}</div>
    ) : null;
  return (
    <div ref={ref} className={styles.footer}>
      <Button type="text" onClick={loadMore} loading={isLoadingMore}>
        {isLoadingMore ? words.loadingMore : words.loadMore}
      </Button>
    </div>
  );
}
