import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { OwnCommissionDetail } from '@/features/commission/model';
import { Card } from '@/kit/cells';
import { cx } from '@/kit/cx';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import { open } from '@/lib/navigation';

/** Why it is this much: one sentence, then the sum, then what changed it, then what else was looked at. */
export function WhyCard({ data }: { data: OwnCommissionDetail }) {
  const text = useText();
  const currency = useCurrency();
  return (
    <Card className="why">
      <View className="why__title">
        {data.status === 'rejected' ? text.commission.wouldBe : text.commission.why(moneyText(data.net, currency))}
      </View>
      <View className="why__words">{data.why}</View>
      {data.lines.map((line, index) => (
        <View key={index} className="why-line">
          <Picture className="why-line__picture" src={line.image} />
          <View className="why-line__body">
            <View className="why-line__name">{line.name ?? line.sku}</View>
            <View className="why-line__sum num">{line.computation}</View>
          </View>
          <Money value={line.amount} size="item" />
        </View>
      ))}
      <Adjustments data={data} />
      <View className="why__total">
        <Text className="why__total-word">{text.commission.total}</Text>
        <Money value={data.net} size="note" />
      </View>
      <Others others={data.others} />
      <Tap className="why__more" onTap={() => open('plan')} label={text.plan.link}>
        <Text className="others__title">{text.plan.link}</Text>
        <Icon name="right-ink3" size={28} />
      </Tap>
    </Card>
  );
}

function Adjustments({ data }: { data: OwnCommissionDetail }) {
  const calendar = useCalendar();
  return (
    <>
      {data.adjustments.map((adjustment, index) => (
        <View key={index} className="why-line">
          <View className="why-line__body why-line__body--bare">
            <View className="why-line__name">{adjustment.text}</View>
            <View className="why-line__sum">{dayText(adjustment.at, calendar)}</View>
          </View>
          <Money value={adjustment.amount} size="item" withPlus />
        </View>
      ))}
    </>
  );
}

/** The rules that did not decide stay folded: most people never ask. */
function Others({ others }: { others: OwnCommissionDetail['others'] }) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  if (others.length === 0) return null;
  return (
    <View className="others">
      <Tap className="others__head" onTap={() => setOpen(!isOpen)}>
        <Text className="others__title">{text.commission.othersSeen}</Text>
        <Icon name="down-ink3" size={28} className={cx('others__arrow', isOpen && 'others__arrow--up')} />
      </Tap>
      {isOpen
        ? others.map((other, index) => (
            <View key={index} className="others__rule">
              <View className="others__sentence">{other.sentence}</View>
              <View className="others__reason">{other.reason}</View>
            </View>
          ))
        : null}
    </View>
  );
}
