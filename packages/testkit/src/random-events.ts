import type { Chance } from './chance';
import { amount, CUSTOMERS, HOUR_MS, type Json, PROMOTERS, rule, SKUS, START } from './random-parts';

interface Told {
  readonly orders: string[];
  readonly payouts: string[];
  readonly rules: string[];
  refunds: number;
}

/** Random events in order, whose references are known. */
export function events(c: Chance, count: number, hasGroups: boolean, hasCampaigns: boolean): Json[] {
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
