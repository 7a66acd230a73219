import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useShare } from '@/features/attribution/use-share';
import { useMe } from '@/features/identity/api';

const ME_TAB = 3;

/** 我的: who I am here, how far my level is, what I shared. */
export function useMePage() {
  const me = useMe();
  const [isCodeOpen, setCodeOpen] = useState(false);
  const invitation = useShare(isCodeOpen ? { sku: null, channel: 'code', words: null, isInvite: true } : null);
  const unread = me.data?.unread ?? 0;
  useUnreadBadge(unread);
  usePullDownRefresh(() => {
    void me.again().then(() => Taro.stopPullDownRefresh());
  });
  useShareAppMessage(() => ({
    title: invitation.share?.title,
    path: invitation.share?.path,
    imageUrl: invitation.share?.image ?? undefined,
  }));
  return { me, isCodeOpen, setCodeOpen, invitation, unread };
}

/** The number on the tab; while another page is open WeChat refuses it, and it is set when this one is shown. */
function useUnreadBadge(unread: number): void {
  const set = () => {
    const done =
      unread > 0
        ? Taro.setTabBarBadge({ index: ME_TAB, text: unread > 99 ? '99+' : String(unread) })
        : Taro.removeTabBarBadge({ index: ME_TAB });
    Promise.resolve(done).catch(() => undefined);
  };
  useEffect(set, [unread]);
  useDidShow(set);
}
