import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { useText } from '@/lib/i18n';
import './recommendation.scss';

/** Who recommends it, and in which words: the first thing that a friend who came in by a share is told. */
export function Recommendation({ name, words, className }: { name: string; words: string | null; className?: string }) {
  const text = useText();
  return (
    <View className={cx('recommendation', className)}>
      <Text className="recommendation__by">{text.product.recommendedBy(name)}</Text>
      {words ? <View className="recommendation__words">{words}</View> : null}
    </View>
  );
}
