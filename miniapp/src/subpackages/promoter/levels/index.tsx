import { Text, View } from '@tarojs/components';
import type { Ladder } from '@/features/promoters/api';
import { sizeOf, standingOn } from '@/features/promoters/ladder';
import { figureText } from '@/features/promoters/ladder-sums';
import { Card, Note } from '@/kit/cells';
import { cx } from '@/kit/cx';
import { LevelLine } from '@/kit/level-line';
import { useCurrency } from '@/kit/money/currency';
import { Page } from '@/kit/page';
import { RowBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';
import { useLevels } from './use-levels';
import './index.scss';

export default function LevelsPage() {
  const { me, ladder } = useLevels();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.levels.title} dataAt={me.at}>
      {me.state === 'loading' ? <RowBones /> : null}
      {me.state === 'failed' ? (
        <ErrorState
          problem={me.problem}
          title={text.me.failedTitle}
          unchanged={text.me.failedUnchanged}
          again={() => void me.again()}
        />
      ) : null}
      {me.data && !ladder ? <EmptyState title={text.me.rateOnly} words="" /> : null}
      {ladder ? <LadderView ladder={ladder} /> : null}
    </Page>
  );
}

function LadderView({ ladder }: { ladder: Ladder }) {
  const text = useText();
  const currency = useCurrency();
  const { current, progress } = standingOn(ladder);
  const from = (threshold: string) =>
    sizeOf(threshold) === 0 ? text.levels.first : text.levels.from(figureText(threshold, currency));
  return (
    <View>
      <Card>
        <LevelLine levels={ladder.levels} current={current} progress={progress} />
        <View className="levels-words">{ladder.text}</View>
      </Card>
      <Card className="levels-list">
        {ladder.levels.map((level, index) => (
          <View key={level.name} className="levels-row">
            <View className="levels-row__body">
              <Text className={cx('levels-row__name', index === current && 'levels-row__name--on')}>{level.name}</Text>
              <Text className="levels-row__from">{from(level.threshold)}</Text>
            </View>
            {index === current ? <Text className="levels-row__here">{text.levels.here}</Text> : null}
            <Text className="levels-row__rate num">{text.levels.rate(level.rate)}</Text>
          </View>
        ))}
      </Card>
      {text.levels.rules.map((rule) => (
        <Note key={rule} className="levels-note">
          {rule}
        </Note>
      ))}
    </View>
  );
}
