import { Input, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PayoutPreview } from '@/features/payout/api';
import { ActionButton } from '@/kit/button';
import { Link } from '@/kit/button/link';
import { Card, Cell } from '@/kit/cells';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Timeline } from '@/kit/timeline';
import { useText } from '@/lib/i18n';
import { currencySign, isZero, moneyText } from '@/lib/money';
import { useWithdraw } from './use-withdraw';
import './index.scss';

type Withdraw = ReturnType<typeof useWithdraw>;

export default function WithdrawPage() {
  const page = useWithdraw();
  const { answer, preview } = page;
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.payout.title} foot={<WithdrawFoot page={page} />}>
      {!preview && answer.state === 'failed' ? (
        <ErrorState
          problem={answer.problem}
          title={text.payout.failedTitle}
          unchanged={text.payout.failedUnchanged}
          again={() => void answer.again()}
        />
      ) : null}
      {!preview && answer.state === 'loading' ? <WithdrawBones /> : null}
      {preview ? (
        <>
          <AmountCard page={page} preview={preview} />
          <Costs page={page} preview={preview} />
          <ChannelCard page={page} preview={preview} />
          <Card>
            <View className="withdraw__next">{text.payout.next}</View>
            <Timeline steps={preview.steps.map(({ label, hint }) => ({ label, note: hint }))} />
          </Card>
        </>
      ) : null}
    </Page>
  );
}

function AmountCard({ page, preview }: { page: Withdraw; preview: PayoutPreview }) {
  const text = useText();
  const currency = useCurrency();
  const long = page.amount.length > 9;
  return (
    <Card className="withdraw">
      <View className="withdraw__head">
        <Text className="withdraw__label">{text.payout.amount}</Text>
        {page.canTakeAll ? <Link words={text.payout.all} onTap={page.takeAll} /> : null}
      </View>
      <View className="withdraw__entry">
        <Text className="withdraw__sign">{currencySign(currency)}</Text>
        <Input
          className={long ? 'withdraw__input withdraw__input--long' : 'withdraw__input'}
          type="digit"
          value={page.amount}
          maxlength={12}
          placeholder={preview.minimum}
          onInput={(event) => page.type(event.detail.value)}
        />
      </View>
      <View className="withdraw__left">
        {text.payout.left(moneyText(preview.available, currency), moneyText(preview.left, currency))}
      </View>
      <View className="withdraw__limits">{preview.limits}</View>
    </Card>
  );
}

function Costs({ page, preview }: { page: Withdraw; preview: PayoutPreview }) {
  const text = useText();
  return (
    <View className={page.isSettled ? 'card card--rows' : 'card card--rows withdraw__costs--moving'}>
      <Cell
        label={text.payout.fee}
        aside={preview.feeRate}
        value={
          <Money
            value={isZero(preview.fee) ? preview.fee : `-${preview.fee}`}
            tone="quiet"
            className="withdraw__cost"
          />
        }
      />
      <Cell
        label={text.payout.tax}
        aside={preview.taxText}
        value={
          <Money
            value={isZero(preview.tax) ? preview.tax : `-${preview.tax}`}
            tone="quiet"
            className="withdraw__cost"
          />
        }
      />
      <View className="withdraw__net">
        <Text className="withdraw__net-word">{text.payout.net}</Text>
        <Money value={preview.transfer} size="s" tone="take" />
      </View>
    </View>
  );
}

/** With one way there is nothing to choose; with several a list opens. */
function ChannelCard({ page, preview }: { page: Withdraw; preview: PayoutPreview }) {
  const text = useText();
  const { channels } = text.payout;
  const choose = async () => {
    const list = preview.channels.map((channel) => channels[channel]);
    const chosen = await Taro.showActionSheet({ itemList: list }).catch(() => null);
    if (chosen) page.setChannel(preview.channels[chosen.tapIndex] ?? null);
  };
  return (
    <View className="card withdraw__channel">
      <Cell
        label={text.payout.channel}
        value={page.channel ? channels[page.channel] : ''}
        onTap={preview.channels.length > 1 ? () => void choose() : undefined}
      />
    </View>
  );
}

/** The button says the amount, or why it cannot be asked for. */
function WithdrawFoot({ page }: { page: Withdraw }) {
  const text = useText();
  const { preview } = page;
  if (!page.isOnline) return <ActionButton words={text.payout.offline} isDisabled />;
  if (!preview) return <ActionButton words={text.payout.submit} isDisabled />;
  if (page.isEmpty || !page.isAmount) return <ActionButton words={text.payout.enter} isDisabled />;
  if (page.isSettled && preview.refusal) return <ActionButton words={preview.refusal.text} isDisabled />;
  return (
    <View>
      {page.problem ? (
        <View className="withdraw__problem">{text.states.toast(page.problem.kind, page.problem.detail)}</View>
      ) : null}
      <ActionButton
        words={text.payout.submit}
        amount={page.isSettled ? preview.amount : undefined}
        isBusy={page.isBusy || !page.isSettled}
        onTap={() => void page.submit()}
      />
    </View>
  );
}

function WithdrawBones() {
  return (
    <View>
      <View className="card">
        <Bone w={140} h={32} />
        <Bone w={360} h={96} className="bones-gap-l" />
        <Bone w="80%" h={30} className="bones-gap-l" />
      </View>
      <View className="card">
        <Bone w="100%" h={44} />
        <Bone w="100%" h={44} className="bones-gap" />
        <Bone w="100%" h={64} className="bones-gap-l" />
      </View>
    </View>
  );
}
