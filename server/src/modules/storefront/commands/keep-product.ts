import { type Instant, type Money, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, marks, type Tx, update } from '../../../foundation/db';
import { type ProductRow, productTable } from '../store/product.row';
import { productCategoryTable } from '../store/product-category.row';

/** What a person says of a product; stock is changed by its own command, because sales change it too. */
export interface ProductDraft {
  readonly name: string;
  readonly subtitle: string;
  readonly description: string;
  readonly specification: string;
  readonly category: string | null;
  readonly price: Money;
  readonly pictures: readonly string[];
  readonly isOnShelf: boolean;
}

interface Key {
  readonly merchantId: string;
  readonly sku: string;
}

export type KeepProductRefusal = Refusal<'sku-taken' | 'not-found' | 'changed-meanwhile' | 'unknown-category'>;

/** Adds a product. */
export async function addProduct(
  tx: Tx,
  key: Key,
  draft: ProductDraft,
  stock: number,
  now: Instant,
): Promise<ProductRow | KeepProductRefusal> {
  if (await productOf(tx, key)) return refuse('sku-taken', { sku: key.sku });
  if (!(await hasCategory(tx, key.merchantId, draft.category))) return unknownCategory();
  const row: ProductRow = {
    ...key,
    ...draft,
    pictures: [...draft.pictures],
    stock,
    held: 0,
    sold: 0,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  await insert(tx, productTable, [row]);
  return row;
}

/** Saves a product, if it is still the version that was read. */
export async function saveProduct(
  tx: Tx,
  key: Key,
  draft: ProductDraft,
  version: number,
  now: Instant,
): Promise<ProductRow | KeepProductRefusal> {
  if (!(await hasCategory(tx, key.merchantId, draft.category))) return unknownCategory();
  const change = { ...draft, pictures: [...draft.pictures], version: version + 1, updatedAt: now };
  const where = 'merchant_id = ? AND sku = ? AND version = ?';
  const changed = await update(tx, productTable, change, where, [key.merchantId, key.sku, version]);
  const row = await productOf(tx, key);
  if (!row) return refuse('not-found');
  return changed === 1 ? row : refuse('changed-meanwhile', { version: row.version });
}

/** Removes a product that no order has ever named. */
export async function removeProduct(tx: Tx, { merchantId, sku }: Key): Promise<null | Refusal<'not-found' | 'in-use'>> {
  const row = await productOf(tx, { merchantId, sku });
  if (!row) return refuse('not-found');
  if (row.sold > 0 || row.held > 0) return refuse('in-use');
  const gone = await tx.run('DELETE FROM product WHERE merchant_id = ? AND sku = ? AND sold = 0 AND held = 0', [
    merchantId,
    sku,
  ]);
  return gone === 1 ? null : refuse('in-use');
}

/** Puts products on the shelf or takes them off; answers how many changed. */
export async function shelveProducts(
  tx: Tx,
  merchantId: string,
  skus: readonly string[],
  isOnShelf: boolean,
  now: Instant,
): Promise<number> {
  const sql = `UPDATE product SET is_on_shelf = ?, version = version + 1, updated_at = ? WHERE merchant_id = ? AND is_on_shelf <> ? AND sku IN (${marks(skus.length)})`;
  return tx.run(sql, [isOnShelf ? 1 : 0, now, merchantId, isOnShelf ? 1 : 0, ...skus]);
}

/** Adds to the stock or takes from it; never below nothing. */
export async function changeStock(
  tx: Tx,
  { merchantId, sku }: Key,
  change: number,
  now: Instant,
): Promise<ProductRow | Refusal<'not-found' | 'out-of-stock'>> {
  const sql =
    'UPDATE product SET stock = stock + ?, updated_at = ? WHERE merchant_id = ? AND sku = ? AND stock + ? >= 0';
  const changed = await tx.run(sql, [change, now, merchantId, sku, change]);
  const row = await productOf(tx, { merchantId, sku });
  if (!row) return refuse('not-found');
  return changed === 1 ? row : refuse('out-of-stock', { stock: row.stock });
}

function productOf(tx: Tx, { merchantId, sku }: Key): Promise<ProductRow | undefined> {
  return findOne(tx, productTable, 'merchant_id = ? AND sku = ?', [merchantId, sku]);
}

async function hasCategory(tx: Tx, merchantId: string, id: string | null): Promise<boolean> {
  return (
    id === null ||
    (await findOne(tx, productCategoryTable, 'merchant_id = ? AND id = ?', [merchantId, id])) !== undefined
  );
}

function unknownCategory(): Refusal<'unknown-category'> {
  return refuse('unknown-category', undefined, [{ pointer: '/category', code: 'unknown-category' }]);
}
