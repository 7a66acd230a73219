import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, type Tx } from '../../../foundation/db';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { moveOrder } from './move-order';

export interface ConfirmReceipt {
  readonly merchantId: string;
  readonly number: string;
  /** The buyer himself; absent where WeChat or the store says so. */
  readonly memberId?: string | undefined;
  /** When it was received; WeChat may say so later. */
  readonly receivedAt: Instant;
}

/** Marks an order as received, once; the same word again answers the order as it is. */
export async function confirmReceipt(
  tx: Tx,
  { merchantId, number, memberId, receivedAt }: ConfirmReceipt,
): Promise<{ order: ShopOrderRow; isFirst: boolean } | Refusal<'not-found' | 'invalid-state'>> {
  const order = await findOne(tx, shopOrderTable, 'merchant_id = ? AND number = ?', [merchantId, number]);
  if (!order || (memberId !== undefined && order.memberId !== memberId)) return refuse('not-found');
  if (order.status === 'received' || order.receivedAt !== null) return { order, isFirst: false };
  if (!(await moveOrder(tx, order, 'received', { receivedAt })))
    return refuse('invalid-state', { status: order.status });
  return { order: { ...order, status: 'received', receivedAt }, isFirst: true };
}
