import { type Chance, chance } from './chance';
import { events } from './random-events';
import { CATEGORIES, type Json, PROMOTERS, rate, rule, SKUS } from './random-parts';

/** A random, valid scenario: every feature of the format may occur in it, events in order, references known. */
export function randomScenario(seed: number, eventCount = 60): Json {
  const c = chance(seed);
  const groups = c.is(0.7) ? ['Silver', 'Gold'].map((id, rank) => group(c, id, rank)) : [];
  const hasLadder = c.is(0.6);
  const campaigns = c.is(0.6) ? [campaign(c, 'SPRING', 0), campaign(c, 'SUMMER', 1)] : [];
  const rules = Array.from({ length: c.whole(0, 8) }, (_, index) =>
    rule(c, `R${index}`, groups.length > 0, campaigns.length > 0),
  );
  return {
    title: `random ${seed}`,
    merchant: {
      currency: c.pick(['CNY', 'USD', 'JPY']),
      timezone: c.pick(['Asia/Shanghai', 'America/New_York', 'Europe/London']),
      region: 'US',
      settings: settings(c, campaigns.length > 0),
    },
    products: SKUS.slice(0, 4).map((sku, index) => ({ sku, category: CATEGORIES[index % 3] })),
    programmes: programmes(c),
    ...(hasLadder ? { ladder: ladder(c) } : {}),
    groups,
    tierBonuses: c.is(0.5) ? tierBonuses(c) : [],
    campaigns,
    rules,
    coupons: [{ code: 'WELCOME', owner: c.is(0.5) ? 'A' : null }, { code: 'FREE' }],
    promoters: PROMOTERS.map((id, index) => promoter(c, id, index, groups.length > 0)),
    events: events(c, eventCount, groups.length > 0, campaigns.length > 0),
    expect: {},
  };
}

function settings(c: Chance, hasCampaigns: boolean): Json {
  return {
    hold: c.pick([
      { from: 'paid', days: 0 },
      { from: 'paid', days: 3 },
      { from: 'completed', days: 2 },
    ]),
    autoCompleteDays: c.pick([5, 15]),
    approval: c.is(0.6)
      ? { default: 'auto', rules: [] }
      : { default: c.pick(['auto', 'manual']), rules: [approvalRule(c)] },
    groupVsTier: c.pick(['strict', 'higher_wins']),
    maxCommissionPercent: c.pick(['100', '20', '12.5']),
    demoteOnRefund: c.is(0.4),
    base: { tax: c.is(0.3), shipping: c.is(0.3), pricesIncludeTax: c.is(0.2) },
    excludedSkus: c.is(0.3) ? ['HAT'] : [],
    network: c.is(0.5)
      ? { basis: c.pick(['sale', 'commission']), levels: c.pick([['5'], ['4', '3'], ['4', '2', '1']]) }
      : { levels: [] },
    selfPurchase: {
      mode: c.pick(['block', 'normal', 'rebate']),
      rates: {
        default: c.is(0.5) ? rate(c) : null,
        skus: c.is(0.5) ? { TEA: rate(c) } : {},
        categories: { ware: rate(c) },
        campaigns: hasCampaigns ? { SPRING: rate(c) } : {},
      },
      payNetwork: c.is(0.3),
      countInMetrics: c.is(0.3),
    },
    attribution: {
      windowDays: c.pick([1, 7, 30]),
      touch: c.pick(['first', 'last']),
      ...c.pick([{ binding: 'none' }, { binding: 'window', bindingDays: 10 }, { binding: 'permanent' }]),
      onOtherTouch: c.pick(['keep_first', 'take_last']),
    },
  };
}

function approvalRule(c: Chance): Json {
  const when = c.pick<Json>([
    { amount: { from: '20' } },
    { orderType: 'manual' },
    { promoterAgeDays: { to: 20 } },
    { amount: { to: '5' } },
  ]);
  return { when, outcome: c.pick(['approve', 'review', 'reject']) };
}

function programmes(c: Chance): Json[] {
  return ['P1', 'P2', 'P3', 'P4'].map((id, index) => ({
    id,
    default: index === 0,
    ...(c.is(0.9) ? { rate: rate(c) } : {}),
    skus: c.is(0.4) ? { TEA: rate(c) } : {},
    categories: c.is(0.4) ? { ware: rate(c) } : {},
    recurring: c.pick([{ mode: 'forever' }, { mode: 'first_only' }, { mode: 'first_n', n: 2 }]),
  }));
}

function ladder(c: Chance): Json {
  const metric = c.pick([
    'referral_order_value',
    'referral_order_count',
    'earned_commission',
    'downline_sales',
    'personal_volume',
  ]);
  const isCount = metric === 'referral_order_count';
  const first = c.is(0.7) ? 0 : isCount ? 1 : 50;
  const thresholds = isCount ? [first, 3, 6] : [first, c.whole(60, 300), c.whole(301, 900)];
  return {
    metric,
    levels: ['P1', 'P2', 'P3'].map((programme, index) => ({ programme, threshold: String(thresholds[index]) })),
    ...(c.is(0.5)
      ? {
          reset: {
            everyMonths: c.whole(1, 2),
            day: c.pick([1, 15, 31]),
            from: '2024-01-01',
            to: c.pick<unknown>(['previous', { level: 1 }, { level: 2 }]),
          },
        }
      : {}),
  };
}

function group(c: Chance, id: string, rank: number): Json {
  const step = (rank + 1) * 2;
  const criteria = c.pick<Json>([
    { orders: step },
    { revenue: String(step * 100) },
    { customers: rank + 1 },
    { orders: step, revenue: String(step * 50) },
  ]);
  return c.is(0.8) ? { id, auto: { join: c.pick(['all', 'any']), compare: c.pick(['gte', 'gt']), criteria } } : { id };
}

function tierBonuses(c: Chance): Json[] {
  const metric = c.pick(['sales', 'conversions']);
  const one = (times: number) => ({
    metric,
    threshold: metric === 'sales' ? String(c.whole(100, 400) * times) : String(2 * times),
    window: c.pick(['last_month', 'trailing_30_days', 'since_joining']),
    rate: rate(c),
    days: c.pick([null, 5, 30]),
  });
  return [one(1), one(2)];
}

function campaign(c: Chance, id: string, index: number): Json {
  return {
    id,
    ...(index === 0 ? { from: '2024-01-25', to: '2024-03-01' } : {}),
    ...(c.is(0.5) ? { skus: ['TEA', 'CUP'] } : {}),
    ...(c.is(0.7)
      ? {
          bonus: c.pick<Json>([
            { fixed: '3', per: 'order' },
            { fixed: '10', every: 2 },
          ]),
        }
      : {}),
  };
}

function promoter(c: Chance, id: string, index: number, hasGroups: boolean): Json {
  return {
    id,
    ...(index > 0 && c.is(0.7) ? { inviter: PROMOTERS[c.whole(0, index - 1)] } : {}),
    ...(c.is(0.3) ? { joined: c.pick(['2024-01-01', '2024-01-25']) } : {}),
    ...(c.is(0.2) ? { programme: c.pick(['P2', 'P4']) } : {}),
    ...(hasGroups && c.is(0.2) ? { group: 'Silver' } : {}),
    ...(index < 2 ? { customer: `C-${id}` } : {}),
    ...(c.is(0.1) ? { status: 'suspended' } : {}),
  };
}
