import { View } from '@tarojs/components';
import { Bone } from '@/kit/skeleton';

export function ProductBonesPage() {
  return (
    <View>
      <Bone w="100%" h={560} r={0} />
      <View className="product-bones">
        <Bone w={240} h={72} />
        <Bone w="72%" h={44} className="bones-gap-l" />
        <Bone w="94%" h={32} className="bones-gap" />
        <Bone w="100%" h={320} r={28} className="bones-gap-l" />
      </View>
    </View>
  );
}
