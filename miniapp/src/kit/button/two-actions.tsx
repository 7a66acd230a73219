import { View } from '@tarojs/components';
import { ActionButton, type ActionProps } from '.';

/** The foot with a second choice beside the one action. */
export function TwoActions({ first, second }: { first: ActionProps; second: ActionProps }) {
  return (
    <View className="two-actions">
      <View className="two-actions__second">
        <ActionButton look="outline" {...second} />
      </View>
      <View className="two-actions__first">
        <ActionButton {...first} />
      </View>
    </View>
  );
}
