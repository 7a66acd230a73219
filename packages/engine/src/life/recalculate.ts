import { type Money, minor, ZERO } from '@fenrun/kernel';
import type { CommissionKind, DecidedCommission, Decision } from '../model/index';
import type { CommissionStatus } from './commission-status';
import { amountLeft, type RefundableLine, type RefundTotals, remainingBases } from './refund';

/** Why a recalculation leaves a commission as it is: it has ended without money, or it is the reward for an every-N-th order, which hangs on approvals. */
export type LeftOut = 'rejected' | 'reversed' | 'every-nth';

/** A commission of a sale as a recalculation meets it. */
export interface KnownCommission {
  readonly payee: string;
  readonly kind: CommissionKind;
  readonly status: CommissionStatus;
  /** What it is worth now, all adjustments included. */
  readonly net: Money;
  /** Per order line: the amount at sale, or the one of the last recalculation. */
  readonly amounts: readonly Money[];
}

/** The bases of a sale's lines by which refunds lower its commissions, and what refunds have left of them. */
export interface RefundScale {
  readonly bases: readonly Money[];
  readonly left: readonly Money[];
}

/** What deciding a sale again does to one of its commissions. */
export interface Recalculated {
  /** The place among the known ones; null for a commission that the sale did not have. */
  readonly known: number | null;
  readonly payee: string;
  readonly kind: CommissionKind;
  /** What is decided now; null if nothing. */
  readonly decided: DecidedCommission | null;
  /** Per order line: what is decided now, before refunds. */
  readonly amounts: readonly Money[];
  readonly net: Money;
  /** To be posted as an adjustment; signed. */
  readonly difference: Money;
  readonly leftOut: LeftOut | null;
}

/**
 * How refunds lower the commissions of a sale: by the bases decided at sale. A line that had none then (its product was excluded) is
 * lowered by the base that a recalculation gave it.
 */
export function refundScale(
  lines: readonly RefundableLine[],
  recalculated: readonly Money[] | null,
  totals: RefundTotals,
): RefundScale {
  const left = remainingBases(lines, totals);
  const atSale = lines.map(({ base }) => base);
  if (!recalculated?.some((base, index) => base > 0 && atSale[index] === 0)) return { bases: atSale, left };
  const bases = atSale.map((base, index) => (base > 0 ? base : (recalculated[index] ?? ZERO)));
  const again = remainingBases(
    lines.map((line, index) => ({ ...line, base: bases[index] as Money })),
    totals,
  );
  return { bases, left: left.map((own, index) => ((atSale[index] as Money) > 0 ? own : (again[index] as Money))) };
}

/**
 * Holds a sale's commissions against its decision by another rule book. The difference is that of the two decided amounts after
 * refunds, so that adjustments by hand stay on top; it takes at most the net. `was` is the scale of the known amounts, `is` that of the
 * new ones. Commissions that would get nothing and that the sale did not have are not named.
 */
export function recalculateCommissions(
  known: readonly KnownCommission[],
  decision: Pick<Decision, 'commissions'>,
  {
    was,
    is,
    countsTowardNth,
  }: { readonly was: RefundScale; readonly is: RefundScale; readonly countsTowardNth: boolean },
): Recalculated[] {
  const decided = new Map(decision.commissions.map((one) => [keyOf(one), one]));
  const all = known.map((commission, place): Recalculated => {
    const again = decided.get(keyOf(commission)) ?? null;
    decided.delete(keyOf(commission));
    const amounts = amountsOf(again, commission.amounts.length);
    const { payee, kind, net } = commission;
    const frame = { known: place, payee, kind, decided: again, amounts };
    const leftOut = leftOutOf(commission, countsTowardNth);
    if (leftOut) return { ...frame, net, difference: ZERO, leftOut };
    const wanted = amountLeft(amounts, is.bases, is.left) - amountLeft(commission.amounts, was.bases, was.left);
    const difference = minor(Math.max(wanted, -net));
    return { ...frame, net: minor(net + difference), difference, leftOut: null };
  });
  for (const fresh of decided.values()) {
    const amounts = amountsOf(fresh, fresh.lines.length);
    const net = amountLeft(amounts, is.bases, is.left);
    if (net === 0 || (fresh.kind === 'bonus' && countsTowardNth)) continue;
    const { payee, kind } = fresh;
    all.push({ known: null, payee, kind, decided: fresh, amounts, net, difference: net, leftOut: null });
  }
  return all;
}

function keyOf({ payee, kind }: { readonly payee: string; readonly kind: CommissionKind }): string {
  return `${kind}/${payee}`;
}

function amountsOf(decided: DecidedCommission | null, lines: number): Money[] {
  return decided ? decided.lines.map(({ amount }) => amount) : new Array<Money>(lines).fill(ZERO);
}

function leftOutOf({ status, kind }: KnownCommission, countsTowardNth: boolean): LeftOut | null {
  if (status === 'rejected' || status === 'reversed') return status;
  return kind === 'bonus' && countsTowardNth ? 'every-nth' : null;
}
