import { CONDITIONS, type Condition, foldCoupon, type RuleConditions, type SaleLine } from '../model/index';
import { covers } from './compiled-campaign';
import type { OrderContext } from './order-context';

export type OrderTest = (order: OrderContext) => boolean;
export type LineTest = (order: OrderContext, line: SaleLine) => boolean;

/** One condition of a rule, ready to be tried. A condition on the order has `ofOrder`, one on its lines `ofLine`, `campaign` has both. */
export interface RuleCheck {
  readonly condition: Condition;
  readonly ofOrder: OrderTest | null;
  readonly ofLine: LineTest | null;
}

/** Makes the check of a condition, or null if the rule does not give it. */
type CheckMaker = (when: RuleConditions) => Omit<RuleCheck, 'condition'> | null;

/** Whether a value is in a list; most lists have one entry. */
function oneOf(list: readonly string[]): (value: string | null) => boolean {
  if (list.length === 1) {
    const only = list[0];
    return (value) => value === only;
  }
  const listed = new Set<string | null>(list);
  return (value) => listed.has(value);
}

const onOrder = (ofOrder: OrderTest) => ({ ofOrder, ofLine: null });
const onLines = (ofLine: LineTest) => ({ ofOrder: null, ofLine });

/** Every kind of condition: when it counts as given, and when it holds. Source: domain.md, section 3. */
const MAKERS: Readonly<Record<Condition, CheckMaker>> = {
  coupons: ({ coupons = [] }) => {
    if (coupons.length === 0) return null;
    const isListed = oneOf(coupons.map(foldCoupon));
    return onOrder((order) => order.coupons.some(isListed));
  },
  skus: ({ skus = [] }) => {
    if (skus.length === 0) return null;
    if (skus.length === 1) return onLines((_, line) => line.sku === skus[0]);
    const listed = new Set(skus);
    return onLines((_, line) => listed.has(line.sku));
  },
  categories: ({ categories = [] }) => {
    if (categories.length === 0) return null;
    if (categories.length === 1) return onLines((_, line) => line.category === categories[0]);
    const listed = new Set<string | null>(categories);
    return onLines((_, line) => listed.has(line.category));
  },
  country: ({ country = [] }) => {
    if (country.length === 0) return null;
    const isListed = oneOf(country);
    return onOrder(({ sale }) => isListed(sale.country));
  },
  customer: ({ customer }) => (customer ? onOrder(({ sale }) => sale.newness === customer) : null),
  amount: ({ amount }) => {
    const from = amount?.from ?? 0;
    const to = amount?.to ?? null;
    if (from <= 0 && to === null) return null;
    return onOrder(({ orderAmount }) => from <= orderAmount && (to === null || orderAmount < to));
  },
  campaign: ({ campaign }) => {
    if (!campaign) return null;
    return {
      ofOrder: (order) => order.campaign?.code === campaign,
      ofLine: (order, line) => order.campaign !== null && covers(order.campaign, line),
    };
  },
  orderType: ({ orderType }) => (orderType ? onOrder(({ sale }) => sale.type === orderType) : null),
  subId: ({ subId }) => (subId ? onOrder(({ sale }) => sale.subId === subId) : null),
};

/** The checks of all conditions that a rule gives, in the order in which the first failing one is named. */
export function checksOf(when: RuleConditions): RuleCheck[] {
  return CONDITIONS.flatMap((condition) => {
    const check = MAKERS[condition](when);
    return check ? [{ condition, ...check }] : [];
  });
}
