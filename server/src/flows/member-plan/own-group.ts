import type { Lang, Out } from '@fenrun/contracts';
import { type AutoGroup, type GroupCounters, inForce, roundMoneyText } from '@fenrun/engine';
import { minor } from '@fenrun/kernel';
import type { Reading } from '../../modules/commission';
import { groupName } from '../../modules/plans';
import type { PromoterRow } from '../../modules/promoters';
import { shareOf } from './share-of';

type GroupView = NonNullable<Out<'member.plan'>['group']>;
type Criteria = NonNullable<GroupView['next']>['criteria'];

/** The promoter's group, and how far each criterion of the next one is; null where there is neither. */
export function ownGroup(
  reading: Reading,
  { groupCode, isGroupPinned }: PromoterRow,
  counters: GroupCounters,
): GroupView | null {
  const { grouping } = inForce(reading.compiled, reading.now);
  const { groups, isOn } = grouping;
  const own = groups.findIndex(({ code }) => code === groupCode);
  const next = isOn && !isGroupPinned ? groups.slice(own + 1).find(({ auto }) => auto !== null) : undefined;
  if (groupCode === null && !isGroupPinned && !next) return null;
  return {
    name: reading.names.group(groupCode),
    pinned: isGroupPinned,
    next: next?.auto ? { name: groupName(next), criteria: progressOf(next.auto, counters, reading) } : null,
  };
}

const CRITERIA = ['orders', 'revenue', 'customers'] as const;

const WANTED: Readonly<
  Record<(typeof CRITERIA)[number], Readonly<Record<Lang, (wanted: string, over: boolean, has: string) => string>>>
> = {
  orders: {
    zh: (wanted, over, has) => `成交${over ? '超过' : '满'} ${wanted} 单，已有 ${has} 单`,
    en: (wanted, over, has) => `${over ? 'More than ' : ''}${wanted} orders; ${has} so far`,
  },
  revenue: {
    zh: (wanted, over, has) => `成交额${over ? '超过' : '满'} ${wanted}，已有 ${has}`,
    en: (wanted, over, has) => `Sales of ${over ? 'more than ' : ''}${wanted}; ${has} so far`,
  },
  customers: {
    zh: (wanted, over, has) => `成交客户${over ? '超过' : '满'} ${wanted} 位，已有 ${has} 位`,
    en: (wanted, over, has) => `${over ? 'More than ' : ''}${wanted} customers; ${has} so far`,
  },
};

function progressOf(
  { criteria, compare, join }: AutoGroup,
  counters: GroupCounters,
  { currency, lang }: Reading,
): Criteria {
  const asked = CRITERIA.filter((name) => criteria[name] !== undefined);
  const isChoice = join === 'any' && asked.length > 1;
  return asked.map((name, index) => {
    const wanted = criteria[name] ?? 0;
    const figure = (value: number) => (name === 'revenue' ? roundMoneyText(minor(value), currency) : String(value));
    const text = WANTED[name][lang](figure(wanted), compare === 'gt', figure(counters[name]));
    return {
      share: shareOf(counters[name], wanted),
      text: isChoice && index > 0 ? (lang === 'zh' ? `或者${text}` : `Or: ${text}`) : text,
    };
  });
}
