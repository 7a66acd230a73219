import { Text, View } from '@tarojs/components';
import { inOrderOfUse, type Plan, usePlan } from '@/features/promoters/plan';
import { ActionButton } from '@/kit/button';
import { Card, Note } from '@/kit/cells';
import { Page } from '@/kit/page';
import { RateFigure } from '@/kit/rate';
import { ErrorState } from '@/kit/states';
import { endText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { BonusCard } from './bonus-card';
import { GroupCard } from './group-card';
import { LadderCard } from './ladder-card';
import { PlanBones } from './plan-bones';
import './index.scss';

export default function PlanPage() {
  const plan = usePlan();
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.plan.title}
      dataAt={plan.at}
      foot={plan.data ? <ActionButton words={text.plan.toProducts} onTap={() => open('products')} /> : undefined}
    >
      {plan.state === 'loading' ? <PlanBones /> : null}
      {plan.state === 'failed' ? (
        <ErrorState
          problem={plan.problem}
          title={text.plan.failedTitle}
          unchanged={text.plan.failedUnchanged}
          again={() => void plan.again()}
        />
      ) : null}
      {plan.data ? <PlanBody plan={plan.data} /> : null}
    </Page>
  );
}

/** The rate and why, then what changes it soonest; what is rarer stands below. */
function PlanBody({ plan }: { plan: Plan }) {
  const text = useText();
  const bonuses = inOrderOfUse(plan.bonuses);
  const bonusCard = bonuses.length > 0 ? <BonusCard bonuses={bonuses} /> : null;
  const isRunning = bonuses[0]?.running === true;
  return (
    <View>
      <View className="plan-head">
        <Text className="plan-head__label">{/\d/.test(plan.rate) ? text.plan.ordinary : text.plan.earn}</Text>
        <RateFigure rate={plan.rate} />
        <View className="plan-head__why">{plan.why}</View>
      </View>
      {plan.ladder ? <LadderCard ladder={plan.ladder} /> : null}
      {isRunning ? bonusCard : null}
      {plan.rates.length > 0 ? <RatesCard rates={plan.rates} /> : null}
      {isRunning ? null : bonusCard}
      {plan.group?.name || plan.group?.next ? <GroupCard group={plan.group} /> : null}
      {plan.self || plan.network ? <OthersCard self={plan.self} network={plan.network} /> : null}
      <Note className="plan-note">{text.plan.note}</Note>
    </View>
  );
}

function RatesCard({ rates }: { rates: Plan['rates'] }) {
  const text = useText();
  const calendar = useCalendar();
  return (
    <Card className="card--rows">
      <View className="plan-title">{text.plan.rates}</View>
      {rates.map((rate, index) => (
        <View key={index} className="plan-row">
          <View className="plan-row__body">
            <View className="plan-row__sentence">{rate.sentence}</View>
            {rate.until ? (
              <View className="plan-row__note">{text.plan.until(endText(rate.until, calendar))}</View>
            ) : null}
          </View>
          <Text className="plan-row__rate num">{rate.rate}</Text>
        </View>
      ))}
    </Card>
  );
}

/** What is earned in other ways: by own purchases, and by what partners sell. */
function OthersCard({ self, network }: Pick<Plan, 'self' | 'network'>) {
  const text = useText();
  return (
    <Card className="card--rows">
      {self ? <Other label={text.plan.self} sentence={self} /> : null}
      {network ? <Other label={text.plan.network} sentence={network} /> : null}
    </Card>
  );
}

function Other({ label, sentence }: { label: string; sentence: string }) {
  return (
    <View className="plan-other">
      <View className="plan-row__sentence">{label}</View>
      <View className="plan-other__words">{sentence}</View>
    </View>
  );
}
