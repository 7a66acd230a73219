import { Image, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { pictureUrl } from '@/lib/picture-url';
import { cx } from '../cx';
import { Icon } from '../icon';
import './index.scss';

/** A face, or the first character of the name on a tint where there is none. Size in design px. */
export function Avatar({
  name,
  src,
  size,
  className,
}: {
  name: string;
  src?: string | null;
  size: number;
  className?: string;
}) {
  const [isBroken, setBroken] = useState(false);
  const side = Taro.pxTransform(size);
  if (src && !isBroken) {
    return (
      <Image
        className={cx('avatar', className)}
        style={{ width: side, height: side }}
        src={pictureUrl(src)}
        mode="aspectFill"
        lazyLoad
        onError={() => setBroken(true)}
      />
    );
  }
  return (
    <View
      className={cx('avatar avatar--letter', className)}
      style={{ width: side, height: side, fontSize: Taro.pxTransform(size * 0.44) }}
    >
      {[...name.trim()][0] ?? <Icon name="people-deep" size={size * 0.5} />}
    </View>
  );
}
