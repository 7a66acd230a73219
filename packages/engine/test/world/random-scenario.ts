import type { EventJson, RateJson, RuleJson, ScenarioJson, SettingsJson } from './scenario-file';

/** A seeded source of choices (mulberry32), so that a scenario can be drawn again from its number. */
class Dice {
  constructor(private state: number) {}

  below(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  one<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  some<T>(values: readonly T[], times = 2): T[] {
    return values.filter(() => this.once(times));
  }
}

const SKUS = ['TEA', 'CUP', 'POT', 'GIFT', 'BOX'];
const CATEGORIES = ['tea', 'ware', 'home'];
const PROMOTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
const CUSTOMERS = ['C1', 'C2', 'C3', 'C4', 'C-A', 'C-B'];
const GROUPS = ['Silver', 'Gold', 'Stars'];
const PROGRAMMES = ['P1', 'P2', 'P3', 'VIP'];
const CAMPAIGNS = ['SALE', 'SPRINT'];
const RESULTS = ['paid', 'paid', 'paid', 'paid', 'failed', 'expired', 'cancelled'];
const DAYS = ['2024-01-15', '2024-02-01', '2024-02-15', '2024-03-01', '2024-04-01'];
const START = Date.UTC(2024, 0, 10);
const HOUR = 3_600_000;

const amount = (dice: Dice, most: number) => (dice.below(most * 100) / 100).toFixed(2);

function rate(dice: Dice): RateJson {
  if (dice.once(4)) return { fixed: amount(dice, 12), per: dice.one(['order', 'unit'] as const) };
  return { percent: dice.one(['0', '2.5', '4', '6', '8', '10', '12.3456', '33.3', '60']) };
}

function table(dice: Dice, keys: readonly string[], times = 4): Record<string, RateJson> {
  return Object.fromEntries(dice.some(keys, times).map((key) => [key, rate(dice)]));
}

function window(dice: Dice): { from: string | null; to: string | null } {
  const [from, to] = [dice.below(DAYS.length), dice.below(DAYS.length)];
  return {
    from: dice.once(2) ? null : (DAYS[Math.min(from, to)] as string),
    to: dice.once(2) || from === to ? null : (DAYS[Math.max(from, to)] as string),
  };
}

function rule(dice: Dice, id: string): RuleJson {
  const layer = dice.one(['sales_match', 'sales_match', 'individual', 'group'] as const);
  const products = { skus: dice.some(SKUS, 4), categories: dice.some(CATEGORIES, 5) };
  const common = {
    id,
    layer,
    rate: rate(dice),
    ...window(dice),
    ...(dice.once(3) ? { priority: dice.one([10, 100, 200]) } : {}),
  };
  if (layer === 'individual')
    return { ...common, promoters: [dice.one(PROMOTERS), ...dice.some(PROMOTERS, 4)], when: products };
  if (layer === 'group') return { ...common, groups: [dice.one(GROUPS)], when: products };
  const when: NonNullable<RuleJson['when']> = {};
  for (let index = 1 + dice.below(2); index > 0; index -= 1) {
    const kind = dice.below(9);
    if (kind === 0) when.coupons = [dice.one(['Ten', 'NINE'])];
    if (kind === 1) when.skus = [dice.one(SKUS), ...dice.some(SKUS, 5)];
    if (kind === 2) when.categories = [dice.one(CATEGORIES)];
    if (kind === 3) when.country = ['CN'];
    if (kind === 4) when.customer = dice.one(['new', 'returning'] as const);
    if (kind === 5) when.amount = { from: amount(dice, 200), to: dice.once(2) ? null : '400.00' };
    if (kind === 6) when.campaign = dice.one(CAMPAIGNS);
    if (kind === 7) when.orderType = dice.one(['one_time', 'recurring', 'manual'] as const);
    if (kind === 8) when.subId = 'live';
  }
  const scope = dice.one([null, null, 'order', 'matched_lines'] as const);
  return { ...common, scope, promoters: dice.once(4) ? dice.some(PROMOTERS) : [], when };
}

function settings(dice: Dice, isChina: boolean): SettingsJson {
  return {
    hold: dice.one([
      { from: 'paid', days: 0 },
      { from: 'paid', days: 3 },
      { from: 'completed', days: 2 },
    ] as const),
    autoCompleteDays: 6,
    approval: {
      default: dice.one(['auto', 'auto', 'auto', 'manual'] as const),
      rules: dice.once(2)
        ? []
        : ([
            { when: { amount: { from: '40.00' } }, outcome: dice.one(['review', 'reject', 'approve'] as const) },
            { when: { orderType: 'manual' }, outcome: 'review' },
            { when: { groups: ['Gold'] }, outcome: 'approve' },
            { when: { promoterAgeDays: { to: 20 } }, outcome: dice.one(['review', 'reject'] as const) },
          ].filter(() => dice.once(2)) as NonNullable<SettingsJson['approval']>['rules']),
    },
    groupVsTier: dice.one(['strict', 'higher_wins'] as const),
    maxCommissionPercent: dice.one(['100', '100', '15', '30']),
    demoteOnRefund: dice.once(2),
    base: { tax: dice.once(3), shipping: dice.once(3), pricesIncludeTax: dice.once(4) },
    excludedSkus: dice.once(2) ? ['GIFT'] : [],
    network: {
      basis: dice.one(['sale', 'commission'] as const),
      levels: dice.once(3) ? [] : isChina ? ['5'] : ['5', '3', '2'].slice(dice.below(3)),
    },
    selfPurchase: {
      mode: dice.one(['block', 'normal', 'rebate'] as const),
      rates: {
        default: dice.once(3) ? rate(dice) : null,
        skus: table(dice, SKUS),
        categories: table(dice, CATEGORIES),
        campaigns: table(dice, CAMPAIGNS, 3),
      },
      payNetwork: dice.once(2),
      countInMetrics: dice.once(2),
    },
    attribution: {
      windowDays: dice.one([3, 30]),
      touch: dice.one(['first', 'last'] as const),
      ...dice.one([{ binding: 'none' }, { binding: 'window', bindingDays: 8 }, { binding: 'permanent' }] as const),
      onOtherTouch: dice.one(['keep_first', 'take_last'] as const),
    },
    payout: { minimum: dice.one(['0.01', '5.00']) },
  };
}

function ladder(dice: Dice): ScenarioJson['ladder'] {
  if (dice.once(4)) return null;
  const metric = dice.one([
    'referral_order_value',
    'referral_order_count',
    'earned_commission',
    'downline_sales',
    'personal_volume',
  ]);
  const unit: Record<string, number> = { referral_order_count: 1, earned_commission: 10 };
  const thresholds = [dice.one([0, 0, 1]), 3, 8].map((step) => step * (unit[metric] ?? 100));
  const levels = ['P1', 'P2', 'P3'].map((programme, index) => ({
    programme,
    threshold:
      metric === 'referral_order_count' ? (thresholds[index] as number) : (thresholds[index] as number).toFixed(2),
  }));
  const to = dice.one(['previous', { level: 1 }, { level: 2 }] as const);
  const reset = { everyMonths: dice.one([1, 1, 2]), day: dice.one([1, 15, 31]), from: '2023-12-31', to };
  return { metric, levels: dice.once(4) ? levels.slice(1) : levels, reset: dice.once(3) ? null : reset };
}

/** A valid scenario with every part of the domain in it and so many events; `expect` is empty. The same number draws the same scenario. */
export function randomScenario(seed: number, events = 60): ScenarioJson {
  const dice = new Dice(seed * 7919 + 17);
  const isChina = dice.once(2);
  const file: ScenarioJson = {
    title: `drawn scenario ${seed}`,
    merchant: {
      ...(isChina ? {} : { currency: 'USD', region: 'US', timezone: 'America/New_York' }),
      settings: settings(dice, isChina),
    },
    products: SKUS.map((sku, index) => (index < 4 ? { sku, category: CATEGORIES[index % 3] as string } : { sku })),
    programmes: PROGRAMMES.map((id, index) => ({
      id,
      default: index === 0,
      ...(dice.once(8) ? {} : { rate: rate(dice) }),
      skus: table(dice, SKUS, 6),
      categories: table(dice, CATEGORIES, 6),
      recurring: dice.one([{ mode: 'forever' }, { mode: 'first_only' }, { mode: 'first_n', n: 2 }] as const),
    })),
    ladder: ladder(dice),
    groups: [
      {
        id: 'Silver',
        auto: {
          join: dice.one(['all', 'any'] as const),
          compare: dice.one(['gte', 'gt'] as const),
          criteria: { orders: 2, revenue: '150.00' },
        },
      },
      { id: 'Gold', auto: { criteria: { orders: 4, customers: 2 } } },
      { id: 'Stars' },
    ],
    tierBonuses: dice.once(3) ? [] : tierBonuses(dice),
    campaigns: [
      {
        id: 'SALE',
        ...window(dice),
        skus: dice.some(SKUS),
        categories: dice.some(CATEGORIES, 4),
        bonus: dice.once(3) ? null : { fixed: amount(dice, 6), per: 'order' },
      },
      {
        id: 'SPRINT',
        ...window(dice),
        skus: dice.once(2) ? [] : ['TEA'],
        bonus: { fixed: '15.00', every: 1 + dice.below(3) },
      },
    ],
    rules: Array.from({ length: dice.below(7) }, (_, index) => rule(dice, `R${index}`)),
    coupons: [{ code: 'TEN', owner: dice.one(PROMOTERS) }, { code: 'Nine' }],
    promoters: promoters(dice),
    events: [],
    expect: {},
  };
  file.events = drawEvents(dice, events);
  return file;
}

function tierBonuses(dice: Dice): ScenarioJson['tierBonuses'] {
  const metric = dice.one(['sales', 'conversions'] as const);
  return [1, 2].map((times) => ({
    metric,
    threshold: metric === 'sales' ? (times * 150).toFixed(2) : times * 2,
    window: dice.one(['last_month', 'trailing_30_days', 'since_joining'] as const),
    rate: rate(dice),
    days: dice.one([5, 20, null]),
  }));
}

function promoters(dice: Dice): ScenarioJson['promoters'] {
  return PROMOTERS.map((id, index) => ({
    id,
    inviter: index === 0 || dice.once(4) ? null : (PROMOTERS[dice.below(index)] as string),
    customer: id === 'A' ? 'C-A' : id === 'B' ? 'C-B' : null,
    group: dice.once(5) ? dice.one(GROUPS) : null,
    programme: dice.once(5) ? dice.one(PROGRAMMES) : null,
    joined: dice.once(3) ? '2024-01-05' : null,
    ...(dice.once(9) ? { status: 'suspended' } : {}),
  }));
}

interface Course {
  orders: { id: string; promoter: string }[];
  payouts: string[];
  at: number;
  count: number;
  sequence: number;
  /** What the next event is to be, if it is settled. */
  next: Omit<EventJson, 'at'> | null;
}

type Draw = (dice: Dice, course: Course) => Omit<EventJson, 'at'>;

const KINDS: readonly { readonly weight: number; readonly draw: Draw }[] = [
  { weight: 20, draw: order },
  {
    weight: 5,
    draw: (dice) => ({
      do: 'touch',
      customer: dice.one(CUSTOMERS),
      promoter: dice.one(PROMOTERS),
      kind: 'click',
      ...(dice.once(2) ? { campaign: dice.one(CAMPAIGNS) } : {}),
    }),
  },
  { weight: 6, draw: refund },
  { weight: 2, draw: (dice, course) => ({ do: 'complete', order: dice.one(course.orders).id }) },
  {
    weight: 3,
    draw: (dice, course) => ({
      do: 'approve',
      ...commission(dice, course),
      ...(dice.once(3) ? {} : { reason: 'known' }),
    }),
  },
  {
    weight: 2,
    draw: (dice, course) => ({
      do: 'reject',
      ...commission(dice, course),
      ...(dice.once(4) ? {} : { reason: 'doubtful' }),
    }),
  },
  {
    weight: 2,
    draw: (dice, course) => ({
      do: 'adjust',
      ...commission(dice, course),
      amount: dice.one(['1.50', '-2.00', '0', '-0.30', '-40.00']),
      reason: 'by hand',
    }),
  },
  { weight: 1, draw: (dice) => ({ do: 'assign_group', promoter: dice.one(PROMOTERS), group: dice.one(GROUPS) }) },
  { weight: 1, draw: (dice) => ({ do: 'release_group', promoter: dice.one(PROMOTERS) }) },
  {
    weight: 1,
    draw: (dice) => ({ do: 'assign_programme', promoter: dice.one(PROMOTERS), programme: dice.one(PROGRAMMES) }),
  },
  { weight: 1, draw: (dice) => ({ do: 'release_programme', promoter: dice.one(PROMOTERS) }) },
  {
    weight: 1,
    draw: (dice) => (dice.once(3) ? { do: 'deactivate_programme', programme: dice.one(PROGRAMMES) } : { do: 'tick' }),
  },
  {
    weight: 2,
    draw: (dice) => ({
      do: 'set_status',
      promoter: dice.one(PROMOTERS),
      status: dice.one(['active', 'active', 'suspended', 'banned']),
    }),
  },
  { weight: 1, draw: (dice, course) => ({ do: 'add_rule', rule: rule(dice, `N${course.count % 4}`) }) },
  { weight: 1, draw: (dice) => ({ do: 'end_rule', id: dice.one(['R0', 'R1', 'N0', 'N1']) }) },
  {
    weight: 6,
    draw: (dice, course) => {
      const id = `W${course.count}`;
      course.payouts.push(id);
      if (!dice.once(4)) course.next = { do: 'payout_result', id, result: dice.one(RESULTS) };
      return {
        do: 'payout',
        promoter: dice.one(['A', 'A', 'B', 'C']),
        id,
        amount: dice.one(['0.60', '2.00', '5.50', '14.00', '30.00']),
      };
    },
  },
  {
    weight: 6,
    draw: (dice, course) => ({
      do: 'payout_result',
      id: dice.one(course.payouts.slice(-3)),
      result: dice.one(RESULTS),
    }),
  },
];

/** A commission that there probably is: mostly of the latest orders and of the promoter whom the order names. */
function commission(dice: Dice, { orders }: Course): Partial<EventJson> {
  const { id, promoter } = dice.one(orders.slice(-4));
  const kind = dice.once(4) ? { kind: dice.one(['network', 'bonus', 'self']) } : {};
  return { order: id, promoter: dice.once(5) ? dice.one(PROMOTERS) : promoter, ...kind };
}

function order(dice: Dice, course: Course): Omit<EventJson, 'at'> {
  const id = `O${course.count}`;
  const promoter = dice.one([...PROMOTERS, 'A', 'A', 'B']);
  course.orders.push({ id, promoter });
  const type = dice.one(['one_time', 'one_time', 'one_time', 'recurring', 'manual'] as const);
  const lines = [...new Set([dice.one(SKUS), ...dice.some(SKUS, 4)])].map((sku) => {
    const [quantity, price] = [1 + dice.below(3), dice.one(['0.99', '10.00', '33.33', '80.00', '120.50'])];
    return {
      sku,
      quantity,
      price,
      ...(dice.once(3) ? { discount: '0.49' } : {}),
      ...(dice.once(2) ? { tax: '0.05' } : {}),
    };
  });
  return {
    do: 'order',
    id,
    type,
    customer: dice.once(8) ? null : dice.one(CUSTOMERS),
    ...(dice.once(3) ? {} : { promoter }),
    ...(type === 'recurring' ? { subscription: dice.one(['S1', 'S2']), sequence: ++course.sequence % 4 || 1 } : {}),
    ...(type === 'manual' && dice.once(2) ? { commission: amount(dice, 20) } : {}),
    country: dice.one(['CN', 'US']),
    coupons: dice.some(['ten', 'NINE'], 4),
    discount: dice.once(3) ? '0.40' : '0',
    shipping: dice.once(2) ? '6.10' : '0',
    ...(dice.once(3) ? { campaign: dice.one(CAMPAIGNS) } : {}),
    ...(dice.once(4) ? { subId: 'live' } : {}),
    ...(dice.once(5) ? { paidAt: instant(course.at - dice.below(20 * 24) * HOUR) } : {}),
    lines,
  };
}

function refund(dice: Dice, course: Course): Omit<EventJson, 'at'> {
  // A tenth of the refunds come before their order.
  const target = dice.once(10) ? `O${course.count + 1 + dice.below(3)}` : dice.one(course.orders).id;
  const named = { do: 'refund', order: target, id: `X${course.count}` };
  if (dice.once(3)) return named;
  if (dice.once(2)) return { ...named, lines: [{ sku: dice.one(SKUS), quantity: 1 + dice.below(2) }] };
  return { ...named, amounts: [{ sku: dice.one(SKUS), amount: amount(dice, 60) }] };
}

const instant = (ms: number) => new Date(ms).toISOString();

function drawEvents(dice: Dice, count: number): EventJson[] {
  const all = KINDS.reduce((sum, { weight }) => sum + weight, 0);
  const course: Course = {
    orders: [{ id: 'O0', promoter: 'A' }],
    payouts: ['W0'],
    at: START,
    count: 0,
    sequence: 0,
    next: null,
  };
  return Array.from({ length: count }, (_, index) => {
    course.count = index;
    if (!dice.once(4)) course.at += dice.below(60) * HOUR;
    let roll = index === 0 ? 0 : dice.below(all);
    const kind = KINDS.find(({ weight }) => {
      roll -= weight;
      return roll < 0;
    });
    const settled = course.next;
    course.next = null;
    const event: EventJson = {
      at: instant(course.at),
      ...(settled ?? ((kind ?? KINDS[0])?.draw(dice, course) as Omit<EventJson, 'at'>)),
    };
    return dice.once(12) ? { ...event, repeat: 2 } : event;
  });
}
