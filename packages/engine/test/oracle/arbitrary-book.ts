import { BEGINNING, minor, type Percent, type Rate } from '@fenrun/kernel';
import fc from 'fast-check';
import {
  type Campaign,
  DEFAULT_SETTINGS,
  type Programme,
  type Rule,
  type RuleBook,
  type RuleConditions,
  type Sale,
  type SaleFacts,
  type SaleLine,
  type Settings,
} from '../../src/index';

/** Small worlds, so that rules, orders and promoters meet often: three SKUs, two categories, three promoters, ten instants. */
const SKUS = ['TEA', 'CUP', 'POT'];
const CATEGORIES = ['tea', 'ware'];
const PROMOTERS = ['A', 'B', 'C'];
const GROUPS = ['Gold', 'Silver'];
const CAMPAIGNS = ['FALL', 'SPRING'];
const INSTANTS = 10;

const instant = fc.integer({ min: 0, max: INSTANTS });
const orNull = <T>(value: fc.Arbitrary<T>, freq = 2) => fc.option(value, { nil: null, freq });
const some = (values: string[], none = 2) =>
  fc.oneof(
    { weight: none, arbitrary: fc.constant([] as string[]) },
    { weight: 1, arbitrary: fc.subarray(values, { minLength: 1 }) },
  );
const money = (max: number) => fc.integer({ min: 0, max }).map(minor);

export const arbitraryRate: fc.Arbitrary<Rate> = fc.oneof(
  fc
    .constantFrom(0, 40_000, 60_000, 100_000, 333_333, 1_500_000)
    .map((value): Rate => ({ kind: 'percent', percent: value as Percent })),
  fc.record({
    kind: fc.constant('fixed' as const),
    amount: fc.constantFrom(0, 50, 150, 501, 5_000).map(minor),
    per: fc.constantFrom('order' as const, 'unit' as const),
  }),
);

const arbitraryWindow = fc.record({ from: orNull(instant), to: orNull(instant, 1) });

const salesConditions: fc.Arbitrary<RuleConditions> = fc.record({
  coupons: some(['Ten', 'NINE']),
  skus: some(SKUS),
  categories: some(CATEGORIES),
  country: some(['CN', 'US'], 5),
  customer: orNull(fc.constantFrom('new' as const, 'returning' as const), 1),
  amount: orNull(fc.record({ from: orNull(money(20_000)), to: orNull(money(40_000), 1) }), 1),
  campaign: orNull(fc.constantFrom(...CAMPAIGNS), 1),
  orderType: orNull(fc.constantFrom('one_time' as const, 'recurring' as const, 'manual' as const), 1),
  subId: orNull(fc.constant('shop'), 1),
});

/** Conditions that are mostly absent, so that rules match often enough to meet each other. */
const thinConditions = fc
  .tuple(
    salesConditions,
    fc.subarray(
      ['coupons', 'skus', 'categories', 'country', 'customer', 'amount', 'campaign', 'orderType', 'subId'] as const,
      { maxLength: 2 },
    ),
  )
  .map(([all, kept]) => Object.fromEntries(kept.map((name) => [name, all[name]])) as RuleConditions);

const productConditions = fc.record({ skus: some(SKUS), categories: some(CATEGORIES) });

export const arbitraryRule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    layer: fc.constant('sales_match' as const),
    priority: fc.constantFrom(1, 100, 100),
    window: arbitraryWindow,
    scope: orNull(fc.constantFrom('order' as const, 'matched_lines' as const), 1),
    promoters: some(PROMOTERS),
    groups: fc.constant([]),
    when: thinConditions,
    rate: arbitraryRate,
  }),
  fc.record({
    layer: fc.constant('individual' as const),
    priority: fc.constantFrom(1, 100, 100),
    window: arbitraryWindow,
    scope: fc.constant(null),
    promoters: fc.subarray(PROMOTERS, { minLength: 1 }),
    groups: fc.constant([]),
    when: productConditions,
    rate: arbitraryRate,
  }),
  fc.record({
    layer: fc.constant('group' as const),
    priority: fc.constantFrom(1, 100, 100),
    window: arbitraryWindow,
    scope: fc.constant(null),
    promoters: fc.constant([]),
    groups: fc.subarray(GROUPS, { minLength: 1 }),
    when: productConditions,
    rate: arbitraryRate,
  }),
);

const rateTable = (keys: string[]) =>
  fc.dictionary(fc.constantFrom(...keys), arbitraryRate, { maxKeys: 2, noNullPrototype: true });

const arbitraryProgramme: fc.Arbitrary<Programme> = fc.record({
  isDefault: fc.constant(true),
  isActive: fc.constant(true),
  rate: orNull(arbitraryRate, 4),
  skus: rateTable(SKUS),
  categories: rateTable(CATEGORIES),
  recurring: fc.oneof(
    fc.constant({ mode: 'forever' as const }),
    fc.constant({ mode: 'first_only' as const }),
    fc.constant({ mode: 'first_n' as const, n: 2 }),
  ),
});

const arbitraryCampaign: fc.Arbitrary<Campaign> = fc.record({
  window: arbitraryWindow,
  skus: some(SKUS),
  categories: some(CATEGORIES),
  bonus: orNull(
    fc.oneof(
      fc.record({ kind: fc.constant('per_order' as const), amount: money(900) }),
      fc.record({ kind: fc.constant('every_nth' as const), amount: money(9_000), every: fc.constantFrom(1, 2, 3) }),
    ),
  ),
});

