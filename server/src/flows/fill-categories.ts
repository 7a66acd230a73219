import { findAmong, type Reader } from '../foundation/db';
import type { SaleInput } from '../modules/sales';
import { productTable } from '../modules/storefront';

/** Gives lines that came without a category the one of the merchant's catalogue; one read for all of them. */
export async function fillCategories(
  db: Reader,
  merchantId: string,
  sales: readonly SaleInput[],
): Promise<SaleInput[]> {
  const skus = new Set<string>();
  for (const sale of sales) for (const line of sale.lines) if (line.category === null) skus.add(line.sku);
  const products = await findAmong(db, productTable, 'merchant_id = ? AND category IS NOT NULL', [merchantId], 'sku', [
    ...skus,
  ]);
  if (products.length === 0) return [...sales];
  const categories = new Map(products.map((product) => [product.sku, product.category]));
  return sales.map((sale) => ({
    ...sale,
    lines: sale.lines.map((line) =>
      line.category === null ? { ...line, category: categories.get(line.sku) ?? null } : line,
    ),
  }));
}
