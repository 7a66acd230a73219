import { formatMoney, type Money, minor } from '@fenrun/kernel';
import { explain, levelOf } from '../../src/index';
import { balanceOf, groupNow, programmeNow } from './climbing';
import { countersOf, groupCountersOf } from './counting';
import type { ExpectedCommission, ExpectJson } from './scenario-file';
import { type CommissionState, ladderNow, promoterOf, type World } from './state';

export const COUNTS = ['referral_order_count', 'lifetime_referral_order_count', 'orders', 'customers'];

/** Every difference between the world and what a scenario expects. */
export function differences(world: World, expect: ExpectJson): string[] {
  const found: string[] = [];
  const same = (where: string, actual: unknown, expected: unknown) => {
    if (expected !== undefined && JSON.stringify(actual) !== JSON.stringify(expected)) {
      found.push(`${where}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
    }
  };
  const text = (amount: Money) => formatMoney(amount, world.reading.currency);
  if (expect.commissions) compareCommissions(world, expect.commissions, same, text);
  for (const [id, balances] of Object.entries(expect.balances ?? {})) {
    const actual = balanceOf(world, id);
    for (const [name, value] of Object.entries(balances))
      same(`balance ${id} ${name}`, text(actual[name as 'paid']), value);
  }
  for (const [id, wanted] of Object.entries(expect.promoters ?? {})) {
    const promoter = promoterOf(world, id);
    const actual: Record<string, unknown> = {
      programme: programmeNow(promoter),
      level: levelOf(ladderNow(world).levels, programmeNow(promoter)),
      group: groupNow(promoter),
      pinnedGroup: promoter.isGroupPinned,
      pinnedProgramme: promoter.isPinned,
    };
    for (const [name, value] of Object.entries(wanted)) same(`promoter ${id} ${name}`, actual[name], value);
  }
  for (const [id, wanted] of Object.entries(expect.metrics ?? {})) {
    const actual = metricsOf(world, id);
    for (const [name, value] of Object.entries(wanted)) {
      same(`metric ${id} ${name}`, COUNTS.includes(name) ? actual[name] : text(minor(actual[name] ?? 0)), value);
    }
  }
  for (const [id, wanted] of Object.entries(expect.attribution ?? {})) {
    const facts = world.orders.get(id)?.facts;
    same(`attribution ${id}`, { promoter: facts?.promoter?.id ?? null, by: facts?.by }, wanted);
  }
  for (const [place, wanted] of Object.entries(expect.losers ?? {})) compareLosers(world, place, wanted, same);
  return found;
}

type Same = (where: string, actual: unknown, expected: unknown) => void;

function compareCommissions(
  world: World,
  wanted: ExpectedCommission[],
  same: Same,
  text: (amount: Money) => string,
): void {
  const key = (one: { order: string; promoter: string; kind?: string }) =>
    `${one.order}/${one.promoter}/${one.kind ?? 'direct'}`;
  const actual = new Map(
    world.commissions.map((one) => [key({ order: one.order.id, promoter: one.payee, kind: one.kind }), one]),
  );
  const byOrder = (one: ExpectedCommission) =>
    key({ ...one, kind: one.kind ?? (actual.has(key(one)) ? 'direct' : 'self') });
  same('commissions', [...actual.keys()].sort(), wanted.map(byOrder).sort());
  for (const one of wanted) {
    const found = actual.get(byOrder(one));
    if (!found) continue;
    same(`${byOrder(one)} amount`, text(found.amount), one.amount);
    same(`${byOrder(one)} net`, text(found.net), one.net);
    same(`${byOrder(one)} status`, found.status, one.status);
    one.lines?.forEach((line) => {
      const actualLine = lineOf(found, line.sku, text);
      for (const [name, value] of Object.entries(line))
        same(`${byOrder(one)} ${line.sku} ${name}`, actualLine[name], value);
    });
  }
}

function lineOf(found: CommissionState, sku: string, text: (amount: Money) => string): Record<string, unknown> {
  const index = found.order.sale.lines.findIndex((line) => line.sku === sku);
  const line = found.lines[index];
  return line ? { sku, base: text(line.base), rule: line.rule, layer: line.layer, amount: text(line.amount) } : {};
}

export function metricsOf(world: World, id: string): Record<string, number> {
  const sinceReset = countersOf(world, id, world.lastReset);
  const lifetime = Object.entries(countersOf(world, id)).map(([name, value]) => [`lifetime_${name}`, value]);
  return { ...sinceReset, ...Object.fromEntries(lifetime), ...groupCountersOf(world, id) };
}

function compareLosers(world: World, place: string, wanted: Record<string, string>, same: Same): void {
  const [id, sku] = place.split('/') as [string, string];
  const order = world.orders.get(id);
  if (!order) {
    same(place, 'no such order', wanted);
    return;
  }
  const trace = explain(order.decidedBy, order.sale, order.facts);
  const line = trace.lines.find((one) => one.sku === sku);
  for (const [rule, reason] of Object.entries(wanted)) {
    same(`${place} ${rule}`, line?.candidates.find((one) => one.rule === rule)?.lost, reason);
  }
}
