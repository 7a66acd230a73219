import { Text, View } from '@tarojs/components';
import type { Balance } from '@/features/commission/model';
import { ActionButton } from '@/kit/button';
import { Link } from '@/kit/button/link';
import { TwoActions } from '@/kit/button/two-actions';
import { Chips } from '@/kit/chips';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { EmptyState, ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';
import { isPositive } from '@/lib/money';
import { open } from '@/lib/navigation';
import { Balances } from './balances';
import { CommissionDays } from './commission-days';
import { DebtCard } from './debt-card';
import { EarningsBones, ListBones } from './earnings-bones';
import { COMMISSION_FILTERS, useEarnings } from './use-earnings';
import './index.scss';

type Earnings = ReturnType<typeof useEarnings>;

export default function EarningsPage() {
  const page = useEarnings();
  const { me, balance } = page;
  const text = useText();
  if (me.data && !page.isPromoter) return <NotYet />;
  const hasFailed = balance.state === 'failed' || (me.state === 'failed' && !me.data);
  return (
    <Page isTab title={text.earnings.title} dataAt={balance.at} foot={<EarningsFoot page={page} />}>
      {hasFailed ? (
        <ErrorState
          problem={balance.problem ?? me.problem}
          title={text.earnings.failedTitle}
          unchanged={text.earnings.failedUnchanged}
        />
      ) : null}
      {!hasFailed && !balance.data ? <EarningsBones /> : null}
      {balance.data ? <Full page={page} balance={balance.data} /> : null}
    </Page>
  );
}

function Full({ page, balance }: { page: Earnings; balance: Balance }) {
  const text = useText();
  const { list, filter } = page;
  const hasNothing = list.isEmpty && filter === 'all';
  return (
    <View>
      <View className="available">
        <Text className="available__label">{text.earnings.available}</Text>
        <Money value={balance.available} size="hero" tone={isPositive(balance.available) ? 'take' : 'ink'} />
        {balance.deduction && isPositive(balance.available) ? <DeductionLine deduction={balance.deduction} /> : null}
      </View>
      {balance.deduction && !isPositive(balance.available) && isPositive(balance.deduction.left) ? (
        <DebtCard deduction={balance.deduction} />
      ) : null}
      <Balances balance={balance} page={page} isBare={hasNothing} />
      {hasNothing ? null : (
        <Chips
          choices={COMMISSION_FILTERS.map((value) => ({ value, label: text.earnings.filters[value] }))}
          chosen={filter}
          onChoose={page.setFilter}
        />
      )}
      {list.state === 'loading' ? <ListBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.earnings.failedTitle}
          unchanged={text.earnings.failedUnchanged}
        />
      ) : null}
      {hasNothing ? <EmptyState title={text.earnings.emptyTitle} words={text.earnings.emptyWords} /> : null}
      {list.isEmpty && !hasNothing ? (
        <EmptyState title={text.earnings.emptyFilterTitle} words={text.earnings.emptyFilterWords} />
      ) : null}
      <CommissionDays list={list} />
    </View>
  );
}

/** One quiet line while there is something left to take; what it was is one tap away. */
function DeductionLine({ deduction }: { deduction: NonNullable<Balance['deduction']> }) {
  const text = useText();
  const { commission } = deduction;
  return (
    <View className="available__deduction">
      <Icon name="info-ink3" size={30} />
      <Text className="available__deduction-words">{deduction.text}</Text>
      {commission ? (
        <Link words={text.earnings.offsetWhy} hasArrow onTap={() => open('commission', { id: commission })} />
      ) : null}
    </View>
  );
}

/** The one action: take the money; where that cannot be, the button says why, or offers the first step. */
function EarningsFoot({ page }: { page: Earnings }) {
  const text = useText();
  const { balance, list, isOnline } = page;
  if (!isOnline && balance.data) return <ActionButton words={text.earnings.withdrawOffline} isDisabled />;
  if (balance.state === 'failed' || list.state === 'failed') {
    const again = () => void Promise.all([balance.again(), list.again()]);
    return (
      <TwoActions
        second={{ words: text.common.askMerchant, onTap: () => open('feedback', {}) }}
        first={{ words: text.states.again, onTap: again, isBusy: list.isRefreshing }}
      />
    );
  }
  if (!balance.data) return <View className="action action--bone" />;
  if (list.isEmpty && page.filter === 'all' && !balance.data.canWithdraw)
    return <ActionButton words={text.earnings.pick} onTap={() => open('products')} />;
  if (!balance.data.canWithdraw) return <ActionButton words={balance.data.withdrawText} isDisabled />;
  return <ActionButton words={text.earnings.withdraw} onTap={() => open('withdraw')} />;
}

/** Somebody who does not promote yet finds the way in. */
function NotYet() {
  const text = useText();
  return (
    <Page
      isTab
      title={text.earnings.title}
      foot={<ActionButton words={text.home.guest.join} onTap={() => open('join')} />}
    >
      <EmptyState title={text.earnings.emptyTitle} words={text.home.guest.words} />
    </Page>
  );
}
