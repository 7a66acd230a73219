import { type Calendar, dayNumberOf } from '@/lib/dates';
import { digitsOf, fromMinor, toMinor } from '@/lib/money';
import type { OwnCommission } from './model';

/** The commissions that last moved on one day. */
export interface CommissionDay {
  day: number;
  /** An instant of that day, for its name. */
  at: string;
  rows: OwnCommission[];
  /** What all of them earned, where all of them are new that day; else null: a sum of moves would say nothing. */
  earned: string | null;
}

/** Groups a list that is ordered by its last movement into days of the merchant's calendar. */
export function daysOf(rows: readonly OwnCommission[], calendar: Calendar): CommissionDay[] {
  const days: CommissionDay[] = [];
  for (const row of rows) {
    const day = dayNumberOf(row.movedAt, calendar);
    const last = days[days.length - 1];
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, at: row.movedAt, rows: [row], earned: null });
  }
  for (const each of days) each.earned = sumOfNew(each, calendar);
  return days;
}

function sumOfNew({ day, rows }: CommissionDay, calendar: Calendar): string | null {
  const isAllNew = rows.every(
    (row) => row.deduction === null && row.stepsDone === 1 && dayNumberOf(row.earnedAt, calendar) === day,
  );
  if (!isAllNew || rows.length === 0) return null;
  const digits = digitsOf(rows[0]?.net ?? '');
  return fromMinor(
    rows.reduce((sum, { net }) => sum + (toMinor(net, digits) ?? 0), 0),
    digits,
  );
}
