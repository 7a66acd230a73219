import { Image } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { assetPath } from '../asset-path';
import './index.scss';

/** The outlines that tooling/draw-icons.mjs draws, with the tones each exists in. */
export type IconName =
  | 'back-ink'
  | 'right-ink3'
  | 'right-deep'
  | 'right-bud'
  | 'down-ink2'
  | 'down-ink3'
  | 'close-ink2'
  | 'close-ink3'
  | 'check-white'
  | 'check-deep'
  | 'plus-ink'
  | 'plus-bud'
  | 'minus-ink'
  | 'minus-bud'
  | 'share-deep'
  | 'share-white'
  | 'search-ink3'
  | 'clock-ink3'
  | 'clock-deep'
  | 'clock-money'
  | 'info-ink3'
  | 'info-deep'
  | 'info-money'
  | 'poster-ink'
  | 'poster-ink2'
  | 'leaf-deep'
  | 'leaf-white'
  | 'wallet-deep'
  | 'refresh-deep'
  | 'link-ink'
  | 'link-ink3'
  | 'moments-ink'
  | 'code-ink'
  | 'chat-ink2'
  | 'chat-white'
  | 'bell-ink2'
  | 'bell-deep'
  | 'people-ink2'
  | 'people-deep'
  | 'card-ink2'
  | 'doc-ink2'
  | 'doc-deep'
  | 'gear-ink2'
  | 'offline-stale'
  | 'bag-ink2'
  | 'bag-deep'
  | 'truck-ink2'
  | 'truck-deep'
  | 'pin-ink2'
  | 'pin-deep'
  | 'edit-ink3'
  | 'edit-deep'
  | 'chart-ink2'
  | 'chart-deep'
  | 'shield-ink2'
  | 'globe-ink2'
  | 'filter-ink2';

export interface IconProps {
  name: IconName;
  /** Side in design px (width 750). */
  size?: number;
  className?: string;
}

export function Icon({ name, size = 36, className = '' }: IconProps) {
  const side = Taro.pxTransform(size);
  return (
    <Image
      className={`icon ${className}`}
      style={{ width: side, height: side }}
      src={assetPath(`icons/${name}.svg`)}
      mode="aspectFit"
    />
  );
}
