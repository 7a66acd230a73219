import type { Tx } from '../../../foundation/db';

export interface Pieces {
  readonly sku: string;
  readonly quantity: number;
}

const OF = 'WHERE merchant_id = ? AND sku = ?';
const HOLD = `UPDATE product SET stock = stock - ?, held = held + ? ${OF} AND stock >= ?`;
const RELEASE = `UPDATE product SET stock = stock + ?, held = held - ? ${OF}`;
const SELL = `UPDATE product SET held = held - ?, sold = sold + ? ${OF}`;
const RETURN = `UPDATE product SET stock = stock + ?, sold = sold - ? ${OF}`;

/**
 * Holds pieces for an order by conditional updates, in ascending order of SKU so that two carts never wait for each other in a
 * circle. All or nothing: answers the first SKU of which there are too few, or null.
 */
export async function holdStock(tx: Tx, merchantId: string, pieces: readonly Pieces[]): Promise<string | null> {
  const held: Pieces[] = [];
  for (const piece of inOrder(pieces)) {
    const { sku, quantity } = piece;
    if ((await tx.run(HOLD, [quantity, quantity, merchantId, sku, quantity])) !== 1) {
      await releaseStock(tx, merchantId, held);
      return sku;
    }
    held.push(piece);
  }
  return null;
}

/** Frees what an order held that was not paid. */
export const releaseStock = (tx: Tx, merchantId: string, pieces: readonly Pieces[]) =>
  move(tx, RELEASE, merchantId, pieces);

/** What was held is sold. */
export const sellStock = (tx: Tx, merchantId: string, pieces: readonly Pieces[]) => move(tx, SELL, merchantId, pieces);

/** Puts sold pieces back that were refunded before they were shipped. */
export const returnStock = (tx: Tx, merchantId: string, pieces: readonly Pieces[]) =>
  move(tx, RETURN, merchantId, pieces);

async function move(tx: Tx, sql: string, merchantId: string, pieces: readonly Pieces[]): Promise<void> {
  for (const { sku, quantity } of inOrder(pieces)) {
    if (quantity > 0) await tx.run(sql, [quantity, quantity, merchantId, sku]);
  }
}

function inOrder(pieces: readonly Pieces[]): Pieces[] {
  return [...pieces].sort((a, b) => (a.sku < b.sku ? -1 : 1));
}
