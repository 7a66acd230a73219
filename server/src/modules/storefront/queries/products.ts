import { find, findAmong, findOne, marks, type Reader, type SqlValue } from '../../../foundation/db';
import { type ProductRow, productTable } from '../store/product.row';
import { type ProductCategoryRow, productCategoryTable } from '../store/product-category.row';

export interface ProductFilter {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly isOnShelf?: boolean | undefined;
  readonly stockBelow?: number | undefined;
  readonly priceFrom?: number | undefined;
  readonly priceTo?: number | undefined;
}

/** After which row a page goes on. */
export interface ProductPlace {
  readonly updatedAt: number;
  readonly sku: string;
}

/** One product. */
export function productOf(db: Reader, merchantId: string, sku: string): Promise<ProductRow | undefined> {
  return findOne(db, productTable, 'merchant_id = ? AND sku = ?', [merchantId, sku]);
}

/** Products by SKU; what is not known is left out. */
export function productsOf(db: Reader, merchantId: string, skus: readonly string[]): Promise<ProductRow[]> {
  return skus.length === 0
    ? Promise.resolve([])
    : findAmong(db, productTable, 'merchant_id = ?', [merchantId], 'sku', [...new Set(skus)]);
}

/** Which of these SKUs the catalogue has. */
export async function knownSkus(db: Reader, merchantId: string, skus: readonly string[]): Promise<Set<string>> {
  const wanted = [...new Set(skus)];
  const known = new Set<string>();
  for (let at = 0; at < wanted.length; at += SKUS_AT_ONCE) {
    const slice = wanted.slice(at, at + SKUS_AT_ONCE);
    const sql = `SELECT sku FROM product WHERE merchant_id = ? AND sku IN (${marks(slice.length)})`;
    for (const { sku } of await db.rows<{ sku: string }>(sql, [merchantId, ...slice])) known.add(sku);
  }
  return known;
}

const SKUS_AT_ONCE = 1_000;

/** A page of products, last changed first. */
export function listProducts(
  db: Reader,
  merchantId: string,
  filter: ProductFilter,
  after: ProductPlace | null,
  limit: number,
): Promise<ProductRow[]> {
  const { sql, params } = condition(merchantId, filter);
  const place = after ? ' AND (updated_at < ? OR (updated_at = ? AND sku > ?))' : '';
  const at: SqlValue[] = after ? [after.updatedAt, after.updatedAt, after.sku] : [];
  return find(
    db,
    productTable,
    sql + place,
    [...params, ...at],
    `ORDER BY updated_at DESC, sku LIMIT ${Math.trunc(limit)}`,
  );
}

/** How many products a filter finds, and how many of them are on the shelf. */
export async function countProducts(
  db: Reader,
  merchantId: string,
  filter: ProductFilter,
): Promise<{ total: number; onShelf: number }> {
  const { sql, params } = condition(merchantId, filter);
  const [row] = await db.rows<Record<string, unknown>>(
    `SELECT COUNT(*) AS total, SUM(is_on_shelf) AS onShelf FROM product WHERE ${sql}`,
    params,
  );
  return { total: Number(row?.['total'] ?? 0), onShelf: Number(row?.['onShelf'] ?? 0) };
}

/** Products that the mini-program's lists sort in memory at most. */
const SHELF_AT_MOST = 5_000;

/** Everything on the shelf that a filter finds. */
export function shelfOf(db: Reader, merchantId: string, filter: ProductFilter): Promise<ProductRow[]> {
  const { sql, params } = condition(merchantId, { ...filter, isOnShelf: true });
  return find(db, productTable, sql, params, `ORDER BY created_at DESC, sku LIMIT ${SHELF_AT_MOST}`);
}

/** All products by SKU, for the export; in slices, so that no long read blocks. */
export async function* everyProduct(db: Reader, merchantId: string): AsyncGenerator<ProductRow> {
  let after = '';
  for (;;) {
    const rows = await find(
      db,
      productTable,
      'merchant_id = ? AND sku > ?',
      [merchantId, after],
      'ORDER BY sku LIMIT 500',
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.sku;
  }
}

/** The categories in their order. */
export function categoriesOf(db: Reader, merchantId: string): Promise<ProductCategoryRow[]> {
  return find(db, productCategoryTable, 'merchant_id = ?', [merchantId], 'ORDER BY position, id');
}

/** How many products each category has, and how many of them are on the shelf. */
export async function categoryCounts(
  db: Reader,
  merchantId: string,
): Promise<Map<string, { products: number; onShelf: number }>> {
  const sql =
    'SELECT category, COUNT(*) AS products, SUM(is_on_shelf) AS onShelf FROM product WHERE merchant_id = ? AND category IS NOT NULL GROUP BY category';
  const rows = await db.rows<Record<string, unknown>>(sql, [merchantId]);
  return new Map(
    rows.map((row) => [
      String(row['category']),
      { products: Number(row['products']), onShelf: Number(row['onShelf']) },
    ]),
  );
}

function condition(merchantId: string, filter: ProductFilter): { sql: string; params: SqlValue[] } {
  const parts = ['merchant_id = ?'];
  const params: SqlValue[] = [merchantId];
  const also = (part: string, ...values: SqlValue[]) => {
    parts.push(part);
    params.push(...values);
  };
  const words = filter.q?.trim().toLowerCase();
  if (words)
    also(
      '(INSTR(LOWER(name), ?) > 0 OR INSTR(LOWER(sku), ?) > 0 OR INSTR(LOWER(subtitle), ?) > 0)',
      words,
      words,
      words,
    );
  if (filter.category !== undefined) also('category = ?', filter.category);
  if (filter.isOnShelf !== undefined) also('is_on_shelf = ?', filter.isOnShelf ? 1 : 0);
  if (filter.stockBelow !== undefined) also('stock < ?', filter.stockBelow);
  if (filter.priceFrom !== undefined) also('price >= ?', filter.priceFrom);
  if (filter.priceTo !== undefined) also('price <= ?', filter.priceTo);
  return { sql: parts.join(' AND '), params };
}
