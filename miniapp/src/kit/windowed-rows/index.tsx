import { View } from '@tarojs/components';
import Taro, { usePageScroll } from '@tarojs/taro';
import { type ReactNode, useState } from 'react';

/** Up to so many rows are simply drawn; beyond, those far from the window are left out. */
const PLAIN_MOST = 50;
/** Rows drawn before and after what is seen, so that a quick thumb does not outrun them. */
const SPARE = 12;
/** How far the window moves before it is drawn anew: small steps would cost more than they save. */
const STEP = 6;

export interface WindowedRowsProps<T> {
  items: readonly T[];
  /** Height of every row with its gap, in design px. */
  height: number;
  keyOf: (item: T) => string;
  render: (item: T) => ReactNode;
}

/** A long list of equal rows of which only those near the window exist. */
export function WindowedRows<T>({ items, height, keyOf, render }: WindowedRowsProps<T>) {
  const [first, setFirst] = useState(0);
  const isPlain = items.length <= PLAIN_MOST;
  usePageScroll(({ scrollTop }) => {
    if (isPlain) return;
    const row = Math.floor(scrollTop / ((height * windowWidth()) / 750));
    const next = Math.max(0, Math.floor((row - SPARE) / STEP) * STEP);
    if (next !== first) setFirst(next);
  });
  const from = isPlain ? 0 : Math.min(first, Math.max(0, items.length - 1));
  const to = isPlain ? items.length : Math.min(items.length, from + SPARE * 3 + STEP);
  return (
    <View
      style={{
        paddingTop: Taro.pxTransform(from * height),
        paddingBottom: Taro.pxTransform((items.length - to) * height),
      }}
    >
      {items.slice(from, to).map((item) => (
        <View key={keyOf(item)}>{render(item)}</View>
      ))}
    </View>
  );
}

let width = 0;

function windowWidth(): number {
  width ||= (Taro.getWindowInfo?.() ?? Taro.getSystemInfoSync()).windowWidth || 375;
  return width;
}
