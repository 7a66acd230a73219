import { addDays } from '@fenrun/kernel';

export interface DayRange {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

type PresetNames = Readonly<
  Record<'today' | 'yesterday' | 'last3' | 'last7' | 'last30' | 'thisMonth' | 'lastMonth', string>
>;

/** The ranges that a clerk asks for every day; both ends are inclusive days of the merchant's calendar. */
export function dayPresets(today: string, names: PresetNames): readonly DayRange[] {
  const firstOfMonth = `${today.slice(0, 8)}01`;
  const lastOfPrevious = addDays(firstOfMonth, -1);
  return [
    { label: names.today, from: today, to: today },
    { label: names.yesterday, from: addDays(today, -1), to: addDays(today, -1) },
    { label: names.last3, from: addDays(today, -2), to: today },
    { label: names.last7, from: addDays(today, -6), to: today },
    { label: names.last30, from: addDays(today, -29), to: today },
    { label: names.thisMonth, from: firstOfMonth, to: today },
    { label: names.lastMonth, from: `${lastOfPrevious.slice(0, 8)}01`, to: lastOfPrevious },
  ];
}
