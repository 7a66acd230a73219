import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { cx } from '../cx';
import './index.scss';

/** One block in the place of something that is still on its way; sizes in design px, width also in percent. */
export function Bone({ w, h, r, className }: { w: number | string; h: number; r?: number; className?: string }) {
  const width = typeof w === 'number' ? Taro.pxTransform(w) : w;
  const style = {
    width,
    height: Taro.pxTransform(h),
    ...(r === undefined ? {} : { borderRadius: Taro.pxTransform(r) }),
  };
  return <View className={cx('bone', className)} style={style} />;
}

/** Rows with a picture, two lines and an amount: the shape of every list of money. */
export function RowBones({ count = 4 }: { count?: number }) {
  return (
    <View className="bones-card">
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="bones-row">
          <Bone w={96} h={96} r={20} />
          <View className="bones-row__text">
            <Bone w={`${88 - ((index * 17) % 30)}%`} h={32} />
            <Bone w={`${52 - ((index * 11) % 18)}%`} h={24} className="bones-gap" />
          </View>
          <Bone w={112} h={32} />
        </View>
      ))}
    </View>
  );
}

/** Product cards on their way. */
export function ProductBones({ count = 5 }: { count?: number }) {
  return (
    <View>
      {Array.from({ length: count }, (_, index) => (
        <View key={index} className="bones-product">
          <Bone w={184} h={184} r={20} />
          <View className="bones-row__text">
            <Bone w="84%" h={34} />
            <Bone w="56%" h={28} className="bones-gap" />
            <Bone w="100%" h={72} r={36} className="bones-gap-l" />
          </View>
        </View>
      ))}
    </View>
  );
}
