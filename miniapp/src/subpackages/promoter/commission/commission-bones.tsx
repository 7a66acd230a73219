import { View } from '@tarojs/components';
import { Bone, RowBones } from '@/kit/skeleton';

export function CommissionBones() {
  return (
    <View>
      <View className="commission-head">
        <Bone w={300} h={96} />
        <Bone w={460} h={32} className="bones-gap-l" />
        <Bone w={320} h={32} className="bones-gap" />
      </View>
      <View className="card">
        <Bone w="100%" h={120} />
      </View>
      <RowBones count={3} />
    </View>
  );
}
