import { Text, View } from '@tarojs/components';
import { LadderSums } from '@/features/promoters/ladder-sums';
import { climbOf, type PlanLadder } from '@/features/promoters/plan';
import { Link } from '@/kit/button/link';
import { Card } from '@/kit/cells';
import { LevelLine } from '@/kit/level-line';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

/** The levels, what is counted, and what is missing to the next one; a reset says when and what it does. */
export function LadderCard({ ladder }: { ladder: PlanLadder }) {
  const text = useText();
  const { current, progress } = climbOf(ladder);
  const isTop = current === ladder.levels.length - 1;
  return (
    <Card>
      <View className="plan-card-head">
        <Text className="plan-title">{text.plan.level}</Text>
        <Link tone="quiet" hasArrow words={text.me.levelRules} onTap={() => open('levels')} />
      </View>
      <LevelLine levels={ladder.levels} current={current} progress={progress} />
      <LadderSums label={ladder.metricText} value={ladder.value} next={ladder.levels[current + 1]} />
      {ladder.pinned ? <View className="plan-words">{text.plan.pinned}</View> : null}
      {!ladder.pinned && ladder.next ? <View className="plan-words">{ladder.next.text}</View> : null}
      {!ladder.pinned && isTop ? <View className="plan-words">{text.plan.levelTop}</View> : null}
      {ladder.reset ? <View className="plan-words">{ladder.reset.text}</View> : null}
    </Card>
  );
}
