import { Text, View } from '@tarojs/components';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { type OwnCommissionDetail, STEP_STATES } from '@/features/commission/model';
import { ContactSheet } from '@/features/identity/contact-sheet';
import { TwoActions } from '@/kit/button/two-actions';
import { Card, Cell } from '@/kit/cells';
import { cx } from '@/kit/cx';
import { LifeLine } from '@/kit/life-line';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { ErrorState } from '@/kit/states';
import { dayText, momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { CommissionBones } from './commission-bones';
import { useCommission } from './use-commission';
import { WhyCard } from './why-card';
import './index.scss';

/** What can be taken stands out; what will never be is quiet. */
const HEAD_TONES: Partial<Record<OwnCommissionDetail['status'], 'take' | 'quiet'>> = {
  approved: 'take',
  rejected: 'quiet',
  reversed: 'quiet',
};

export default function CommissionPage() {
  const page = useCommission();
  const { commission } = page;
  const text = useText();
  const data = commission.data;
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.commission.title}
      dataAt={commission.at}
      foot={data ? <CommissionFoot data={data} page={page} /> : undefined}
      over={
        <>
          <ShareSheet state={page.sheet} />
          <ContactSheet isOpen={page.isAsking} order={data?.order} onClose={() => page.setAsking(false)} />
        </>
      }
    >
      {commission.state === 'loading' ? <CommissionBones /> : null}
      {commission.state === 'failed' ? (
        <ErrorState
          problem={commission.problem}
          title={text.commission.failedTitle}
          unchanged={text.commission.failedUnchanged}
          again={() => void commission.again()}
        />
      ) : null}
      {data ? <CommissionBody data={data} /> : null}
    </Page>
  );
}

/** Sharing again is the one action; what can be withdrawn leads there instead. */
function CommissionFoot({ data, page }: { data: OwnCommissionDetail; page: ReturnType<typeof useCommission> }) {
  const text = useText();
  const ask = { words: text.commission.askMerchant, onTap: () => page.setAsking(true) };
  if (data.status === 'approved')
    return <TwoActions second={ask} first={{ words: text.commission.withdraw, onTap: () => open('withdraw') }} />;
  return (
    <TwoActions
      second={ask}
      first={{ words: text.commission.shareAgain, icon: 'share-white', onTap: () => page.shareAgain(data) }}
    />
  );
}

function CommissionBody({ data }: { data: OwnCommissionDetail }) {
  const text = useText();
  const calendar = useCalendar();
  const steps = data.steps.map(({ label, at, hint, state }) => ({
    label,
    note: at ? dayText(at, calendar) : hint,
    state: STEP_STATES[state],
  }));
  return (
    <View>
      <View className="commission-head">
        <Money value={data.net} size="xl" tone={HEAD_TONES[data.status] ?? 'ink'} />
        <Headline words={data.headline} status={data.status} />
      </View>
      {steps.length > 0 ? (
        <View className="card commission-steps">
          <LifeLine steps={steps} />
        </View>
      ) : null}
      {data.reason && data.status !== 'reversed' ? (
        <Card>
          <View className="why__title">{text.commission.reason}</View>
          <View className="why__words why__words--last">{data.reason}</View>
        </Card>
      ) : null}
      <WhyCard data={data} />
      <Card className="card--rows">
        <Cell label={text.commission.from} value={data.from} />
        <Cell label={text.commission.order} value={data.order} />
        <Cell label={text.commission.paidAt} value={momentText(data.orderedAt, calendar)} />
      </Card>
    </View>
  );
}

/** The status is the sentence's first word and stands out; the rest says what next and when. */
function Headline({ words, status }: { words: string; status: OwnCommissionDetail['status'] }) {
  const cut = words.search(/[，,：:]/);
  if (cut <= 0 || cut > 16) return <Text className="commission-head__words">{words}</Text>;
  return (
    <Text className="commission-head__words">
      <Text
        className={cx(
          'commission-head__status',
          status === 'rejected' && 'commission-head__status--risk',
          status === 'reversed' && 'commission-head__status--over',
        )}
      >
        {words.slice(0, cut)}
      </Text>
      {words.slice(cut)}
    </Text>
  );
}
