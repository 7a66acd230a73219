import type { Instant } from '@fenrun/kernel';
import { find, findOne, type Tx, update } from '../../../foundation/db';
import { type PaymentRow, paymentTable } from '../store/payment.row';
import { shopOrderTable } from '../store/shop-order.row';
import { shopOrderLineTable } from '../store/shop-order-line.row';
import { releaseStock } from './hold-stock';
import { moveOrder } from './move-order';

/**
 * Closes an unpaid order, once, and puts its goods back. Only after WeChat can no longer take the payment. Answers the order's
 * coupons, for whoever keeps them; null if it was not closed here.
 */
export async function closeOrder(
  tx: Tx,
  { merchantId, outTradeNo, orderNumber }: PaymentRow,
  now: Instant,
): Promise<readonly string[] | null> {
  if (!(await moveOrder(tx, { merchantId, number: orderNumber }, 'closed', { closedAt: now }))) return null;
  const where = "merchant_id = ? AND out_trade_no = ? AND state <> 'paid'";
  await update(tx, paymentTable, { state: 'closed', dueAt: null }, where, [merchantId, outTradeNo]);
  const lines = await find(tx, shopOrderLineTable, 'merchant_id = ? AND order_number = ?', [merchantId, orderNumber]);
  await releaseStock(tx, merchantId, lines);
  const order = await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ?', [merchantId, orderNumber]);
  return order?.coupons ?? [];
}

/** Notes what is wrong with a payment, for people; `state` set aside takes it out of the looks. */
export function notePaymentProblem(
  tx: Tx,
  { merchantId, outTradeNo }: Pick<PaymentRow, 'merchantId' | 'outTradeNo'>,
  problem: string,
  change: Partial<PaymentRow>,
): Promise<number> {
  const where = "merchant_id = ? AND out_trade_no = ? AND state <> 'paid'";
  return update(tx, paymentTable, { ...change, problem: problem.slice(0, 200) }, where, [merchantId, outTradeNo]);
}
