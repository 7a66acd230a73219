import { View } from '@tarojs/components';
import { Bone, RowBones } from '@/kit/skeleton';
import '@/features/commission/balance-card.scss';

/** The page's own shape while its numbers are on their way. */
export function EarningsBones() {
  return (
    <View>
      <View className="available">
        <Bone w={100} h={30} />
        <Bone w={440} h={92} r={14} className="bones-gap" />
        <Bone w={310} h={28} className="bones-gap-l" />
      </View>
      <View className="balances">
        {[0, 1, 2].map((index) => (
          <View key={index} className="balances__cell">
            <Bone w={88} h={26} />
            <Bone w={150} h={34} className="bones-gap" />
            <Bone w={116} h={22} className="bones-gap" />
          </View>
        ))}
      </View>
      <View className="chip-bones">
        {[112, 140, 140, 140, 140].map((width, index) => (
          <Bone key={index} w={width} h={64} r={32} className="chip-bones__chip" />
        ))}
      </View>
      <ListBones />
    </View>
  );
}

export function ListBones() {
  return (
    <View>
      <View className="day-head">
        <Bone w={200} h={28} />
        <Bone w={120} h={28} />
      </View>
      <RowBones count={4} />
    </View>
  );
}
