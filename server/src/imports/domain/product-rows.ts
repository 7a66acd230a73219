import type { Mapping } from '@fenrun/contracts';
import { isOutsideId, isRefusal, type Money, type Refusal } from '@fenrun/kernel';
import type { CsvRow } from '../../foundation/csv';
import { PRODUCT_FIELDS, type ProductFieldName, suggestColumns } from './fields';
import { amountReader } from './read-amount';
import { rowLayout } from './row-layout';

/** A product as a file tells it; what the file does not tell stays as it is. */
export interface ProductRowRead {
  readonly row: number;
  readonly sku: string;
  readonly name: string;
  readonly price: Money;
  readonly subtitle: string | undefined;
  readonly specification: string | undefined;
  readonly category: string | null | undefined;
  readonly stock: number | undefined;
  readonly isOnShelf: boolean | undefined;
  readonly description: string | undefined;
  readonly pictures: readonly string[] | undefined;
}

export interface ProductProblem {
  readonly row: number;
  readonly item: string;
  readonly code: string;
  readonly field: string;
  readonly text: string;
}

const YES = new Set(['1', 'true', 'yes', 'y', '是', '上架']);
const NO = new Set(['0', 'false', 'no', 'n', '否', '下架']);
const STOCK_AT_MOST = 1_000_000;

/** A reader of the rows below a header, by a mapping or by what the header suggests. */
export function productReader(
  header: readonly string[],
  currency: string,
  mapping: Mapping | null,
): ((row: CsvRow) => ProductRowRead | ProductProblem) | Refusal {
  const layout = rowLayout<ProductFieldName>(
    PRODUCT_FIELDS,
    mapping ?? { columns: suggestColumns(PRODUCT_FIELDS, header) },
    header,
  );
  if (isRefusal(layout)) return layout;
  const amount = amountReader(currency);
  return ({ number, cells }) => {
    const cell = (field: ProductFieldName) => layout.cell(field, cells);
    const sku = cell('sku');
    const problem = (code: string, field: ProductFieldName): ProductProblem => ({
      row: number,
      item: sku,
      code,
      field,
      text: cell(field),
    });
    if (!isOutsideId(sku)) return problem(sku === '' ? 'required' : 'invalid-id', 'sku');
    if (cell('name') === '') return problem('required', 'name');
    const price = amount(cell('price'));
    if (isRefusal(price)) return problem(cell('price') === '' ? 'required' : 'invalid-amount', 'price');
    if (price < 0) return problem('negative-price', 'price');
    const stock = cell('stock');
    if (stock !== '' && (!/^\d{1,7}(\.0+)?$/.test(stock) || Number(stock) > STOCK_AT_MOST))
      return problem('invalid-quantity', 'stock');
    const shelf = cell('onShelf').toLowerCase();
    if (shelf !== '' && !YES.has(shelf) && !NO.has(shelf)) return problem('invalid-type', 'onShelf');
    const told = (field: ProductFieldName, length: number) =>
      layout.has(field) ? cell(field).slice(0, length) : undefined;
    return {
      row: number,
      sku,
      name: cell('name').slice(0, 128),
      price,
      subtitle: told('subtitle', 128),
      specification: told('specification', 128),
      category: layout.has('category') ? cell('category') || null : undefined,
      stock: stock === '' ? undefined : Number(stock),
      isOnShelf: shelf === '' ? undefined : YES.has(shelf),
      description: told('description', 10_000),
      pictures: layout.has('pictures')
        ? cell('pictures')
            .split(/\s+/)
            .filter((id) => id !== '')
        : undefined,
    };
  };
}
