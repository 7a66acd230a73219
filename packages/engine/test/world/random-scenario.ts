import { amount, CAMPAIGNS, CATEGORIES, Dice, GROUPS, PROGRAMMES, PROMOTERS, SKUS } from './dice';
import { drawEvents } from './draw-events';
import { rate, rule, table, window } from './draw-rule';
import type { ScenarioJson, SettingsJson } from './scenario-file';

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
