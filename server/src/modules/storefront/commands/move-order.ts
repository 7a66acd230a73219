import { marks, type Tx, update } from '../../../foundation/db';
import { type ShopOrderStatus, statusesBefore } from '../domain/shop-order-status';
import { type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';

/**
 * Moves an order to a status by a conditional update. Answers whether it moved: false means that somebody else was there
 * first, or that the move is not one of the table.
 */
export async function moveOrder(
  tx: Tx,
  { merchantId, number }: Pick<ShopOrderRow, 'merchantId' | 'number'>,
  to: ShopOrderStatus,
  also: Partial<ShopOrderRow> = {},
  from: readonly ShopOrderStatus[] = statusesBefore(to),
): Promise<boolean> {
  const where = `merchant_id = ? AND number = ? AND status IN (${marks(from.length)})`;
  return (await update(tx, shopOrderTable, { ...also, status: to }, where, [merchantId, number, ...from])) === 1;
}
