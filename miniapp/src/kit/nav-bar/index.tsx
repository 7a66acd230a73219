import { View } from '@tarojs/components';
import { usePageScroll } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';
import { back } from '@/lib/navigation';
import { platform } from '@/lib/platform';
import { cx } from '../cx';
import { Icon } from '../icon';
import { Tap } from '../tap';
import './index.scss';

/** Measured once: it does not change while the app runs. */
const metrics = platform.barMetrics();

/** The height that the bar takes, in px of the window. */
export const navBarHeight = metrics.statusBar + metrics.bar;

export interface NavBarProps {
  title?: string;
  hasBack?: boolean;
  backLabel?: string;
  /** In place of the title, on tab pages: a greeting, a search field. It ends before the capsule. */
  left?: ReactNode;
  /** The page's picture runs on under the bar; the bar turns to paper once it is scrolled away. */
  isOver?: boolean;
}

/** The bar that each page draws itself, ending before WeChat's capsule. */
export function NavBar({ title, hasBack, backLabel, left, isOver }: NavBarProps) {
  const [isScrolled, setScrolled] = useState(false);
  usePageScroll(({ scrollTop }) => {
    const next = scrollTop > (isOver ? 160 : 4);
    if (next !== isScrolled) setScrolled(next);
  });
  const side = Math.max(metrics.capsuleInset, 44);
  return (
    <View
      className={cx('nav', isOver && 'nav--over', isOver && isScrolled && 'nav--paper')}
      style={{ paddingTop: `${metrics.statusBar}px` }}
    >
      <View className="nav__row" style={{ height: `${metrics.bar}px` }}>
        {hasBack ? (
          <Tap className="nav__back" label={backLabel} onTap={back}>
            <Icon name="back-ink" size={44} />
          </Tap>
        ) : null}
        {left ? (
          <View className="nav__left" style={{ marginRight: `${metrics.capsuleInset + 14}px` }}>
            {left}
          </View>
        ) : null}
        {title && !left ? (
          <View
            className={cx('nav__title', hasBack && 'nav__title--centred')}
            style={hasBack ? { left: `${side}px`, right: `${side}px` } : undefined}
          >
            {isOver && !isScrolled ? '' : title}
          </View>
        ) : null}
      </View>
    </View>
  );
}
