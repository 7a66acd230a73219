import type { AutoGroup, Grouping } from '../model/index';

/** A promoter's counters of all time, on direct commissions. */
export interface GroupCounters {
  readonly orders: number;
  readonly revenue: number;
  readonly customers: number;
}

const COMPARE: Readonly<Record<AutoGroup['compare'], (counter: number, wanted: number) => boolean>> = {
  gte: (counter, wanted) => counter >= wanted,
  gt: (counter, wanted) => counter > wanted,
};

/** Whether the criteria are met. A group without criteria is entered by hand only. */
export function meetsCriteria(auto: AutoGroup | null, counters: GroupCounters): boolean {
  if (!auto) return false;
  const asked = (['orders', 'revenue', 'customers'] as const).filter((name) => auto.criteria[name] !== undefined);
  if (asked.length === 0) return false;
  const isMet = (name: (typeof asked)[number]) => COMPARE[auto.compare](counters[name], auto.criteria[name] as number);
  return auto.join === 'all' ? asked.every(isMet) : asked.some(isMet);
}

/** The rank of the highest group whose criteria are met; −1 is the default group. */
function satisfiedRank({ groups }: Grouping, counters: GroupCounters): number {
  for (let rank = groups.length - 1; rank >= 0; rank -= 1) {
    if (meetsCriteria(groups[rank]?.auto ?? null, counters)) return rank;
  }
  return -1;
}

/** The group in which a promoter belongs by the counters: automatic moves only go up, and touch nobody who was assigned by hand. Null is the default group. */
export function climbGroup(
  grouping: Grouping,
  present: { group: string | null; isPinned: boolean },
  counters: GroupCounters,
): string | null {
  if (present.isPinned || !grouping.isOn) return present.group;
  const own = grouping.groups.findIndex(({ code }) => code === present.group);
  const reached = satisfiedRank(grouping, counters);
  return reached > own ? (grouping.groups[reached]?.code ?? null) : present.group;
}

/** Where a released promoter goes, up or down: the highest satisfied group, else the default group. With automatic grouping off everyone stays. */
export function releaseGroup(grouping: Grouping, present: string | null, counters: GroupCounters): string | null {
  if (!grouping.isOn) return present;
  return grouping.groups[satisfiedRank(grouping, counters)]?.code ?? null;
}
