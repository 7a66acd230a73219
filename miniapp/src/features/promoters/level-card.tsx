import { Text, View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { Link } from '@/kit/button/link';
import { LevelLine } from '@/kit/level-line';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import type { Ladder } from './api';
import { standingOn } from './ladder';
import { LadderSums } from './ladder-sums';
import './level-card.scss';

/** The level held, the way to the next one, and what is missing, in one card; it leads to the whole of it. */
export function LevelCard({ promoter }: { promoter: NonNullable<Me['promoter']> }) {
  const text = useText();
  const { ladder } = promoter;
  return (
    <Tap className="card" onTap={() => open('plan')} label={text.plan.title}>
      <View className="level-card__head">
        <Text className="level-card__name">{promoter.programmeName}</Text>
        <Text className="level-card__rate">{text.me.commission(promoter.rate)}</Text>
        <View className="level-card__rules">
          {ladder ? (
            <Link tone="quiet" hasArrow words={text.me.levelRules} onTap={() => open('levels')} />
          ) : (
            <Link tone="quiet" hasArrow words={text.plan.title} onTap={() => open('plan')} />
          )}
        </View>
      </View>
      {ladder ? <LadderBody ladder={ladder} /> : <View className="level-card__words">{text.me.rateOnly}</View>}
    </Tap>
  );
}

function LadderBody({ ladder }: { ladder: Ladder }) {
  const text = useText();
  const { current, progress } = standingOn(ladder);
  return (
    <View>
      <LevelLine levels={ladder.levels} current={current} progress={progress} />
      <LadderSums label={text.me.volume} value={ladder.value} next={ladder.levels[current + 1]} />
      <View className="level-card__words">{ladder.text}</View>
    </View>
  );
}
