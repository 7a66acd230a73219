import { Text, View } from '@tarojs/components';
import type { MemberHome } from '@/features/reporting/api';
import { Card } from '@/kit/cells';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { Sparkline } from '@/kit/sparkline';
import { Tap } from '@/kit/tap';
import { momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { isPositive, moneyText } from '@/lib/money';
import { open } from '@/lib/navigation';

type Earnings = NonNullable<MemberHome['earnings']>;

/** A pair of amounts with more characters than these is set smaller: `123456.78`. */
const WIDE = 9;

/** Today's commission with its week, then what can be taken, what is on its way, and what waits for a tap. */
export function HomeEarnings({ earnings }: { earnings: Earnings }) {
  const text = useText();
  const currency = useCurrency();
  const isWide = Math.max(earnings.available.length, earnings.pending.length) > WIDE;
  const pairSize = isWide ? 'note' : 's';
  const amounts = earnings.days.map(({ amount }) => amount);
  return (
    <View>
      <View className="today">
        <Text className="today__label">{text.home.earnedToday}</Text>
        <View className="today__row">
          <Tap onTap={() => open('earnings')} label={text.home.earnedToday}>
            <Money value={earnings.today} size="xl" />
          </Tap>
          <Tap
            className="today__week"
            onTap={() => open('performance')}
            label={text.home.sparkline(amounts.map((amount) => moneyText(amount, currency)).join(' '))}
          >
            <Sparkline values={amounts.map((amount) => Math.max(Number(amount), 0))} label={text.home.last7} />
            <Text className="today__week-word">{text.home.last7}</Text>
          </Tap>
        </View>
        <View className="today__line">
          {text.home.todayLine(earnings.orders, moneyText(earnings.yesterday, currency))}
        </View>
        <View className="today__line today__line--next">{earnings.when}</View>
      </View>
      <Card className="waiting">
        <View className="waiting__pair">
          <Tap className="waiting__balance" onTap={() => open('earnings')} label={text.home.available}>
            <Text className="waiting__label">{text.home.available}</Text>
            <Money value={earnings.available} size={pairSize} tone={isPositive(earnings.available) ? 'take' : 'ink'} />
          </Tap>
          <Tap
            className="waiting__balance waiting__balance--second"
            onTap={() => open('earnings')}
            label={text.home.pending}
          >
            <Text className="waiting__label">{text.home.pending}</Text>
            <Money value={earnings.pending} size={pairSize} />
          </Tap>
        </View>
        {earnings.toConfirm ? <ToConfirm payout={earnings.toConfirm} /> : null}
      </Card>
    </View>
  );
}

function ToConfirm({ payout }: { payout: NonNullable<Earnings['toConfirm']> }) {
  const text = useText();
  const calendar = useCalendar();
  const currency = useCurrency();
  return (
    <Tap className="to-confirm" onTap={() => open('payout', { id: payout.id })}>
      <View className="to-confirm__words">
        <View className="to-confirm__title">{text.home.waiting(moneyText(payout.amount, currency))}</View>
        {payout.expiresAt ? (
          <View className="to-confirm__until">{text.home.waitingUntil(momentText(payout.expiresAt, calendar))}</View>
        ) : null}
      </View>
      <View className="to-confirm__pill">{text.home.collect}</View>
    </Tap>
  );
}
