import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx, update } from '../../../foundation/db';
import { productTable } from '../store/product.row';
import { type ProductCategoryRow, productCategoryTable } from '../store/product-category.row';

const WHERE = 'merchant_id = ? AND id = ?';

/** Adds a category after the others. */
export async function addCategory(
  tx: Tx,
  merchantId: string,
  id: string,
  name: string,
  now: Instant,
): Promise<ProductCategoryRow | Refusal<'already-exists'>> {
  if (await findOne(tx, productCategoryTable, WHERE, [merchantId, id])) return refuse('already-exists', { id });
  const [last] = await tx.rows<{ position: number | string | null }>(
    'SELECT MAX(position) AS position FROM product_category WHERE merchant_id = ?',
    [merchantId],
  );
  const row = { merchantId, id, name, position: Number(last?.position ?? 0) + 1, createdAt: now };
  await insert(tx, productCategoryTable, [row]);
  return row;
}

/** Renames a category or moves it; sales and rules go on naming it by its id. */
export async function saveCategory(
  tx: Tx,
  merchantId: string,
  id: string,
  change: { readonly name: string; readonly position?: number | undefined },
): Promise<ProductCategoryRow | Refusal<'not-found'>> {
  const set = change.position === undefined ? { name: change.name } : { name: change.name, position: change.position };
  await update(tx, productCategoryTable, set, WHERE, [merchantId, id]);
  return (await findOne(tx, productCategoryTable, WHERE, [merchantId, id])) ?? refuse('not-found');
}

/** Removes a category that has no products. */
export async function removeCategory(
  tx: Tx,
  merchantId: string,
  id: string,
): Promise<null | Refusal<'not-found' | 'in-use'>> {
  if (!(await findOne(tx, productCategoryTable, WHERE, [merchantId, id]))) return refuse('not-found');
  if (await findOne(tx, productTable, 'merchant_id = ? AND category = ?', [merchantId, id])) return refuse('in-use');
  await tx.run(`DELETE FROM product_category WHERE ${WHERE}`, [merchantId, id]);
  return null;
}
