import { Text, View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { Link } from '@/kit/button/link';
import { Card } from '@/kit/cells';
import { LevelLine } from '@/kit/level-line';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import { open } from '@/lib/navigation';
import type { Ladder } from './api';
import { standingOn } from './ladder';
import './level-card.scss';

const DECIMAL = /^\d+(\.\d+)?$/;

/** The level held, the way to the next one, and what is missing, in one card. */
export function LevelCard({ promoter }: { promoter: NonNullable<Me['promoter']> }) {
  const text = useText();
  const { ladder } = promoter;
  return (
    <Card>
      <View className="level-card__head">
        <Text className="level-card__name">{promoter.programmeName}</Text>
        <Text className="level-card__rate">{text.me.commission(promoter.rate)}</Text>
        {ladder ? (
          <View className="level-card__rules">
            <Link tone="quiet" hasArrow words={text.me.levelRules} onTap={() => open('levels')} />
          </View>
        ) : null}
      </View>
      {ladder ? <LadderBody ladder={ladder} /> : <View className="level-card__words">{text.me.rateOnly}</View>}
    </Card>
  );
}

function LadderBody({ ladder }: { ladder: Ladder }) {
  const text = useText();
  const currency = useCurrency();
  const { current, progress } = standingOn(ladder);
  const next = ladder.levels[current + 1];
  return (
    <View>
      <LevelLine levels={ladder.levels} current={current} progress={progress} />
      <View className="level-card__sum">
        <View className="level-card__now">
          <Text className="level-card__label">{text.me.volume}</Text>
          {DECIMAL.test(ladder.value) ? (
            <Money value={ladder.value} size="note" />
          ) : (
            <Text className="level-card__value num">{ladder.value}</Text>
          )}
        </View>
        {next ? (
          <Text className="level-card__next">
            {text.me.nextLevel(
              next.name,
              DECIMAL.test(next.threshold) ? moneyText(next.threshold, currency) : next.threshold,
            )}
          </Text>
        ) : null}
      </View>
      <View className="level-card__words">{ladder.text}</View>
    </View>
  );
}
