import { View } from '@tarojs/components';
import { Bone } from '@/kit/skeleton';

export function MeBones() {
  return (
    <View>
      <View className="me-head">
        <Bone w={116} h={116} r={58} />
        <View className="me-head__words">
          <Bone w={180} h={44} />
          <Bone w={220} h={30} className="bones-gap" />
        </View>
      </View>
      <View className="card">
        <Bone w={160} h={44} />
        <Bone w="100%" h={200} className="bones-gap-l" />
        <Bone w="90%" h={32} className="bones-gap-l" />
      </View>
      <View className="card">
        <Bone w="100%" h={88} />
      </View>
      <View className="card">
        <Bone w="100%" h={400} />
      </View>
    </View>
  );
}
