import { Text, View } from '@tarojs/components';
import type { Balance } from '@/features/commission/model';
import { Link } from '@/kit/button/link';
import { Card } from '@/kit/cells';
import { Icon } from '@/kit/icon';
import { useCurrency } from '@/kit/money/currency';
import { useText } from '@/lib/i18n';
import { digitsOf, moneyText, toMinor } from '@/lib/money';
import { open } from '@/lib/navigation';

/** What happened, that nobody has to pay in, how far it is, and when it is over. */
export function DebtCard({ deduction }: { deduction: NonNullable<Balance['deduction']> }) {
  const text = useText();
  const currency = useCurrency();
  const { commission } = deduction;
  return (
    <Card className="debt">
      <View className="debt__head">
        <Text className="debt__title">{text.earnings.debt.title(moneyText(deduction.left, currency))}</Text>
        {commission ? (
          <Link words={text.earnings.debt.see} hasArrow onTap={() => open('commission', { id: commission })} />
        ) : null}
      </View>
      <View className="debt__words">{deduction.text}</View>
      <View className="debt__track">
        <View className="debt__fill" style={{ width: `${shareOf(deduction.done, deduction.total)}%` }} />
      </View>
      <View className="debt__ends">
        <Text>{text.earnings.debt.done(moneyText(deduction.done, currency))}</Text>
        <Text>{text.earnings.debt.of(moneyText(deduction.total, currency))}</Text>
      </View>
      {deduction.outlook ? (
        <View className="debt__outlook">
          <Icon name="clock-deep" size={32} className="debt__clock" />
          <View className="debt__outlook-words">{deduction.outlook}</View>
        </View>
      ) : null}
    </Card>
  );
}

/** How far, in percent of the way, for the bar alone. */
function shareOf(done: string, total: string): number {
  const digits = digitsOf(total);
  const all = toMinor(total, digits) ?? 0;
  return all <= 0 ? 0 : Math.min(100, Math.round(((toMinor(done, digits) ?? 0) / all) * 100));
}
