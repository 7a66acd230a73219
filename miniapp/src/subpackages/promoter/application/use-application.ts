import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { useMe } from '@/features/identity/api';
import { replace } from '@/lib/navigation';

/** How the application stands. It is pushed: when the merchant admits it while one looks, the welcome opens by itself. */
export function useApplication() {
  const me = useMe();
  const status = me.data?.application.status;
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'waiting' && status === 'admitted') replace('welcome');
    before.current = status;
  }, [status]);
  usePullDownRefresh(() => {
    void me.again().then(() => Taro.stopPullDownRefresh());
  });
  return { me };
}
