import { formatMoney, minor } from '@fenrun/kernel';
import { explain, LADDER_METRICS, levelOf } from '../../src/index';
import { balanceOf, groupNow, programmeNow } from './climbing';
import { COUNTS, metricsOf } from './compare-with';
import { runScenario } from './run-scenario';
import type { ExpectJson, ScenarioJson } from './scenario-file';
import { ladderNow, type World } from './state';

/** Plays a scenario and answers it with everything filled in: which events are refused with what, and the whole `expect`. */
export function completeScenario(file: ScenarioJson): ScenarioJson {
  const { world, refusals } = runScenario(file);
  const events = file.events.map(({ fails: _, ...event }, index) => {
    const code = refusals[index];
    return code ? { ...event, fails: code } : event;
  });
  return { ...file, events, expect: expectationOf(world) };
}

function expectationOf(world: World): ExpectJson {
  const text = (amount: number) => formatMoney(minor(amount), world.reading.currency);
  const ids = [...world.promoters.keys()];
  const table = <T>(value: (id: string) => T) => Object.fromEntries(ids.map((id) => [id, value(id)]));
  return {
    commissions: world.commissions.map(({ order, payee, kind, amount, net, status, lines }) => ({
      order: order.id,
      promoter: payee,
      kind,
      amount: text(amount),
      net: text(net),
      status,
      lines: lines.map((line, index) => ({
        sku: order.sale.lines[index]?.sku ?? '',
        base: text(line.base),
        rule: line.rule,
        layer: line.layer,
        amount: text(line.amount),
      })),
    })),
    balances: table((id) =>
      Object.fromEntries(Object.entries(balanceOf(world, id)).map(([name, value]) => [name, text(value)])),
    ),
    promoters: table((id) => {
      const promoter = world.promoters.get(id);
      if (!promoter) return {};
      return {
        programme: programmeNow(promoter),
        level: levelOf(ladderNow(world).levels, programmeNow(promoter)),
        group: groupNow(promoter),
        pinnedGroup: promoter.isGroupPinned,
        pinnedProgramme: promoter.isPinned,
      };
    }),
    metrics: table((id) => metricTexts(metricsOf(world, id), text)),
    attribution: Object.fromEntries(
      [...world.orders.values()].map(({ id, facts }) => [id, { promoter: facts.promoter?.id ?? null, by: facts.by }]),
    ),
    losers: losersOf(world),
  };
}

function metricTexts(
  metrics: Record<string, number>,
  text: (amount: number) => string,
): Record<string, string | number> {
  const names = [
    ...LADDER_METRICS,
    ...LADDER_METRICS.map((metric) => `lifetime_${metric}`),
    'orders',
    'revenue',
    'customers',
  ];
  return Object.fromEntries(
    names.map((name) => [name, COUNTS.includes(name) ? (metrics[name] ?? 0) : text(metrics[name] ?? 0)]),
  );
}

/** The losers on every line of every order that has a direct commission. */
function losersOf(world: World): Record<string, Record<string, string>> {
  const direct = world.commissions.filter(({ kind }) => kind === 'direct');
  const entries = direct.flatMap(({ order }) =>
    explain(order.decidedBy, order.sale, order.facts).lines.map(({ sku, candidates }) => {
      const lost = candidates.flatMap(({ rule, lost: reason }) => (reason ? [[rule, reason] as const] : []));
      return [`${order.id}/${sku}`, Object.fromEntries(lost)] as const;
    }),
  );
  return Object.fromEntries(entries.filter(([, lost]) => Object.keys(lost).length > 0));
}
