import { Text, View } from '@tarojs/components';
import type { PlanBonus } from '@/features/promoters/plan';
import { Card } from '@/kit/cells';
import { Progress } from '@/kit/progress';
import { useText } from '@/lib/i18n';

/** Bonuses that run, with their end, and steps that can still be reached, with what is missing. */
export function BonusCard({ bonuses }: { bonuses: readonly PlanBonus[] }) {
  const text = useText();
  return (
    <Card className="card--rows">
      <View className="plan-title">{text.plan.bonuses}</View>
      {bonuses.map((bonus, index) => (
        <View key={index} className="plan-bonus">
          <View className="plan-bonus__head">
            <View className="plan-row__sentence">{bonus.sentence}</View>
            <Text className="plan-row__rate num">{bonus.rate}</Text>
          </View>
          {bonus.running ? (
            <View className="plan-bonus__state">
              <Text className="plan-bonus__running">{text.plan.running}</Text>
              {bonus.untilText ? <Text className="plan-row__note">{bonus.untilText}</Text> : null}
            </View>
          ) : null}
          {bonus.progress ? <Progress share={bonus.progress.share} words={bonus.progress.text} /> : null}
        </View>
      ))}
    </Card>
  );
}
