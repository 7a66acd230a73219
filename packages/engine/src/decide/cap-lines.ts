import { type Money, minor, type Percent, percentOfDown } from '@fenrun/kernel';
import type { CapCut } from '../model/index';
import type { LineResult, Share } from './reasoning';

/** All amounts on the lines of an order, before the cap. */
interface Amounts {
  readonly payee: string;
  readonly result: LineResult;
  readonly network: readonly Share[];
  readonly bonus: Share | null;
}

const NO_CUTS: readonly CapCut[] = [];

/**
 * Holds each line's direct (or self) amount, network and bonus under the cap, which is rounded down: the bonus is cut first, then the
 * network from the farthest inviter, then the direct amount. What is cut moves nowhere. Shares are cut in place; the direct
 * amounts come back. Source: domain.md, section 3.
 */
export function capLines(
  maxPercent: Percent,
  bases: readonly Money[],
  amounts: Amounts,
): { direct: readonly Money[]; cuts: readonly CapCut[] } {
  const { result, network, bonus, payee } = amounts;
  let direct = result.amounts as Money[];
  let cuts = NO_CUTS as CapCut[];
  for (let line = 0; line < bases.length; line += 1) {
    const cap = percentOfDown(bases[line] as Money, maxPercent);
    let excess = (direct[line] as Money) + (bonus?.amounts[line] ?? 0) - cap;
    for (const share of network) excess += share.amounts[line] as Money;
    if (excess <= 0) continue;
    if (cuts === NO_CUTS) {
      cuts = [];
      direct = [...direct];
    }
    const cut = (from: Money[], who: string, layer: CapCut['layer']) => {
      const before = from[line] as Money;
      const after = minor(Math.max(0, before - excess));
      if (after === before) return;
      from[line] = after;
      excess -= before - after;
      cuts.push({ line, payee: who, layer, before, after });
    };
    if (bonus) cut(bonus.amounts, bonus.payee, 'bonus');
    for (let level = network.length - 1; level >= 0 && excess > 0; level -= 1) {
      const share = network[level] as Share;
      cut(share.amounts, share.payee, 'network');
    }
    if (excess > 0) cut(direct, payee, result.winners[line]?.layer ?? 'default');
  }
  return { direct, cuts };
}
