import type { ITouchEvent } from '@tarojs/components';
import { View } from '@tarojs/components';
import type { CSSProperties, PropsWithChildren } from 'react';

export interface TapProps {
  className?: string;
  style?: CSSProperties;
  /** What a screen reader says where the drawing has no words. */
  label?: string;
  onTap?: () => void;
  isDisabled?: boolean;
  /** A tap inside another tap must not reach the outer one. */
  isInner?: boolean;
}

/** The roles of a touch area: WeChat and browsers spell them differently. */
function accessibility(label: string | undefined): object {
  if (process.env.TARO_ENV === 'weapp') return { ariaRole: 'button', ariaLabel: label };
  return { role: 'button', tabIndex: 0, 'aria-label': label };
}

/** Anything that can be tapped and is not a filled button. Without onTap it is only a box. */
export function Tap({ className, style, label, onTap, isDisabled, isInner, children }: PropsWithChildren<TapProps>) {
  if (!onTap || isDisabled) {
    return (
      <View className={className} style={style}>
        {children}
      </View>
    );
  }
  const handle = (event: ITouchEvent) => {
    if (isInner) event.stopPropagation();
    onTap();
  };
  return (
    <View
      className={className}
      style={style}
      hoverClass="is-pressed"
      hoverStayTime={60}
      hoverStopPropagation={isInner}
      onClick={handle}
      {...accessibility(label)}
    >
      {children}
    </View>
  );
}
