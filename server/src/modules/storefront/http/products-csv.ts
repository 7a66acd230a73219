import { formatMoney, minor } from '@fenrun/kernel';
import { CSV_BOM, csvLine } from '../../../foundation/csv';
import type { ProductRow } from '../store/product.row';

/** The columns of the file, which the import takes too. */
export const PRODUCT_COLUMNS = [
  'sku',
  'name',
  'subtitle',
  'specification',
  'category',
  'price',
  'stock',
  'on_shelf',
  'description',
  'pictures',
] as const;

/** The catalogue as CSV, in slices; prices in major units, pictures by id with blanks between them. */
export async function* productsCsv(rows: AsyncIterable<ProductRow>, currency: string): AsyncGenerator<string> {
  let slice = CSV_BOM + csvLine(PRODUCT_COLUMNS);
  for await (const row of rows) {
    const price = formatMoney(minor(row.price), currency);
    const { sku, name, subtitle, specification, category, stock, description } = row;
    slice += csvLine([
      sku,
      name,
      subtitle,
      specification,
      category,
      price,
      stock,
      row.isOnShelf ? 1 : 0,
      description,
      row.pictures.join(' '),
    ]);
    if (slice.length < 65_536) continue;
    yield slice;
    slice = '';
  }
  yield slice;
}
