/** A source of chance that repeats: the same seed gives the same numbers. */
export interface Chance {
  /** A number in [0, 1). */
  next(): number;
  whole(from: number, to: number): number;
  pick<T>(list: readonly T[]): T;
  is(share: number): boolean;
}

/** Mulberry32: small, seeded, good enough for tests. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    pick: <T>(list: readonly T[]) => list[whole(0, list.length - 1)] as T,
    is: (share) => next() < share,
  };
}

const SKUS = ['TEA', 'CUP', 'POT', 'HAT', 'BAG'];
const CATEGORIES = ['tea', 'ware', 'home'];
const PROMOTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
const CUSTOMERS = ['C1', 'C2', 'C3', 'C4', 'C-A', 'C-B'];
const HOUR_MS = 3_600_000;
const START = Date.UTC(2024, 0, 20, 3);

type Json = Record<string, unknown>;

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

function amount(c: Chance, most: number): string {
  return String(c.whole(1, most));
}

function rate(c: Chance): Json {
  if (c.is(0.65)) return { percent: c.is(0.1) ? '0' : `${c.whole(1, 30)}${c.is(0.3) ? '.5' : ''}` };
  return { fixed: amount(c, 20), per: c.pick(['order', 'unit']) };
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

function rule(c: Chance, id: string, hasGroups: boolean, hasCampaigns: boolean): Json {
  const layer = c.pick(hasGroups ? ['sales_match', 'individual', 'group'] : ['sales_match', 'individual']);
  const product: Json = c.is(0.3) ? { skus: [c.pick(SKUS)] } : c.is(0.2) ? { categories: [c.pick(CATEGORIES)] } : {};
  const when: Json = { ...product };
  if (layer === 'sales_match') {
    if (c.is(0.3)) when['coupons'] = [c.pick(['welcome', 'FREE'])];
    if (c.is(0.2)) when['customer'] = c.pick(['new', 'returning']);
    if (c.is(0.2)) when['amount'] = c.pick([{ from: '100' }, { to: '150' }, { from: '50', to: '200' }]);
    if (c.is(0.15)) when['country'] = ['CN'];
    if (c.is(0.15)) when['orderType'] = c.pick(['one_time', 'recurring', 'manual']);
    if (c.is(0.15)) when['subId'] = 'wx';
    if (hasCampaigns && c.is(0.2)) when['campaign'] = c.pick(['SPRING', 'SUMMER']);
  }
  return {
    id,
    layer,
    ...(c.is(0.4) ? { priority: c.pick([50, 100, 150]) } : {}),
    ...(c.is(0.4) ? { from: c.pick(['2024-01-25', '2024-02-10']) } : {}),
    ...(c.is(0.3) ? { to: c.pick(['2024-02-20', '2024-03-15']) } : {}),
    ...(layer === 'sales_match' && c.is(0.3) ? { scope: c.pick(['order', 'matched_lines']) } : {}),
    ...(layer === 'individual'
      ? { promoters: [c.pick(PROMOTERS), c.pick(PROMOTERS)].filter((p, i, all) => all.indexOf(p) === i) }
      : {}),
    ...(layer === 'sales_match' && c.is(0.2) ? { promoters: [c.pick(PROMOTERS)] } : {}),
    ...(layer === 'group' ? { groups: c.is(0.5) ? ['Silver'] : ['Silver', 'Gold'] } : {}),
    when,
    rate: rate(c),
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

interface Told {
  readonly orders: string[];
  readonly payouts: string[];
  readonly rules: string[];
  refunds: number;
}

function events(c: Chance, count: number, hasGroups: boolean, hasCampaigns: boolean): Json[] {
  const told: Told = { orders: [], payouts: [], rules: [], refunds: 0 };
  const list: Json[] = [];
  let at = START;
  for (let index = 0; index < count; index += 1) {
    if (!c.is(0.1)) at += c.pick([0, 1, 3, 12, 24, 48, 72]) * HOUR_MS + c.whole(0, 999);
    const event = c.is(0.55) ? order(c, told, at, index, hasCampaigns) : other(c, told, hasGroups, hasCampaigns);
    list.push({ at: new Date(at).toISOString(), ...event, ...(c.is(0.08) ? { repeat: 2 } : {}) });
  }
  return list;
}

function order(c: Chance, told: Told, at: number, index: number, hasCampaigns: boolean): Json {
  const id = `O${index}`;
  told.orders.push(id);
  const type = c.is(0.15) ? 'recurring' : c.is(0.1) ? 'manual' : 'one_time';
  const skus = SKUS.filter(() => c.is(0.4));
  const lines = (skus.length > 0 ? skus : ['TEA']).map((sku) => ({
    sku,
    quantity: c.whole(1, 3),
    price: amount(c, 120),
    ...(c.is(0.2) ? { discount: '1' } : {}),
    ...(c.is(0.2) ? { tax: '2' } : {}),
  }));
  return {
    do: 'order',
    id,
    ...(c.is(0.15) ? { paidAt: new Date(at - c.whole(1, 200) * HOUR_MS).toISOString() } : {}),
    ...(c.is(0.9) ? { customer: c.pick(CUSTOMERS) } : {}),
    ...(c.is(0.65) ? { promoter: c.pick(PROMOTERS) } : {}),
    type,
    ...(type === 'recurring' ? { subscription: c.pick(['S1', 'S2']), sequence: c.whole(1, 4) } : {}),
    ...(type === 'manual' && c.is(0.5) ? { commission: amount(c, 30) } : {}),
    ...(c.is(0.3) ? { country: c.pick(['CN', 'US']) } : {}),
    ...(c.is(0.25) ? { coupons: [c.pick(['WELCOME', 'FREE', 'Welcome'])] } : {}),
    ...(c.is(0.2) ? { discount: amount(c, 9) } : {}),
    ...(c.is(0.2) ? { shipping: amount(c, 10) } : {}),
    ...(hasCampaigns && c.is(0.3) ? { campaign: c.pick(['SPRING', 'SUMMER']) } : {}),
    ...(c.is(0.15) ? { subId: 'wx' } : {}),
    lines,
  };
}

function other(c: Chance, told: Told, hasGroups: boolean, hasCampaigns: boolean): Json {
  const known = told.orders.length > 0 ? c.pick(told.orders) : 'O0';
  const who = c.pick(PROMOTERS);
  const kinds: (() => Json)[] = [
    () => ({ do: 'complete', order: known }),
    () => refund(c, told, known),
    () => refund(c, told, known),
    () => ({
      do: 'touch',
      customer: c.pick(CUSTOMERS),
      promoter: who,
      kind: 'click',
      ...(hasCampaigns && c.is(0.3) ? { campaign: 'SPRING' } : {}),
    }),
    () => ({ do: 'touch', customer: c.pick(CUSTOMERS), promoter: who, kind: 'share' }),
    () => ({
      do: c.pick(['approve', 'reject']),
      order: known,
      promoter: who,
      ...(c.is(0.8) ? { reason: 'looked at' } : {}),
    }),
    () => ({ do: 'adjust', order: known, promoter: who, amount: c.pick(['3', '-2', '10']), reason: 'a word' }),
    () => (hasGroups ? { do: 'assign_group', promoter: who, group: c.pick(['Silver', 'Gold']) } : { do: 'tick' }),
    () => ({ do: 'release_group', promoter: who }),
    () => ({ do: 'assign_programme', promoter: who, programme: c.pick(['P1', 'P2', 'P3', 'P4']) }),
    () => ({ do: 'release_programme', promoter: who }),
    () => ({ do: 'set_status', promoter: who, status: c.pick(['active', 'active', 'suspended']) }),
    () => (c.is(0.2) ? { do: 'deactivate_programme', programme: c.pick(['P2', 'P3', 'P4']) } : { do: 'tick' }),
    () => addRule(c, told, hasGroups, hasCampaigns),
    () => ({ do: 'end_rule', id: c.pick(['R0', 'R1', ...told.rules]) }),
    () => payout(c, told, who),
    () => payout(c, told, who),
    () => ({
      do: 'payout_result',
      id: told.payouts.length > 0 ? c.pick(told.payouts) : 'W0',
      result: c.pick(['paid', 'paid', 'failed']),
    }),
  ];
  return c.pick(kinds)();
}

function refund(c: Chance, told: Told, order: string): Json {
  told.refunds += 1;
  const how = c.pick<Json>([
    {},
    { lines: [{ sku: c.pick(SKUS), quantity: 1 }] },
    { amounts: [{ sku: c.pick(SKUS), amount: amount(c, 60) }] },
  ]);
  return { do: 'refund', order, id: `F${told.refunds}`, ...how };
}

function addRule(c: Chance, told: Told, hasGroups: boolean, hasCampaigns: boolean): Json {
  const id = `N${told.rules.length}`;
  told.rules.push(id);
  return { do: 'add_rule', rule: rule(c, id, hasGroups, hasCampaigns) };
}

function payout(c: Chance, told: Told, promoter: string): Json {
  const id = `W${told.payouts.length}`;
  told.payouts.push(id);
  return { do: 'payout', promoter, id, amount: c.pick(['1', '5', '20', '50']) };
}
