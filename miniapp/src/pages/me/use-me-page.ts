import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';
import { useCallback, useEffect, useState } from 'react';
import { useShare } from '@/features/attribution/use-share';
import { useMe } from '@/features/identity/api';
import { cardPicture } from '@/lib/picture-url';

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
    imageUrl: cardPicture(invitation.share?.image),
  }));
  return { me, isCodeOpen, setCodeOpen, invitation, unread };
}

/** The number on the tab; while another page is open WeChat refuses it, and it is set when this one is shown. */
function useUnreadBadge(unread: number): void {
  const set = useCallback(() => {
    void showBadge(unread).catch(() => undefined);
  }, [unread]);
  useEffect(set, [set]);
  useDidShow(set);
}

async function showBadge(unread: number): Promise<void> {
  if (unread > 0) await Taro.setTabBarBadge({ index: ME_TAB, text: unread > 99 ? '99+' : String(unread) });
  else await Taro.removeTabBarBadge({ index: ME_TAB });
}
