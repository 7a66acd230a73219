import { Text, View } from '@tarojs/components';
import type { MemberWork } from '@/features/reporting/api';
import { cx } from '@/kit/cx';
import { useCurrency } from '@/kit/money/currency';
import { Tap } from '@/kit/tap';
import { type Calendar, dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';

export interface DayBarsProps {
  data: MemberWork;
  chosen: number | null;
  onChoose: (index: number | null) => void;
}

/** One bar a day from a zero baseline; a touch says which day and how much, and the best day is named in words. */
export function DayBars({ data, chosen, onChoose }: DayBarsProps) {
  const text = useText();
  const calendar = useCalendar();
  const currency = useCurrency();
  // Only the proportion is drawn; every amount that is read comes as the server wrote it.
  const sizes = data.days.map(({ commission }) => Math.max(Number(commission), 0));
  const top = Math.max(...sizes, 0);
  const best = top > 0 ? sizes.indexOf(top) : -1;
  const named = chosen ?? best;
  const day = data.days[named];
  const say = chosen === null ? text.performance.highest : text.performance.bar;
  return (
    <View>
      <View className="bars__words">
        {day ? say(dayOf(day.day, calendar), moneyText(day.commission, currency)) : text.performance.none}
      </View>
      <View className="bars">
        {data.days.map((each, index) => (
          <Tap
            key={each.day}
            className="bars__tap"
            onTap={() => onChoose(index === chosen ? null : index)}
            label={text.performance.bar(dayOf(each.day, calendar), moneyText(each.commission, currency))}
          >
            <View
              className={cx('bars__bar', index === named && 'bars__bar--on', sizes[index] === 0 && 'bars__bar--none')}
              style={{ height: `${top === 0 ? 0 : ((sizes[index] ?? 0) / top) * 100}%` }}
            />
          </Tap>
        ))}
      </View>
      <View className="bars__ends">
        <Text>{dayOf(data.days[0]?.day, calendar)}</Text>
        <Text>{dayOf(data.days[data.days.length - 1]?.day, calendar)}</Text>
      </View>
    </View>
  );
}

/** A calendar day has no zone: noon of it in UTC is the same day for a calendar without offset. */
function dayOf(day: string | undefined, calendar: Calendar): string {
  if (!day) return '';
  return dayText(`${day}T12:00:00Z`, { ...calendar, zone: { offsets: [{ from: 0, minutes: 0 }] } });
}
