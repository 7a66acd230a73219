import { Text, View } from '@tarojs/components';
import { STEP_STATES } from '@/features/commission/model';
import type { OwnPayout } from '@/features/payout/api';
import { ActionButton } from '@/kit/button';
import { Link } from '@/kit/button/link';
import { Card, Cell, Note } from '@/kit/cells';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Timeline } from '@/kit/timeline';
import { leftText, momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { isZero } from '@/lib/money';
import { open } from '@/lib/navigation';
import { usePayout } from './use-payout';
import './index.scss';

type State = ReturnType<typeof usePayout>;

/** The ends that gave the money back. */
const GAVE_BACK: OwnPayout['status'][] = ['rejected', 'failed', 'cancelled', 'expired'];

export default function PayoutPage() {
  const page = usePayout();
  const { payout } = page;
  const text = useText();
  const data = payout.data;
  const isWaiting = data?.status === 'waiting_user';
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.payout.detailTitle}
      dataAt={payout.at}
      foot={data ? <PayoutFoot payout={data} page={page} /> : undefined}
      footHeight={isWaiting && data.canCancel ? 'tall' : 'plain'}
    >
      {payout.state === 'loading' ? <PayoutBones /> : null}
      {payout.state === 'failed' ? (
        <ErrorState
          problem={payout.problem}
          title={text.payout.failedTitle}
          unchanged={text.payout.failedUnchanged}
          again={() => void payout.again()}
        />
      ) : null}
      {data ? <PayoutBody payout={data} /> : null}
      {page.problem ? (
        <View className="payout__problem">{text.states.toast(page.problem.kind, page.problem.detail)}</View>
      ) : null}
    </Page>
  );
}

function PayoutBody({ payout }: { payout: OwnPayout }) {
  const text = useText();
  const calendar = useCalendar();
  const isWaiting = payout.status === 'waiting_user';
  const left = isWaiting && payout.expiresAt ? leftText(payout.expiresAt, calendar) : null;
  const hasEnded = GAVE_BACK.includes(payout.status);
  const steps = payout.steps.map(({ label, hint, state, at }) => ({
    label,
    note: at ? momentText(at, calendar) : hint,
    state: hasEnded && state === 'now' ? ('ended' as const) : STEP_STATES[state],
  }));
  return (
    <View>
      <View className="payout-head">
        <Text className="payout-head__status">{text.payout.status[payout.status]}</Text>
        <Money value={payout.transfer} currency={payout.currency} size="hero" tone={isWaiting ? 'take' : 'ink'} />
        {hasEnded ? <View className="payout-head__next">{payout.next}</View> : null}
        {left && payout.expiresAt ? (
          <View className="payout-head__left">
            <Icon name="clock-money" size={32} />
            <Text className="payout-head__left-words">
              {text.payout.leftUntil(left, momentText(payout.expiresAt, calendar))}
            </Text>
          </View>
        ) : null}
      </View>
      <Card>
        <Timeline steps={steps} />
      </Card>
      <Sums payout={payout} />
      {hasEnded ? null : <Note className="payout__note">{payout.next}</Note>}
    </View>
  );
}

function Sums({ payout }: { payout: OwnPayout }) {
  const text = useText();
  const minus = (value: string) => (
    <Money
      value={isZero(value) ? value : `-${value}`}
      currency={payout.currency}
      tone="quiet"
      className="payout__sum"
    />
  );
  return (
    <Card className="card--rows">
      <Cell
        label={text.payout.amount}
        value={<Money value={payout.amount} currency={payout.currency} tone="quiet" className="payout__sum" />}
      />
      <Cell label={text.payout.fee} value={minus(payout.fee)} />
      <Cell label={text.payout.tax} value={minus(payout.tax)} />
      <Cell label={text.payout.number} value={payout.number} />
    </Card>
  );
}

function PayoutFoot({ payout, page }: { payout: OwnPayout; page: State }) {
  const text = useText();
  const cancel =
    payout.canCancel && page.isOnline ? (
      <Link tone="quiet" words={text.payout.cancel} onTap={() => void page.cancel(payout)} />
    ) : null;
  if (payout.status === 'waiting_user') {
    return (
      <View>
        {cancel ? <View className="payout-foot__links">{cancel}</View> : null}
        <ActionButton
          words={page.isOnline ? text.payout.confirm : text.payout.offline}
          amount={page.isOnline ? payout.transfer : undefined}
          isDisabled={!page.isOnline || !payout.confirm}
          isBusy={page.isBusy}
          onTap={() => void page.confirm(payout)}
        />
      </View>
    );
  }
  if (payout.canCancel)
    return (
      <ActionButton
        look="outline"
        words={text.payout.cancel}
        isDisabled={!page.isOnline}
        isBusy={page.isBusy}
        onTap={() => void page.cancel(payout)}
      />
    );
  if (GAVE_BACK.includes(payout.status))
    return <ActionButton words={text.payout.again} onTap={() => open('withdraw')} />;
  return <ActionButton look="tint" words={text.payout.toEarnings} onTap={() => open('earnings')} />;
}

function PayoutBones() {
  return (
    <View>
      <View className="payout-head">
        <Bone w={180} h={36} />
        <Bone w={380} h={104} className="bones-gap" />
        <Bone w={480} h={64} r={32} className="bones-gap-l" />
      </View>
      <View className="card">
        <Bone w="100%" h={380} />
      </View>
    </View>
  );
}
