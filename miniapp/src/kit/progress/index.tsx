import { Text, View } from '@tarojs/components';
import './index.scss';

export interface ProgressProps {
  /** From 0 to 1; more is full. */
  share: number;
  /** The sentence beside the bar: a bar alone says nothing to those who cannot see it. */
  words: string;
}

/** How far something is: a bar, and under it the sentence with the numbers. */
export function Progress({ share, words }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <View className="progress">
      <View className="progress__track">
        {percent > 0 ? <View className="progress__fill" style={{ width: `${percent}%` }} /> : null}
      </View>
      <Text className="progress__words">{words}</Text>
    </View>
  );
}
