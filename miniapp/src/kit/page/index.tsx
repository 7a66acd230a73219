import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { useTabWords } from '@/lib/tab-words';
import { cx } from '../cx';
import { NavBar, type NavBarProps } from '../nav-bar';
import { OfflineStrip } from '../offline-strip';
import './index.scss';

export interface PageProps extends NavBarProps {
  /** The sticky foot with the page's one filled button. */
  foot?: ReactNode;
  /** What stands above the foot's button, so that the page keeps room for it. */
  footHeight?: 'plain' | 'tall';
  /** The foot without a bar: on pages that end before it. */
  isFootPlain?: boolean;
  /** Tab pages: the foot stands above the tab bar. */
  isTab?: boolean;
  tone?: 'paper' | 'card';
  /** Time of the data on show, for the strip that says that there is no network. */
  dataAt?: number;
  /** Sheets and other things that lie above the page. */
  over?: ReactNode;
  className?: string;
}

/** The frame of every page: its bar, the strip when there is no network, the content, and the foot. */
export function Page({
  foot,
  footHeight = 'plain',
  isFootPlain,
  isTab,
  tone = 'paper',
  dataAt,
  over,
  className,
  children,
  ...bar
}: PropsWithChildren<PageProps>) {
  useTabWords(isTab === true);
  return (
    <View className={cx('page', `page--${tone}`, isTab && 'page--tab', className)}>
      <NavBar {...bar} />
      {dataAt ? <OfflineStrip at={dataAt} /> : null}
      <View className="page__body">{children}</View>
      {foot ? <View className={cx('page__room', `page__room--${footHeight}`)} /> : <View className="page__end" />}
      {foot ? (
        <View className={cx('page__foot', isTab && 'page__foot--tab', isFootPlain && 'page__foot--plain')}>{foot}</View>
      ) : null}
      {over}
    </View>
  );
}
