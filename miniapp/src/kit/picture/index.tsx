import { Image } from '@tarojs/components';
import { type CSSProperties, useState } from 'react';
import { pictureUrl } from '@/lib/picture-url';
import { assetPath } from '../asset-path';
import { cx } from '../cx';
import './index.scss';

/** A merchant's photo, cropped to its frame on a warm ground; a drawing stands in where there is none or it cannot be loaded. */
export function Picture({ src, className, style }: { src?: string | null; className?: string; style?: CSSProperties }) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = src && broken !== src ? pictureUrl(src) : assetPath('art/product.svg');
  return (
    <Image
      className={cx('picture', className)}
      style={style}
      src={shown}
      mode="aspectFill"
      lazyLoad
      onError={() => setBroken(src ?? null)}
    />
  );
}
