import { type Money, minor, ratioHalfUp, smaller, subtract, ZERO } from '@fenrun/kernel';

/** A line of the sale, as far as refunds need it. */
export interface RefundableLine {
  readonly sku: string;
  readonly quantity: number;
  /** The base that was decided at sale. */
  readonly base: Money;
}

/** What one refund names: pieces, parts of the base, or (neither) everything that is left. */
export type Refund =
  | { readonly kind: 'pieces'; readonly pieces: readonly { readonly sku: string; readonly quantity: number }[] }
  | { readonly kind: 'amounts'; readonly amounts: readonly { readonly sku: string; readonly amount: Money }[] }
  | { readonly kind: 'everything' };

/** All refunds of an order added up; how they came in does not matter. Stored as it is. */
export interface RefundTotals {
  readonly everything: boolean;
  readonly pieces: Readonly<Record<string, number>>;
  readonly amounts: Readonly<Record<string, Money>>;
}

export const NO_REFUNDS: RefundTotals = { everything: false, pieces: {}, amounts: {} };

/** Adds a refund to those before it. */
export function addRefund(totals: RefundTotals, refund: Refund): RefundTotals {
  if (refund.kind === 'everything') return { ...totals, everything: true };
  if (refund.kind === 'pieces') {
    return {
      ...totals,
      pieces: tally(
        totals.pieces,
        refund.pieces.map(({ sku, quantity }) => [sku, quantity]),
      ),
    };
  }
  const amounts = tally(
    totals.amounts,
    refund.amounts.map(({ sku, amount }) => [sku, amount]),
  );
  return { ...totals, amounts: amounts as Record<string, Money> };
}

function tally(
  before: Readonly<Record<string, number>>,
  more: readonly (readonly [string, number])[],
): Record<string, number> {
  const totals = new Map(Object.entries(before));
  for (const [sku, count] of more) totals.set(sku, (totals.get(sku) ?? 0) + count);
  return Object.fromEntries(totals);
}

/**
 * What is left of each line's base: q of Q pieces refunded in all take `round_half_up(base × q ÷ Q)`, amounts take their part, both add
 * up, and more than is left takes what is left. A SKU that stands on several lines is taken from them in order. Source: domain.md, section 5.
 */
export function remainingBases(lines: readonly RefundableLine[], totals: RefundTotals): Money[] {
  if (totals.everything) return lines.map(() => ZERO);
  const pieces = new Map(Object.entries(totals.pieces));
  const amounts = new Map<string, number>(Object.entries(totals.amounts));
  return lines.map(({ sku, quantity, base }) => {
    const returned = take(pieces, sku, quantity);
    const left = subtract(base, ratioHalfUp(base, returned, quantity));
    return subtract(left, minor(take(amounts, sku, left)));
  });
}

/** Takes up to `most` of what is there for the SKU. */
function take(there: Map<string, number>, sku: string, most: number): number {
  const available = there.get(sku) ?? 0;
  const taken = Math.min(available, most);
  if (taken > 0) there.set(sku, available - taken);
  return taken;
}

/** A commission as a refund meets it. */
export interface RefundedCommission {
  readonly status: 'pending' | 'in_review' | 'approved' | 'paid' | 'rejected' | 'reversed';
  /** Amount at sale with all adjustments so far. */
  readonly net: Money;
  /** Per order line: the amount at sale, or the one of the last recalculation. */
  readonly amounts: readonly Money[];
  /** Whether the amounts are those of a recalculation, which may have left nothing. */
  readonly isRecalculated?: boolean;
}

export interface RefundEffect {
  /** To be taken off the net, not negative: an adjustment of minus this. */
  readonly taken: Money;
  readonly net: Money;
  readonly status: RefundedCommission['status'];
}

/**
 * What refunds that lowered the bases `before` to `after` do to one commission, of any kind. Each line becomes `round_half_up(amount at
 * sale × remaining base ÷ base at sale)`; the refund takes the difference, at most the net. Brought to nothing, the net becomes 0,
 * adjustments by hand included, and the commission is `reversed` unless paid or rejected. Source: domain.md, section 5.
 */
export function refundCommission(
  commission: RefundedCommission,
  basesAtSale: readonly Money[],
  before: readonly Money[],
  after: readonly Money[],
): RefundEffect {
  const earned = amountLeft(commission.amounts, basesAtSale, before);
  const left = amountLeft(commission.amounts, basesAtSale, after);
  const isGone = commission.isRecalculated === true && before.some(isLeft) && !after.some(isLeft);
  const isNothing = left === 0 && (earned > 0 || isGone);
  const taken = isNothing ? commission.net : smaller(subtract(earned, left), commission.net);
  const keepsStatus = commission.status === 'paid' || commission.status === 'rejected';
  const status = isNothing && !keepsStatus ? 'reversed' : commission.status;
  return { taken, net: subtract(commission.net, taken), status };
}

function isLeft(base: Money): boolean {
  return base > 0;
}

/** What is left of a commission's lines when those bases are left. */
export function amountLeft(
  amounts: readonly Money[],
  basesAtSale: readonly Money[],
  remaining: readonly Money[],
): Money {
  let total = 0;
  amounts.forEach((amount, index) => {
    const base = basesAtSale[index] as Money;
    if (amount !== 0 && base > 0) total += ratioHalfUp(amount, remaining[index] as Money, base);
  });
  return minor(total);
}
