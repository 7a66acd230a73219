import { useDidHide, useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { startApp } from './app-start';
import { CurrencyContext } from './kit/money/currency';
import { shopStore } from './lib/shop';
import { useStore } from './lib/store';
import './app.scss';

const app = startApp();

export default function App({ children }: PropsWithChildren) {
  const shop = useStore(shopStore);
  useLaunch(() => app.launched());
  useDidShow(() => app.shown());
  useDidHide(() => app.hidden());
  return <CurrencyContext.Provider value={shop?.currency ?? 'CNY'}>{children}</CurrencyContext.Provider>;
}
