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

const placeOf = (kind: string, value: string) => `${kind}\u0000${value}`;

/** How many of these narrowings name each value, by kind and value. */
export function valueCounts(narrowings: Iterable<Narrowing>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { lists } of narrowings) {
    for (const [kind, values] of lists) {
      for (const value of values) {
        const place = placeOf(kind, value);
        counts.set(place, (counts.get(place) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Rules by the values of their most telling kind of list, to find those that can meet a rule without looking at all. */
export interface MeetingIndex {
  add(rule: CompiledRule, narrowing: Narrowing): void;
  /** All that were added whose kinds of lists the narrowing has too, and that can include or overlap it. */
  meeting(narrowing: Narrowing): Iterable<CompiledRule>;
}

/** `counts` are those of all rules that may be added; they say which kind of a rule tells most. */
export function meetingIndex(counts: ReadonlyMap<string, number>): MeetingIndex {
  const buckets = new Map<string, CompiledRule[]>();
  const open: CompiledRule[] = [];
  return {
    add(rule, { lists }) {
      const places = mostTelling(lists, counts);
      if (places.length === 0) open.push(rule);
      for (const place of places) {
        const bucket = buckets.get(place);
        if (bucket) bucket.push(rule);
        else buckets.set(place, [rule]);
      }
    },
    meeting({ lists }) {
      const found = new Set(open);
      for (const [kind, values] of lists) {
        for (const value of values) for (const rule of buckets.get(placeOf(kind, value)) ?? []) found.add(rule);
      }
      return found;
    },
  };
}

/** The places of the kind whose values the fewest rules name. */
function mostTelling(lists: Narrowing['lists'], counts: ReadonlyMap<string, number>): string[] {
  let best: string[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (const [kind, values] of lists) {
    const places = [...values].map((value) => placeOf(kind, value));
    const named = places.reduce((all, place) => all + (counts.get(place) ?? 0), 0);
    if (named < fewest) [best, fewest] = [places, named];
  }
  return best;
}