const arbitrarySettings: fc.Arbitrary<Settings> = fc
  .record({
    groupVsTier: fc.constantFrom('strict' as const, 'higher_wins' as const),
    maxCommissionPercent: fc.constantFrom(50_000, 200_000, 1_000_000, 2_000_000).map((value) => value as Percent),
    base: fc.record({ tax: fc.boolean(), shipping: fc.boolean(), pricesIncludeTax: fc.boolean() }),
    excludedSkus: some(SKUS, 4),
    network: fc.record({
      basis: fc.constantFrom('sale' as const, 'commission' as const),
      levels: fc.array(
        fc.constantFrom(0, 50_000, 100_000, 333_333).map((value) => value as Percent),
        { maxLength: 3 },
      ),
    }),
    selfPurchase: fc.record({
      mode: fc.constantFrom('block' as const, 'normal' as const, 'rebate' as const),
      rates: fc.record({
        default: orNull(arbitraryRate),
        skus: rateTable(SKUS),
        categories: rateTable(CATEGORIES),
        campaigns: rateTable(CAMPAIGNS),
      }),
      payNetwork: fc.boolean(),
      countInMetrics: fc.boolean(),
    }),
  })
  .map((settings) => ({ ...DEFAULT_SETTINGS, ...settings }));

export const arbitraryBook: fc.Arbitrary<RuleBook> = fc
  .record({
    region: fc.constantFrom('CN', 'US'),
    settings: arbitrarySettings,
    programmes: fc.tuple(arbitraryProgramme, arbitraryProgramme),
    rules: fc.array(fc.tuple(arbitraryRule, fc.option(instant, { nil: null, freq: 3 }), orNull(instant, 4)), {
      maxLength: 14,
    }),
    campaigns: fc.tuple(arbitraryCampaign, arbitraryCampaign),
  })
  .map(({ region, settings, programmes, rules, campaigns }) => {
    const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];
    return {
      version: 1,
      currency: 'CNY',
      region,
      settings: first(settings),
      programmes: programmes.map((programme, index) => ({ code: `P${index}`, versions: first(programme) })),
      rules: rules.map(([rule, addedAt, endedAt], index) => ({
        code: `R${index}`,
        versions: [
          { savedAs: 1, holdsFrom: addedAt === null || addedAt > 5 ? BEGINNING : addedAt, value: rule },
          ...(endedAt !== null && endedAt > 5 ? [{ savedAs: 1, holdsFrom: endedAt, value: null }] : []),
        ],
      })),
      campaigns: campaigns.map((campaign, index) => ({ code: CAMPAIGNS[index] as string, versions: first(campaign) })),
      grouping: [],
      ladder: [],
      tierBonuses: [],
    };
  });

const arbitraryLine: fc.Arbitrary<SaleLine> = fc
  .record({
    sku: fc.constantFrom(...SKUS),
    category: orNull(fc.constantFrom(...CATEGORIES), 5),
    quantity: fc.integer({ min: 1, max: 4 }),
    price: fc.constantFrom(0, 1, 333, 999, 5_000, 9_999),
    discount: fc.integer({ min: 0, max: 100 }),
    tax: fc.integer({ min: 0, max: 60 }),
  })
  .map((line) => {
    const discount = Math.min(line.discount, line.price * line.quantity);
    const worth = line.price * line.quantity - discount;
    return {
      ...line,
      price: minor(line.price),
      discount: minor(discount),
      tax: minor(Math.min(line.tax, Math.floor(worth / 20))),
    };
  });

export const arbitrarySale: fc.Arbitrary<Sale> = fc
  .record({
    type: fc.constantFrom('one_time' as const, 'recurring' as const, 'manual' as const),
    sequence: fc.integer({ min: 1, max: 3 }),
    paidAt: instant,
    lines: fc.array(arbitraryLine, { minLength: 1, maxLength: 4 }),
    discountShare: fc.constantFrom(0, 0, 0.1, 0.5),
    shipping: fc.constantFrom(0, 7, 1_025).map(minor),
    coupons: some(['TEN', 'nine']),
    country: orNull(fc.constantFrom('CN', 'US'), 4),
    subId: orNull(fc.constantFrom('shop', 'live')),
    campaign: orNull(fc.constantFrom(...CAMPAIGNS)),
    newness: fc.constantFrom('new' as const, 'returning' as const, 'none' as const),
    manualAmount: orNull(fc.constantFrom(0, 100, 2_500).map(minor), 1),
  })
  .map(({ discountShare, ...sale }) => {
    const worth = sale.lines.reduce((all, line) => all + line.price * line.quantity - line.discount, 0);
    return {
      ...sale,
      discount: minor(Math.floor(worth * discountShare)),
      sequence: sale.type === 'recurring' ? sale.sequence : null,
      manualAmount: sale.type === 'manual' ? sale.manualAmount : null,
    };
  });

export const arbitraryFacts: fc.Arbitrary<SaleFacts> = fc.record({
  by: fc.constant('order' as const),
  promoter: orNull(
    fc.record({
      id: fc.constantFrom(...PROMOTERS),
      isActive: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
      programme: fc.constantFrom('P0', 'P1'),
      group: orNull(fc.constantFrom(...GROUPS), 4),
      bonuses: fc.uniqueArray(
        fc.record({
          step: fc.integer({ min: 1, max: 3 }),
          threshold: fc.constantFrom(100, 100, 200),
          rate: arbitraryRate,
        }),
        { maxLength: 2, selector: ({ step }) => step },
      ),
    }),
    12,
  ),
  buyerIsPromoter: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  chain: fc
    .array(fc.record({ id: fc.constantFrom('X', 'Y', 'Z'), isActive: fc.boolean() }), { maxLength: 3 })
    .map((chain) => chain.map((inviter, index) => ({ ...inviter, id: `${inviter.id}${index}` }))),
});
