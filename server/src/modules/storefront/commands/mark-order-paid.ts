import type { Instant } from '@fenrun/kernel';
import { find, findOne, type Tx, update } from '../../../foundation/db';
import { type PaymentRow, paymentTable } from '../store/payment.row';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { type ShopOrderLineRow, shopOrderLineTable } from '../store/shop-order-line.row';
import { holdStock, sellStock } from './hold-stock';
import { moveOrder } from './move-order';

/** What WeChat says of a payment, by notification or query. */
export interface PaymentWord {
  readonly merchantId: string;
  readonly outTradeNo: string;
  readonly appid: string;
  readonly mchid: string;
  readonly openid: string | null;
  readonly total: number | null;
  readonly transactionId: string | null;
  readonly paidAt: Instant;
}

/** Which credentials the payment must belong to. */
export interface PaymentOwner {
  readonly appid: string;
  readonly mchid: string;
}

export type MarkedPaid =
  /**
   * `wasClosed`: the payment opened an order again that had been closed. `isLate`: some of its goods are gone since; everything is to
   * be refunded and no sale recorded.
   */
  | {
      readonly kind: 'paid';
      readonly order: ShopOrderRow;
      readonly lines: readonly ShopOrderLineRow[];
      readonly wasClosed: boolean;
      readonly isLate: boolean;
    }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown-number' }
  | { readonly kind: 'mismatch'; readonly fields: readonly string[] };

/**
 * Marks an order as paid, once. What does not fit our own order (amount, payer, app) marks nothing. A payment for an order
 * that was closed meanwhile is accepted if its goods are still there.
 */
export async function markOrderPaid(tx: Tx, word: PaymentWord, owner: PaymentOwner): Promise<MarkedPaid> {
  const { merchantId, outTradeNo } = word;
  const payment = await findOne(tx, paymentTable, 'merchant_id = ? AND out_trade_no = ?', [merchantId, outTradeNo]);
  if (!payment) return { kind: 'unknown-number' };
  const fields = mismatches(payment, word, owner);
  if (fields.length > 0) return { kind: 'mismatch', fields };
  const change = { state: 'paid', transactionId: word.transactionId, dueAt: null, problem: null } as const;
  const isMine = await update(tx, paymentTable, change, "merchant_id = ? AND out_trade_no = ? AND state <> 'paid'", [
    merchantId,
    outTradeNo,
  ]);
  if (isMine !== 1) return { kind: 'repeated' };
  return markPaid(tx, payment, word.paidAt, word.transactionId);
}

/** Marks the order of a payment as paid and answers it; `isLate` if it was closed and its stock is gone. */
export async function markPaid(
  tx: Tx,
  payment: PaymentRow,
  paidAt: Instant,
  transactionId: string | null,
): Promise<MarkedPaid> {
  const key = { merchantId: payment.merchantId, number: payment.orderNumber };
  const where = 'merchant_id = ? AND number = ?';
  const lines = await find(
    tx,
    shopOrderLineTable,
    'merchant_id = ? AND order_number = ?',
    [key.merchantId, key.number],
    'ORDER BY line_no',
  );
  const before = await findOne(tx, shopOrderTable, where, [key.merchantId, key.number]);
  const wasClosed = before?.status === 'closed';
  const isLate = wasClosed && (await holdStock(tx, key.merchantId, lines)) !== null;
  // WeChat Pay says whole seconds: without this an order could be paid before it was placed, and before the touch that led to it.
  const placedAt = before?.createdAt ?? paidAt;
  const instant = Math.max(paidAt, placedAt);
  if (!(await moveOrder(tx, key, 'paid', { paidAt: instant, transactionId, closedAt: null, isSale: !isLate })))
    return { kind: 'repeated' };
  if (!isLate) await sellStock(tx, key.merchantId, lines);
  const order = (await findOne(tx, shopOrderTable, where, [key.merchantId, key.number])) as ShopOrderRow;
  return { kind: 'paid', order, lines, wasClosed, isLate };
}

function mismatches(payment: PaymentRow, word: PaymentWord, owner: PaymentOwner): string[] {
  const checks: [string, boolean][] = [
    ['appid', word.appid === owner.appid],
    ['mchid', word.mchid === owner.mchid],
    ['openid', word.openid === null || word.openid === payment.openid],
    ['amount', word.total === payment.amount],
  ];
  return checks.filter(([, fits]) => !fits).map(([field]) => field);
}
