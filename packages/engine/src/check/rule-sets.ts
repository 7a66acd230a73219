import type { CompiledRule } from '../book/compiled-rule';
import { foldCoupon, type Range } from '../model/index';

/** Everything by which a rule narrows what it is for, in one form: lists, single values as lists of one, and a range. */
export interface Narrowing {
  /** By kind: the values of which one must hit; a kind that is not given is absent. */
  readonly lists: ReadonlyMap<string, ReadonlySet<string>>;
  readonly amount: Range;
}

/** The kinds of lists, most telling first. Promoters and groups narrow like conditions do. */
export const LIST_KINDS = [
  'promoters',
  'groups',
  'coupons',
  'subId',
  'skus',
  'campaign',
  'categories',
  'country',
  'customer',
  'orderType',
] as const;

export function narrowingOf({ rule }: CompiledRule): Narrowing {
  const { when } = rule;
  const one = (value: string | null | undefined) => (value ? [value] : []);
  const named: Record<(typeof LIST_KINDS)[number], readonly string[]> = {
    promoters: rule.promoters,
    groups: rule.groups,
    coupons: (when.coupons ?? []).map(foldCoupon),
    subId: one(when.subId),
    skus: when.skus ?? [],
    campaign: one(when.campaign),
    categories: when.categories ?? [],
    country: when.country ?? [],
    customer: one(when.customer),
    orderType: one(when.orderType),
  };
  const lists = LIST_KINDS.filter((kind) => named[kind].length > 0).map(
    (kind) => [kind, new Set(named[kind])] as const,
  );
  return { lists: new Map(lists), amount: { from: when.amount?.from ?? 0, to: when.amount?.to ?? null } };
}

/** Whether everything that `inner` lets through is let through by `outer` too. */
export function includes(outer: Narrowing, inner: Narrowing): boolean {
  for (const [kind, values] of outer.lists) {
    const narrower = inner.lists.get(kind);
    if (!narrower) return false;
    for (const value of narrower) if (!values.has(value)) return false;
  }
  const reachesUp = outer.amount.to === null || (inner.amount.to !== null && inner.amount.to <= outer.amount.to);
  return reachesUp && (outer.amount.from ?? 0) <= (inner.amount.from ?? 0);
}

/** Whether something can pass both. */
export function overlap(a: Narrowing, b: Narrowing): boolean {
  for (const [kind, values] of a.lists) {
    const others = b.lists.get(kind);
    if (others && ![...values].some((value) => others.has(value))) return false;
  }
  const below = (from: number | null, to: number | null) => to === null || (from ?? 0) < to;
  return below(a.amount.from, b.amount.to) && below(b.amount.from, a.amount.to);
}

/** Rules by the values of their first kind of list, to find those that can meet a rule without looking at all. */
export interface MeetingIndex {
  add(rule: CompiledRule, narrowing: Narrowing): void;
  /** All that were added and can include or overlap it in its own kinds. */
  meeting(narrowing: Narrowing): CompiledRule[];
}

export function meetingIndex(): MeetingIndex {
  const buckets = new Map<string, CompiledRule[]>();
  const open: CompiledRule[] = [];
  const key = (kind: string, value: string) => `${kind}\u0000${value}`;
  return {
    add(rule, { lists }) {
      const [first] = lists;
      if (!first) open.push(rule);
      for (const value of first?.[1] ?? []) {
        const place = key(first?.[0] ?? '', value);
        const bucket = buckets.get(place);
        if (bucket) bucket.push(rule);
        else buckets.set(place, [rule]);
      }
    },
    meeting({ lists }) {
      const found = new Set(open);
      for (const [kind, values] of lists) {
        for (const value of values) for (const rule of buckets.get(key(kind, value)) ?? []) found.add(rule);
      }
      return [...found];
    },
  };
}
