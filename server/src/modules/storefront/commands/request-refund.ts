import { createHash } from 'node:crypto';
import { type Instant, isRefusal, minor, type Refusal, refuse, sum } from '@fenrun/kernel';
import { find, findOne, insert, lockRows, type Tx, update } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import {
  type RefundableLine,
  type RefundedLine,
  type RefundShareRefusal,
  type ShopRefundAsk,
  shareRefund,
} from '../domain/refund-share';
import { type PayRefundRow, payRefundTable } from '../store/pay-refund.row';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { type ShopOrderLineRow, shopOrderLineTable } from '../store/shop-order-line.row';

export interface RequestRefund {
  readonly merchantId: string;
  readonly number: string;
  readonly ask: ShopRefundAsk;
  readonly reason: string | null;
  /** Who asked: an id of staff, or `system`. */
  readonly by: string;
  /** The caller's own key of the refund; the same again answers the refund of the first time. */
  readonly key?: string | undefined;
}

export type RequestRefundRefusal = Refusal<'not-found' | 'not-paid'> | RefundShareRefusal;

/** Refunds WeChat allows per order. Source: wechat.md 2.9. */
const REFUNDS_AT_MOST = 50;

/**
 * Claims a refund: what it takes of each line is fixed here, before WeChat is asked, and counts as gone until it fails. The number
 * made here is used for every retry.
 */
export async function requestRefund(
  tx: Tx,
  input: RequestRefund,
  now: Instant,
): Promise<PayRefundRow | RequestRefundRefusal | Refusal<'too-many-refunds'>> {
  const { merchantId, number } = input;
  // The order's row is the lock: two refunds of one line are shared out one after the other.
  await lockRows(tx, 'SELECT number FROM shop_order WHERE merchant_id = ? AND number = ?', [merchantId, number]);
  const order = await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ?', [merchantId, number]);
  if (!order) return refuse('not-found');
  if (order.paidAt === null) return refuse('not-paid');
  const earlier = await find(tx, payRefundTable, 'merchant_id = ? AND order_number = ?', [merchantId, number]);
  const outRefundNo = refundNumber(input, now);
  const known = earlier.find((row) => row.outRefundNo === outRefundNo);
  if (known) return known;
  if (earlier.length >= REFUNDS_AT_MOST) return refuse('too-many-refunds');
  const lines = await find(
    tx,
    shopOrderLineTable,
    'merchant_id = ? AND order_number = ?',
    [merchantId, number],
    'ORDER BY line_no',
  );
  const taken = shareRefund(lines.map(refundable), input.ask);
  if (isRefusal(taken)) return taken;
  const refund = refundRow(input, order, taken, tellAs(input.ask, earlier), outRefundNo, now);
  await claim(tx, order, lines, taken, 1);
  await insert(tx, payRefundTable, [refund]);
  return refund;
}

function refundable(line: ShopOrderLineRow): RefundableLine {
  return {
    ...line,
    price: minor(line.price),
    discount: minor(line.discount),
    claimedAmount: minor(line.claimedAmount),
  };
}

/** Letters and digits only. A caller's key gives the same number again; the order's number keeps keys of two orders apart. */
function refundNumber({ number, key }: RequestRefund, now: Instant): string {
  return key ? `${number}R${createHash('sha256').update(key).digest('hex').slice(0, 40)}` : `${number}R${newId(now)}`;
}

/** "All that is left" is told as such only while nothing else is under way: a refund that fails later would make it too much. */
function tellAs(ask: ShopRefundAsk, earlier: readonly PayRefundRow[]): PayRefundRow['kind'] {
  if (ask.kind !== 'rest') return ask.kind;
  return earlier.every((row) => row.state === 'succeeded' || row.state === 'failed') ? 'rest' : 'amounts';
}

function refundRow(
  input: RequestRefund,
  order: ShopOrderRow,
  lines: RefundedLine[],
  kind: PayRefundRow['kind'],
  outRefundNo: string,
  now: Instant,
): PayRefundRow {
  return {
    merchantId: order.merchantId,
    outRefundNo,
    orderNumber: order.number,
    saleRefundId: input.key ?? outRefundNo,
    amount: sum(lines.map((line) => minor(line.amount))),
    total: order.total,
    refundedLines: lines,
    kind,
    restock: order.shippedAt === null && order.isSale && kind !== 'amounts',
    state: 'sending',
    refundId: null,
    reason: input.reason,
    problem: null,
    requestedBy: input.by,
    requestedAt: now,
    succeededAt: null,
    tries: 0,
    dueAt: now,
  };
}

/** Adds what a refund takes to its order and lines, or takes it off again (`sign` −1). */
export async function claim(
  tx: Tx,
  order: Pick<ShopOrderRow, 'merchantId' | 'number'>,
  lines: readonly Pick<ShopOrderLineRow, 'lineNo'>[],
  taken: readonly RefundedLine[],
  sign: 1 | -1,
): Promise<void> {
  const { merchantId, number } = order;
  const amount = sum(taken.map((line) => minor(line.amount))) * sign;
  const bounded = 'merchant_id = ? AND number = ? AND refund_claimed + ? >= 0 AND refund_claimed + ? <= total';
  const changed = await tx.run(`UPDATE shop_order SET refund_claimed = refund_claimed + ? WHERE ${bounded}`, [
    amount,
    merchantId,
    number,
    amount,
    amount,
  ]);
  if (changed !== 1) throw new Error(`a refund of order ${number} would take more than was paid`);
  const known = new Set(lines.map((line) => line.lineNo));
  const sql =
    'UPDATE shop_order_line SET claimed_pieces = claimed_pieces + ?, claimed_amount = claimed_amount + ? WHERE merchant_id = ? AND order_number = ? AND line_no = ?';
  for (const line of taken) {
    if (known.has(line.lineNo))
      await tx.run(sql, [line.pieces * sign, line.amount * sign, merchantId, number, line.lineNo]);
  }
}

/** Notes where a refund stands, without a change of state. */
export function noteRefund(
  tx: Tx,
  { merchantId, outRefundNo }: PayRefundRow,
  change: Partial<PayRefundRow>,
): Promise<number> {
  return update(tx, payRefundTable, change, 'merchant_id = ? AND out_refund_no = ?', [merchantId, outRefundNo]);
}
