import { Text, View } from '@tarojs/components';
import type { PlanGroup } from '@/features/promoters/plan';
import { Card } from '@/kit/cells';
import { Progress } from '@/kit/progress';
import { useText } from '@/lib/i18n';

/** The group held, and how far each criterion of the next one is. */
export function GroupCard({ group }: { group: PlanGroup }) {
  const text = useText();
  return (
    <Card>
      <View className="plan-card-head">
        <Text className="plan-title">{text.plan.group}</Text>
        <Text className="plan-card-head__value">{group.name ?? text.plan.noGroup}</Text>
      </View>
      {group.pinned ? <View className="plan-words">{text.plan.groupPinned}</View> : null}
      {!group.pinned && group.next ? (
        <View>
          <View className="plan-words">{text.plan.groupNext(group.next.name)}</View>
          {group.next.criteria.map(({ share, text: words }) => (
            <Progress key={words} share={share} words={words} />
          ))}
        </View>
      ) : null}
    </Card>
  );
}
