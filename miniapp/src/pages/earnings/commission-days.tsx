import { Text, View } from '@tarojs/components';
import { CommissionRow } from '@/features/commission/commission-row';
import { type CommissionDay, daysOf } from '@/features/commission/days';
import type { OwnCommission } from '@/features/commission/model';
import { ListEnd } from '@/kit/list-end';
import { useCurrency } from '@/kit/money/currency';
import { type Calendar, relativeDayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import { open } from '@/lib/navigation';
import type { PagedAnswer } from '@/lib/query/use-pages';

/** The commissions by the day of their last movement: what changed is on top. */
export function CommissionDays({ list }: { list: PagedAnswer<OwnCommission> }) {
  const calendar = useCalendar();
  const days = daysOf(list.items, calendar);
  return (
    <View>
      {days.map((day, index) => (
        <View key={day.day}>
          <DayHead day={day} calendar={calendar} isWhole={index < days.length - 1 || !list.hasMore} />
          <View className="day-card">
            {day.rows.map((row) => (
              <CommissionRow
                key={`${row.id}${row.deduction ?? ''}`}
                row={row}
                onOpen={() => open('commission', { id: row.id })}
              />
            ))}
          </View>
        </View>
      ))}
      <ListEnd list={list} />
    </View>
  );
}

interface DayHeadProps {
  day: CommissionDay;
  calendar: Calendar;
  /** The list does not go on within this day: only then can it be counted. */
  isWhole: boolean;
}

function DayHead({ day, calendar, isWhole }: DayHeadProps) {
  const text = useText();
  const currency = useCurrency();
  const count = day.rows.length;
  const name = relativeDayText(day.at, calendar);
  const what = day.earned !== null ? text.earnings.newToday(count) : text.earnings.moved(count);
  return (
    <View className="day-head">
      <Text>{text.earnings.dayHead(name, isWhole ? what : '')}</Text>
      {isWhole && day.earned !== null ? <Text className="num">{moneyText(day.earned, currency)}</Text> : null}
    </View>
  );
}
