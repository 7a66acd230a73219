import { View } from '@tarojs/components';
import { Bone } from '@/kit/skeleton';

export function PlanBones() {
  return (
    <View>
      <View className="plan-head">
        <Bone w={220} h={32} />
        <Bone w={240} h={96} className="bones-gap" />
        <Bone w={480} h={32} className="bones-gap-l" />
      </View>
      <View className="card">
        <Bone w={120} h={44} />
        <Bone w="100%" h={200} className="bones-gap-l" />
        <Bone w="90%" h={32} className="bones-gap-l" />
      </View>
      <View className="card">
        <Bone w="64%" h={36} />
        <Bone w="100%" h={88} className="bones-gap-l" />
        <Bone w="100%" h={88} className="bones-gap" />
      </View>
    </View>
  );
}
