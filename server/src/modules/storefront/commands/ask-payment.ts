import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, type Tx, update } from '../../../foundation/db';
import { nextLook } from '../domain/backoff';
import { type PaymentRow, paymentTable } from '../store/payment.row';
import { shopOrderTable } from '../store/shop-order.row';

export interface AskPayment {
  readonly merchantId: string;
  readonly memberId: string;
  readonly number: string;
}

export type AskPaymentRefusal = Refusal<'not-found' | 'already-paid' | 'order-closed'>;

/** Before WeChat is asked for a prepay: from here on the number may be known there, so it is looked after until it is settled. */
export async function askPayment(
  tx: Tx,
  { merchantId, memberId, number }: AskPayment,
  now: Instant,
): Promise<PaymentRow | AskPaymentRefusal> {
  const order = await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ? AND member_id = ?', [
    merchantId,
    number,
    memberId,
  ]);
  const payment = await findOne(tx, paymentTable, 'merchant_id = ? AND out_trade_no = ?', [merchantId, number]);
  if (!order || !payment) return refuse('not-found');
  if (order.status === 'closed' || (order.status === 'awaiting_payment' && now >= order.expiresAt))
    return refuse('order-closed');
  if (order.status !== 'awaiting_payment') return refuse('already-paid');
  if (payment.askedAt !== null) return payment;
  const change = { askedAt: now, dueAt: Math.min(nextLook(now, 0), payment.expiresAt) };
  await update(tx, paymentTable, change, 'merchant_id = ? AND out_trade_no = ?', [merchantId, number]);
  return { ...payment, ...change };
}

/** A prepay lives two hours; it is renewed a little earlier. Source: wechat.md 2.6. */
const PREPAY_MS = 115 * 60_000;

/** Keeps the prepay that WeChat gave. */
export function keepPrepay(
  tx: Tx,
  { merchantId, outTradeNo }: PaymentRow,
  prepayId: string,
  now: Instant,
): Promise<number> {
  const change = { prepayId, prepayExpiresAt: now + PREPAY_MS };
  return update(tx, paymentTable, change, 'merchant_id = ? AND out_trade_no = ?', [merchantId, outTradeNo]);
}
