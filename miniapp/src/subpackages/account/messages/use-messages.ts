import Taro, { useDidHide, usePullDownRefresh, useUnload } from '@tarojs/taro';
import { useRef } from 'react';
import { type Message, markRead, readMessages } from '@/features/messaging/api';
import { open } from '@/lib/navigation';
import { invalidate } from '@/lib/query/query-cache';
import { usePages } from '@/lib/query/use-pages';

/** The messages; leaving the page marks what was on it as read. */
export function useMessages() {
  const list = usePages<Message>('messages', readMessages, true);
  const newest = useRef<Message | undefined>(undefined);
  newest.current = list.items[0];
  const marked = useRef<string | null>(null);
  const leave = () => {
    const message = newest.current;
    if (!message || message.read || marked.current === message.id) return;
    marked.current = message.id;
    void markRead(message.id).then(
      () => invalidate('me', 'home', 'messages'),
      () => {
        marked.current = null;
      },
    );
  };
  useDidHide(leave);
  useUnload(leave);
  usePullDownRefresh(() => {
    void list.again().then(() => Taro.stopPullDownRefresh());
  });
  return { list, follow };
}

/** Where a message leads. */
function follow({ link }: Message): void {
  if (!link) return;
  if (link.kind === 'commission') open('commission', { id: link.id });
  else if (link.kind === 'payout') open('payout', { id: link.id });
  else if (link.kind === 'order') open('order', { id: link.id });
  else open('application');
}
