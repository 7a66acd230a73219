import {
  type Money,
  minor,
  type Refusal,
  ratioHalfUp,
  refuse,
  smaller,
  subtract,
  sum,
  times,
  ZERO,
} from '@fenrun/kernel';

/** A line as refunds see it: what was paid for it, and what earlier refunds have claimed. */
export interface RefundableLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly quantity: number;
  readonly price: Money;
  readonly discount: Money;
  readonly claimedPieces: number;
  readonly claimedAmount: Money;
}

/** What is asked for: pieces of SKUs, amounts of SKUs, or all that is left. */
export type ShopRefundAsk =
  | { readonly kind: 'pieces'; readonly lines: readonly { readonly sku: string; readonly quantity: number }[] }
  | { readonly kind: 'amounts'; readonly amounts: readonly { readonly sku: string; readonly amount: Money }[] }
  | { readonly kind: 'rest' };

/** What one refund takes of one line. */
export interface RefundedLine {
  readonly lineNo: number;
  readonly sku: string;
  readonly pieces: number;
  readonly amount: number;
}

export type RefundShareRefusal = Refusal<'unknown-sku' | 'nothing-left'>;

/** What was paid for a line: its discount is spread over it already. */
export function paidForLine(line: Pick<RefundableLine, 'price' | 'quantity' | 'discount'>): Money {
  return subtract(times(line.price, line.quantity), line.discount);
}

/**
 * Shares a refund out over the lines of an order. q of Q pieces refunded in all take `round_half_up(paid × q ÷ Q)`, so that
 * pieces refunded one by one add up exactly; more than is left takes what is left. Source: domain.md, section 5.
 */
export function shareRefund(lines: readonly RefundableLine[], ask: ShopRefundAsk): RefundedLine[] | RefundShareRefusal {
  const shares = ask.kind === 'rest' ? lines.map(rest) : askedShares(lines, ask);
  if ('refused' in shares) return shares;
  const taking = shares.filter((share) => share.amount > 0 || share.pieces > 0);
  return sum(taking.map((share) => minor(share.amount))) > 0 ? taking : refuse('nothing-left');
}

function askedShares(
  lines: readonly RefundableLine[],
  ask: Exclude<ShopRefundAsk, { kind: 'rest' }>,
): RefundedLine[] | RefundShareRefusal {
  const wanted = new Map<string, number>();
  const given =
    ask.kind === 'pieces'
      ? ask.lines.map((l) => [l.sku, l.quantity] as const)
      : ask.amounts.map((a) => [a.sku, a.amount] as const);
  for (const [sku, value] of given) wanted.set(sku, (wanted.get(sku) ?? 0) + value);
  const known = new Set(lines.map((line) => line.sku));
  const unknown = [...wanted.keys()].find((sku) => !known.has(sku));
  if (unknown !== undefined) return refuse('unknown-sku', { sku: unknown });
  const share = ask.kind === 'pieces' ? pieces : amount;
  return lines.map((line) => share(line, wanted.get(line.sku) ?? 0));
}

function left(line: RefundableLine): Money {
  return subtract(paidForLine(line), line.claimedAmount);
}

function rest(line: RefundableLine): RefundedLine {
  return { lineNo: line.lineNo, sku: line.sku, pieces: line.quantity - line.claimedPieces, amount: left(line) };
}

function pieces(line: RefundableLine, wanted: number): RefundedLine {
  const taken = Math.min(wanted, line.quantity - line.claimedPieces);
  const paid = paidForLine(line);
  const upTo = (count: number) => ratioHalfUp(paid, count, line.quantity);
  const share = taken === 0 ? ZERO : subtract(upTo(line.claimedPieces + taken), upTo(line.claimedPieces));
  return { lineNo: line.lineNo, sku: line.sku, pieces: taken, amount: smaller(share, left(line)) };
}

function amount(line: RefundableLine, wanted: number): RefundedLine {
  return { lineNo: line.lineNo, sku: line.sku, pieces: 0, amount: smaller(minor(wanted), left(line)) };
}
