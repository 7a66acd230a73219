import { View } from '@tarojs/components';
import { Bone, ProductBones } from '@/kit/skeleton';

export function HomeBones() {
  return (
    <View>
      <View className="today">
        <Bone w={150} h={32} />
        <Bone w={360} h={100} className="bones-gap" />
        <Bone w="84%" h={32} className="bones-gap-l" />
      </View>
      <View className="card">
        <View className="waiting__pair">
          <View className="waiting__balance">
            <Bone w={110} h={28} />
            <Bone w={220} h={48} className="bones-gap" />
          </View>
          <View className="waiting__balance waiting__balance--second">
            <Bone w={110} h={28} />
            <Bone w={200} h={48} className="bones-gap" />
          </View>
        </View>
      </View>
      <Bone w={220} h={40} className="home-bones__head" />
      <ProductBones count={2} />
    </View>
  );
}
