import { moneyString } from '../../kit/money/money-format';
import type { AnswerOf, BodyOf } from '../../lib/call';
import type { groupsWords } from './groups-words';

export type Groups = AnswerOf<'climbing.groups'>;
export type GroupsForm = BodyOf<'climbing.saveGroups'>['groups'];
export type Group = GroupsForm['groups'][number];
export type Auto = NonNullable<Group['auto']>;

/** A group as it stands in the draft; what was removed stays in its place until it is saved. */
export interface DraftGroup extends Group {
  readonly isRemoved?: boolean;
}

export interface GroupsDraft {
  readonly isOn: boolean;
  /** Highest rank first, as the page shows them. */
  readonly groups: readonly DraftGroup[];
}

/** The contract ranks the lowest first; people read the highest first. */
export const draftOf = (form: GroupsForm): GroupsDraft => ({ isOn: form.isOn, groups: form.groups.toReversed() });

export function formOf(draft: GroupsDraft): GroupsForm {
  const kept = draft.groups.filter((group) => !group.isRemoved);
  return { isOn: draft.isOn, groups: kept.map(({ id, name, auto }) => ({ id, name, auto })).toReversed() };
}

export function movedTo(draft: GroupsDraft, from: number, to: number): GroupsDraft {
  const group = draft.groups[from];
  if (!group) return draft;
  return { ...draft, groups: draft.groups.toSpliced(from, 1).toSpliced(to, 0, group) };
}

/** Puts a group in its place, or a new one on top. */
export function withGroup(draft: GroupsDraft, group: Group): GroupsDraft {
  const place = draft.groups.findIndex((one) => one.id === group.id);
  const groups = place < 0 ? [group, ...draft.groups] : draft.groups.with(place, group);
  return { ...draft, groups };
}

export function withRemoved(draft: GroupsDraft, id: string, isRemoved: boolean): GroupsDraft {
  return { ...draft, groups: draft.groups.map((group) => (group.id === id ? { ...group, isRemoved } : group)) };
}

/** What the draft does to a group, compared with what is saved. */
export function changeOf(group: DraftGroup, saved: GroupsForm): 'removed' | 'added' | 'altered' | null {
  if (group.isRemoved) return 'removed';
  const old = saved.groups.find((one) => one.id === group.id);
  if (!old) return 'added';
  return JSON.stringify([old.name, old.auto]) === JSON.stringify([group.name, group.auto]) ? null : 'altered';
}

type Words = (typeof groupsWords)['zh'];

/** 满 10 单 且 成交满 ¥5,000.00 */
export function criteriaText(auto: Auto | null, currency: string, words: Words): string {
  if (!auto) return words.byHand;
  const isMore = auto.compare === 'gt';
  const { orders, revenue, customers } = auto.criteria;
  const parts = [
    orders === undefined ? '' : (isMore ? words.ordersMore : words.orders)(String(orders)),
    revenue === undefined ? '' : (isMore ? words.revenueMore : words.revenue)(moneyString(revenue, currency)),
    customers === undefined ? '' : (isMore ? words.customersMore : words.customers)(String(customers)),
  ].filter(Boolean);
  return parts.join(auto.join === 'all' ? words.all : words.any) || words.byHand;
}
