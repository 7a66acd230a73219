import type { Lang, Out } from '@fenrun/contracts';
import { type AutoGroup, roundMoneyText } from '@fenrun/engine';
import type { Call } from '../../foundation/http';
import { peopleByGroup, peopleOf } from '../../modules/climbing';
import { type Reading, readingOf } from '../../modules/commission';
import { groupingForm, rulesOfGroup } from '../../modules/plans';
import { bookFindings } from '../book-findings';
import { findingViews } from './finding-views';
import { savedLast } from './saved-last';

export type GroupsView = Out<'climbing.groups'>;

/** The groups, lowest rank first, with how many people and rules each has. */
export async function groupsView(call: Call): Promise<GroupsView> {
  const reading = await readingOf(call);
  const { book } = reading;
  const [saved, people, found] = await Promise.all([
    savedLast(call, book, 'grouping'),
    peopleByGroup(call.db.read, call.merchantId),
    bookFindings(call.db.read, call.merchantId, book, call.now),
  ]);
  const grouping = book.grouping.at(-1)?.value ?? { isOn: true, groups: [] };
  const findings = found.filter(({ subject }) => subject === 'group');
  return {
    ...saved,
    findings: await findingViews(call.db, reading, findings),
    groups: groupingForm(grouping, book.currency),
    members: grouping.groups.map(({ code, auto }) => ({
      id: code,
      ...peopleOf(people, code),
      rules: rulesOfGroup(book, code).length,
      criteriaText: criteriaText(auto, reading),
    })),
    default: peopleOf(people, null),
  };
}

const BY_HAND: Readonly<Record<Lang, string>> = { zh: '手动加入', en: 'Entered by hand' };

/** What a group asks for, in words: 「成交满 10 单，且成交额满 ¥5,000」. */
export function criteriaText(auto: AutoGroup | null, { currency, lang }: Reading): string {
  if (!auto) return BY_HAND[lang];
  const zh = lang === 'zh';
  const { orders, revenue, customers } = auto.criteria;
  const over = auto.compare === 'gt';
  const asked = [
    ...(orders === undefined ? [] : [zh ? `成交${more(over)} ${orders} 单` : `${moreThan(over, `${orders}`)} orders`]),
    ...(revenue === undefined
      ? []
      : [
          zh
            ? `成交额${more(over)} ${roundMoneyText(revenue, currency)}`
            : `sales of ${moreThan(over, roundMoneyText(revenue, currency))}`,
        ]),
    ...(customers === undefined
      ? []
      : [zh ? `成交客户${more(over)} ${customers} 位` : `${moreThan(over, `${customers}`)} customers`]),
  ];
  if (asked.length === 0) return BY_HAND[lang];
  const joint = auto.join === 'all' ? { zh: '，且', en: ' and ' } : { zh: '，或', en: ' or ' };
  const text = asked.join(joint[lang]);
  return zh ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

const more = (over: boolean): string => (over ? '超过' : '满');
const moreThan = (over: boolean, amount: string): string => (over ? `more than ${amount}` : `at least ${amount}`);
