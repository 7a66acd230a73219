import { View } from '@tarojs/components';
import { useText } from '@/lib/i18n';
import type { PagedAnswer } from '@/lib/query/use-pages';
import { Tap } from '../tap';
import './index.scss';

/** What stands under a list: more on its way, a failed page to try again, or its end. */
export function ListEnd<T>({ list }: { list: PagedAnswer<T> }) {
  const text = useText();
  if (list.items.length === 0) return null;
  if (list.moreProblem) {
    return (
      <Tap className="list-end list-end--link" onTap={list.more}>
        {text.common.moreFailed}
      </Tap>
    );
  }
  if (list.isLoadingMore) return <View className="list-end">{text.common.loadingMore}</View>;
  if (list.hasMore) {
    return (
      <Tap className="list-end" onTap={list.more}>
        {text.common.more}
      </Tap>
    );
  }
  return <View className="list-end">{text.common.noMore}</View>;
}
