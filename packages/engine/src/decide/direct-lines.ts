import { type Money, sum } from '@fenrun/kernel';
import type { CompiledBook } from '../book/compile-book';
import { ratesFor } from '../book/compiled-programme';
import type { CompiledRule, Contender } from '../book/compiled-rule';
import type { BookInForce } from '../book/in-force';
import type { OrderContext } from '../book/order-context';
import type { ActiveBonus, LineBase, TierComparison } from '../model/index';
import { excludeLines } from './exclude-lines';
import { MANUAL, manualAmounts } from './manual-amounts';
import { matchRules } from './match-rules';
import { priceLines } from './price-lines';
import type { LineResult, Matches } from './reasoning';

const NO_RATES: readonly Contender[] = [];
const NO_BONUSES: readonly Contender[] = [];

/** Lets the five layers decide each line of an ordinary sale and prices it. Source: domain.md, section 3. */
export function directLines(
  book: CompiledBook,
  held: BookInForce,
  order: OrderContext,
  raw: readonly LineBase[],
): LineResult {
  const { sale } = order;
  const matches = matchesOf(book, held, order);
  const bases = excludeLines(raw, sale.lines, held.settings, matches.rules);
  const amountsOn = bases.map(({ base }) => base);
  if (sale.manualAmount !== null) {
    const winners = sale.lines.map(() => MANUAL);
    return {
      kind: 'direct',
      bases,
      winners,
      amounts: manualAmounts(sale.manualAmount, amountsOn),
      matches,
      comparison: null,
    };
  }
  const byLayer = sale.lines.map((_, index) => firstOf(matches, index));
  const byLayerAmounts = priceLines(byLayer, amountsOn, sale.lines);
  const strict: LineResult = {
    kind: 'direct',
    bases,
    winners: byLayer,
    amounts: byLayerAmounts,
    matches,
    comparison: null,
  };
  return held.settings.settings.groupVsTier === 'higher_wins' ? higherWins(strict, order, amountsOn, byLayer) : strict;
}

function matchesOf(book: CompiledBook, held: BookInForce, order: OrderContext): Matches {
  const programme = held.programmes.get(order.promoter.programme);
  return {
    rules: matchRules(book, order),
    bonuses: rankBonuses(order.promoter.bonuses),
    rates: order.sale.lines.map((line) => (programme ? ratesFor(programme, line) : NO_RATES)),
  };
}

function firstOf({ rules, bonuses, rates }: Matches, index: number): Contender | null {
  return rules[index]?.[0] ?? bonuses[0] ?? rates[index]?.[0] ?? null;
}

/** The running bonus steps, the one that holds in front: higher threshold, on equal thresholds the later in the list. Source: domain.md, section 6. */
export function rankBonuses(bonuses: readonly ActiveBonus[]): readonly Contender[] {
  if (bonuses.length === 0) return NO_BONUSES;
  return [...bonuses]
    .sort((a, b) => b.threshold - a.threshold || b.step - a.step)
    .map(({ step, rate }) => ({ ref: `tier_bonus:${step}`, layer: 'tier_bonus', rate }));
}

/**
 * `groupVsTier: higher_wins`: the order is priced with its group rules, and again with the bonus on all lines that group rules
 * won; the larger total holds, group on equality. Money is compared, never numbers of different units.
 */
function higherWins(
  strict: LineResult,
  order: OrderContext,
  bases: readonly Money[],
  byLayer: readonly (Contender | null)[],
): LineResult {
  const bonus = strict.matches.bonuses[0];
  if (!bonus || !byLayer.some(isGroupRule)) return strict;
  const withBonus = byLayer.map((winner) => (isGroupRule(winner) ? bonus : winner));
  const amounts = priceLines(withBonus, bases, order.sale.lines);
  const groupTotal = sum(strict.amounts);
  const bonusTotal = sum(amounts);
  const comparison: TierComparison = {
    groupTotal,
    bonusTotal,
    winner: bonusTotal > groupTotal ? 'tier_bonus' : 'group',
  };
  return bonusTotal > groupTotal ? { ...strict, winners: withBonus, amounts, comparison } : { ...strict, comparison };
}

function isGroupRule(winner: Contender | null): winner is CompiledRule {
  return winner?.layer === 'group';
}
