import { foldCoupon } from '../model/index';
import type { CompiledRule } from './compiled-rule';
import type { OrderContext } from './order-context';

/** A kind of key by which rules are found: the values under which a rule stands, and those that an order asks for. */
interface KeyKind {
  readonly ofRule: (rule: CompiledRule) => readonly string[];
  readonly ofOrder: (order: OrderContext) => readonly string[];
}

const NONE: readonly string[] = [];
const one = (value: string | null | undefined): readonly string[] => (value ? [value] : NONE);

const KINDS: readonly KeyKind[] = [
  { ofRule: ({ rule }) => rule.promoters, ofOrder: ({ promoter }) => [promoter.id] },
  { ofRule: ({ rule }) => rule.groups, ofOrder: ({ promoter }) => one(promoter.group) },
  { ofRule: ({ rule }) => (rule.when.coupons ?? NONE).map(foldCoupon), ofOrder: ({ coupons }) => coupons },
  { ofRule: ({ rule }) => one(rule.when.subId), ofOrder: ({ sale }) => one(sale.subId) },
  { ofRule: ({ rule }) => rule.when.skus ?? NONE, ofOrder: ({ sale }) => sale.lines.map((line) => line.sku) },
  { ofRule: ({ rule }) => one(rule.when.campaign), ofOrder: ({ campaign }) => one(campaign?.code) },
  {
    ofRule: ({ rule }) => rule.when.categories ?? NONE,
    ofOrder: ({ sale }) => sale.lines.flatMap((line) => line.category ?? NONE),
  },
  { ofRule: ({ rule }) => rule.when.country ?? NONE, ofOrder: ({ sale }) => one(sale.country) },
];

/** A bucket this small is scanned; a larger one is indexed again by its rules' other keys. */
const SCANNED_RULES = 8;

/** In a list so short repeats cost less than looking for them; an order of many lines can meet one rule under each of its SKUs. */
const REPEATS_BORNE = 24;

/** A node: buckets by value for each kind of key in use, and the rules that have no key left. */
interface Node {
  readonly kinds: readonly { readonly kind: number; readonly buckets: ReadonlyMap<string, Node> }[];
  readonly rules: readonly CompiledRule[];
}

export interface RuleIndex {
  /**
   * All rules that can match the order, in no order, some of them twice (under two of their keys). Those left out fail one of their conditions
   * or do not reach the promoter.
   */
  gather(order: OrderContext): readonly CompiledRule[];
}

/** Indexes rules so that an order meets those few that share a key with it, not all of them. */
export function indexRules(rules: readonly CompiledRule[]): RuleIndex {
  const root = buildNode(rules, new Set());
  return {
    gather: (order) => {
      if (root.kinds.length === 0) return root.rules;
      const found: CompiledRule[] = [];
      collect(root, order, new Array(KINDS.length), found);
      return found.length > REPEATS_BORNE ? [...new Set(found)] : found;
    },
  };
}

function collect(
  node: Node,
  order: OrderContext,
  asked: (readonly string[] | undefined)[],
  found: CompiledRule[],
): void {
  for (const rule of node.rules) found.push(rule);
  for (const { kind, buckets } of node.kinds) {
    const values = asked[kind] ?? (KINDS[kind] as KeyKind).ofOrder(order);
    asked[kind] = values;
    for (const value of values) {
      const bucket = buckets.get(value);
      if (bucket) collect(bucket, order, asked, found);
    }
  }
}

function buildNode(rules: readonly CompiledRule[], used: ReadonlySet<number>): Node {
  if (rules.length <= SCANNED_RULES && used.size > 0) return { kinds: [], rules };
  const keys = rules.map((rule) => KINDS.map(({ ofRule }, kind) => (used.has(kind) ? NONE : ofRule(rule))));
  const sizes = bucketSizes(keys);
  const open: CompiledRule[] = [];
  const byKind = KINDS.map(() => new Map<string, CompiledRule[]>());
  rules.forEach((rule, index) => {
    const kind = mostSelective(keys[index] as (readonly string[])[], sizes);
    if (kind < 0) open.push(rule);
    else
      for (const value of new Set((keys[index] as (readonly string[])[])[kind]))
        push(byKind[kind] as Map<string, CompiledRule[]>, value, rule);
  });
  const kinds = byKind.flatMap((buckets, kind) => {
    if (buckets.size === 0) return [];
    const deeper = new Set([...used, kind]);
    return [{ kind, buckets: new Map([...buckets].map(([value, held]) => [value, buildNode(held, deeper)])) }];
  });
  return { kinds, rules: open };
}

function bucketSizes(keys: readonly (readonly (readonly string[])[])[]): Map<string, number>[] {
  const sizes = KINDS.map(() => new Map<string, number>());
  for (const ofRule of keys) {
    ofRule.forEach((values, kind) => {
      const counts = sizes[kind] as Map<string, number>;
      for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    });
  }
  return sizes;
}

/** The kind of key whose fullest bucket for this rule is the emptiest; −1 if the rule has no key. */
function mostSelective(keys: readonly (readonly string[])[], sizes: readonly Map<string, number>[]): number {
  let best = -1;
  let bestSize = Number.POSITIVE_INFINITY;
  keys.forEach((values, kind) => {
    if (values.length === 0) return;
    const size = Math.max(...values.map((value) => sizes[kind]?.get(value) ?? 0));
    if (size < bestSize) {
      best = kind;
      bestSize = size;
    }
  });
  return best;
}

function push(buckets: Map<string, CompiledRule[]>, value: string, rule: CompiledRule): void {
  const held = buckets.get(value);
  if (held) held.push(rule);
  else buckets.set(value, [rule]);
}
