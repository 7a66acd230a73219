import type { Mapping } from '@fenrun/contracts';
import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { readCsv } from '../../foundation/csv';
import type { Database, Tx } from '../../foundation/db';
import {
  addProduct,
  categoriesOf,
  changeStock,
  type ProductDraft,
  type ProductRow,
  productsOf,
  saveProduct,
} from '../../modules/storefront';
import { type ProductProblem, type ProductRowRead, productReader } from '../domain/product-rows';

export interface ProductImport {
  readonly merchantId: string;
  readonly currency: string;
  readonly file: string;
  readonly mapping: Mapping | null;
  readonly isDryRun: boolean;
  readonly now: Instant;
}

export interface ProductReport {
  readonly rows: number;
  readonly recorded: number;
  readonly repeated: number;
  readonly refused: readonly ProductProblem[];
}

/** Products in one transaction. */
const AT_ONCE = 200;

/** Imports a catalogue: new products are added, known ones changed to what the file tells; what is told as it is counts as repeated. */
export async function importProducts(db: Database, given: ProductImport): Promise<ProductReport | Refusal> {
  const read = await readRows(given);
  if (isRefusal(read)) return read;
  const refused = [...read.problems];
  const counts = { recorded: 0, repeated: 0 };
  for (let at = 0; at < read.products.length; at += AT_ONCE) {
    const slice = read.products.slice(at, at + AT_ONCE);
    let outcome: Outcome = { recorded: 0, repeated: 0, refused: [] };
    await db.write(async (tx) => {
      outcome = await takeSlice(tx, given, slice);
      return given.isDryRun ? refuse('dry-run') : undefined;
    });
    counts.recorded += outcome.recorded;
    counts.repeated += outcome.repeated;
    refused.push(...outcome.refused);
  }
  return {
    rows: read.products.length + read.problems.length,
    ...counts,
    refused: refused.sort((a, b) => a.row - b.row),
  };
}

async function readRows({
  file,
  currency,
  mapping,
}: ProductImport): Promise<{ products: ProductRowRead[]; problems: ProductProblem[] } | Refusal> {
  let reader: ReturnType<typeof productReader> | undefined;
  const products: ProductRowRead[] = [];
  const problems: ProductProblem[] = [];
  const refused = await readCsv(file, ({ rows }) => {
    for (const row of rows) {
      if (!reader) reader = productReader(row.cells, currency, mapping);
      else if (isRefusal(reader)) return reader;
      else {
        const found = reader(row);
        if ('code' in found) problems.push(found);
        else products.push(found);
      }
    }
    return undefined;
  });
  if (refused) return refused;
  if (!reader) return refuse('empty-file');
  return isRefusal(reader) ? reader : { products, problems };
}

interface Outcome {
  recorded: number;
  repeated: number;
  readonly refused: ProductProblem[];
}

async function takeSlice(
  tx: Tx,
  { merchantId, now }: ProductImport,
  slice: readonly ProductRowRead[],
): Promise<Outcome> {
  const outcome: Outcome = { recorded: 0, repeated: 0, refused: [] };
  const known = new Map(
    (
      await productsOf(
        tx,
        merchantId,
        slice.map(({ sku }) => sku),
      )
    ).map((row) => [row.sku, row]),
  );
  const categories = await categoriesOf(tx, merchantId);
  for (const told of slice) {
    const category = told.category
      ? (categories.find(({ id, name }) => id === told.category || name === told.category)?.id ?? told.category)
      : told.category;
    const before = known.get(told.sku);
    const saved = await takeOne(tx, { merchantId, sku: told.sku }, { ...told, category }, before, now);
    if (isRefusal(saved))
      outcome.refused.push({
        row: told.row,
        item: told.sku,
        code: saved.refused,
        field: 'category',
        text: told.category ?? '',
      });
    else {
      if (saved.isSame) outcome.repeated += 1;
      else outcome.recorded += 1;
      known.set(told.sku, saved.row);
    }
  }
  return outcome;
}

async function takeOne(
  tx: Tx,
  key: { merchantId: string; sku: string },
  told: ProductRowRead,
  before: ProductRow | undefined,
  now: Instant,
): Promise<{ row: ProductRow; isSame: boolean } | Refusal> {
  const draft = draftOf(told, before);
  if (!before) {
    const row = await addProduct(tx, key, draft, told.stock ?? 0, now);
    return isRefusal(row) ? row : { row, isSame: false };
  }
  const stockChange = (told.stock ?? before.stock) - before.stock;
  const isSame =
    stockChange === 0 &&
    (Object.keys(draft) as (keyof ProductDraft)[]).every(
      (field) => JSON.stringify(draft[field]) === JSON.stringify(before[field]),
    );
  if (isSame) return { row: before, isSame };
  const saved = await saveProduct(tx, key, draft, before.version, now);
  if (isRefusal(saved) || stockChange === 0) return isRefusal(saved) ? saved : { row: saved, isSame };
  const stocked = await changeStock(tx, key, stockChange, now);
  return isRefusal(stocked) ? stocked : { row: stocked, isSame };
}

function draftOf(told: ProductRowRead, before: ProductRow | undefined): ProductDraft {
  return {
    name: told.name,
    subtitle: told.subtitle ?? before?.subtitle ?? '',
    description: told.description ?? before?.description ?? '',
    specification: told.specification ?? before?.specification ?? '',
    category: told.category === undefined ? (before?.category ?? null) : told.category,
    price: told.price,
    pictures: told.pictures ?? before?.pictures ?? [],
    isOnShelf: told.isOnShelf ?? before?.isOnShelf ?? true,
  };
}
