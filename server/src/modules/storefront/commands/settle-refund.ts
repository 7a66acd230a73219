import type { Instant } from '@fenrun/kernel';
import { findOne, marks, type Tx, update } from '../../../foundation/db';
import { nextLook } from '../domain/backoff';
import { type PayRefundState, refundStatesBefore } from '../domain/pay-refund-state';
import { type PayRefundRow, payRefundTable } from '../store/pay-refund.row';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { returnStock } from './hold-stock';
import { moveOrder } from './move-order';
import { claim } from './request-refund';

/** What WeChat says of a refund, by answer, query or notification. */
export interface RefundWord {
  readonly merchantId: string;
  readonly outRefundNo: string;
  readonly state: 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';
  readonly refundId: string | null;
  readonly amount: number | null;
  readonly succeededAt: Instant | null;
}

export type SettledRefund =
  /** `order` is as it stands now; the caller tells the sale, if it is one. */
  | { readonly kind: 'succeeded'; readonly refund: PayRefundRow; readonly order: ShopOrderRow }
  | { readonly kind: 'moved'; readonly refund: PayRefundRow }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'unknown-number' }
  | { readonly kind: 'mismatch'; readonly fields: readonly string[] };

const STATE_OF = {
  SUCCESS: 'succeeded',
  CLOSED: 'failed',
  PROCESSING: 'processing',
  ABNORMAL: 'abnormal',
} as const satisfies Record<RefundWord['state'], PayRefundState>;

/** Takes in what WeChat says of a refund. States never move backward; a success counts once. */
export async function settleRefund(tx: Tx, word: RefundWord, now: Instant): Promise<SettledRefund> {
  const { merchantId, outRefundNo } = word;
  const key = [merchantId, outRefundNo];
  const refund = await findOne(tx, payRefundTable, 'merchant_id = ? AND out_refund_no = ?', key);
  if (!refund) return { kind: 'unknown-number' };
  if (word.amount !== null && word.amount !== refund.amount) return { kind: 'mismatch', fields: ['amount'] };
  const state = STATE_OF[word.state];
  const from = refundStatesBefore(state);
  const succeededAt = state === 'succeeded' ? (word.succeededAt ?? now) : null;
  const change = {
    state,
    refundId: word.refundId ?? refund.refundId,
    succeededAt,
    problem: state === 'succeeded' || state === 'processing' ? null : word.state,
    dueAt: state === 'processing' ? nextLook(now, 0) : null,
  };
  const where = `merchant_id = ? AND out_refund_no = ? AND state IN (${marks(from.length)})`;
  if ((await update(tx, payRefundTable, change, where, [...key, ...from])) !== 1) return { kind: 'repeated' };
  const moved = { ...refund, ...change };
  if (state === 'failed') await giveBackClaim(tx, refund);
  return state === 'succeeded'
    ? { kind: 'succeeded', refund: moved, order: await takeOff(tx, moved) }
    : { kind: 'moved', refund: moved };
}

/** A refund that will not happen frees what it claimed, so that it can be asked for again under a new number. */
async function giveBackClaim(tx: Tx, refund: PayRefundRow): Promise<void> {
  await claim(
    tx,
    { merchantId: refund.merchantId, number: refund.orderNumber },
    refund.refundedLines,
    refund.refundedLines,
    -1,
  );
}

async function takeOff(tx: Tx, refund: PayRefundRow): Promise<ShopOrderRow> {
  const { merchantId, orderNumber, amount, refundedLines: lines } = refund;
  await tx.run('UPDATE shop_order SET refunded = refunded + ? WHERE merchant_id = ? AND number = ?', [
    amount,
    merchantId,
    orderNumber,
  ]);
  if (refund.restock)
    await returnStock(
      tx,
      merchantId,
      lines.map((line) => ({ sku: line.sku, quantity: line.pieces })),
    );
  const order = (await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ?', [
    merchantId,
    orderNumber,
  ])) as ShopOrderRow;
  if (order.refunded < order.total) return order;
  await moveOrder(tx, { merchantId, number: orderNumber }, 'refunded');
  return { ...order, status: 'refunded' };
}

/** WeChat refused a refund and knows nothing of its number: it fails with the reason, and its claim is free again. */
export async function failRefund(tx: Tx, refund: PayRefundRow, problem: string): Promise<boolean> {
  const where = "merchant_id = ? AND out_refund_no = ? AND state = 'sending'";
  const change = { state: 'failed', problem: problem.slice(0, 200), dueAt: null } as const;
  if ((await update(tx, payRefundTable, change, where, [refund.merchantId, refund.outRefundNo])) !== 1) return false;
  await giveBackClaim(tx, refund);
  return true;
}
