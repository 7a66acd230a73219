import { Readable } from 'node:stream';
import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Money, parseMoney, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, FileAnswer, Serves } from '../../../foundation/http';
import {
  addProduct,
  changeStock,
  type ProductDraft,
  removeProduct,
  saveProduct,
  shelveProducts,
} from '../commands/keep-product';
import {
  categoriesOf,
  countProducts,
  everyProduct,
  listProducts,
  type ProductFilter,
  productOf,
} from '../queries/products';
import type { ProductRow } from '../store/product.row';
import { cursorOf, placeOf } from './cursor';
import { productRowView, productView } from './product-view';
import { productsCsv } from './products-csv';
import { STOREFRONT, type StorefrontSurroundings } from './surroundings';

const route = routes.storefront;

type Product = Out<typeof route.product>;
type Draft = In<typeof route.saveProduct>['body'];

/** The catalogue as the staff keep it. */
@Controller('/')
export class ProductsController {
  @Inject(STOREFRONT)
  private readonly own: StorefrontSurroundings;

  @Serves(route.products)
  async products({ query }: In<typeof route.products>, call: Call): Promise<Out<typeof route.products> | Refusal> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor, 'number', 'string');
    if (isRefusal(after)) return after;
    const filter = filterOf(query);
    const place = after ? { updatedAt: after[0], sku: after[1] } : null;
    const rows = await listProducts(call.db.read, call.merchantId, filter, place, query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    const company = await this.company(call, page);
    return {
      data: page.map((row) => productRowView(row, company(row))),
      nextCursor: last ? cursorOf([last.updatedAt, last.sku]) : null,
      ...(await countProducts(call.db.read, call.merchantId, filter)),
    };
  }

  @Serves(route.product)
  product({ params }: In<typeof route.product>, call: Call): Promise<Product | Refusal> {
    return this.shown(call, params.sku);
  }

  @Serves(route.addProduct)
  async addProduct({ body }: In<typeof route.addProduct>, call: Call): Promise<Product | Refusal> {
    const draft = await this.draftOf(body, call);
    if (isRefusal(draft)) return draft;
    const key = { merchantId: call.merchantId, sku: body.sku };
    const added = await call.write(async (tx) => {
      const made = await addProduct(tx, key, draft, body.stock, call.now);
      return isRefusal(made) ? made : made.sku;
    });
    return isRefusal(added) ? added : this.shown(call, added);
  }

  @Serves(route.saveProduct)
  async saveProduct({ params, body }: In<typeof route.saveProduct>, call: Call): Promise<Product | Refusal> {
    const draft = await this.draftOf(body, call);
    if (isRefusal(draft)) return draft;
    const key = { merchantId: call.merchantId, sku: params.sku };
    const saved = await call.write(async (tx) => {
      const made = await saveProduct(tx, key, draft, body.version, call.now);
      return isRefusal(made) ? made : made.sku;
    });
    return isRefusal(saved) ? saved : this.shown(call, saved);
  }

  @Serves(route.removeProduct)
  async removeProduct({ params }: In<typeof route.removeProduct>, call: Call): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => removeProduct(tx, { merchantId: call.merchantId, sku: params.sku }));
    return isRefusal(gone) ? gone : undefined;
  }

  @Serves(route.shelve)
  async shelve({ body }: In<typeof route.shelve>, call: Call): Promise<Out<typeof route.shelve>> {
    return {
      changed: await call.write((tx) => shelveProducts(tx, call.merchantId, body.skus, body.onShelf, call.now)),
    };
  }

  @Serves(route.changeStock)
  async changeStock({ params, body }: In<typeof route.changeStock>, call: Call): Promise<Product | Refusal> {
    const changed = await call.write(async (tx) => {
      const made = await changeStock(tx, { merchantId: call.merchantId, sku: params.sku }, body.change, call.now);
      return isRefusal(made) ? made : made.sku;
    });
    return isRefusal(changed) ? changed : this.shown(call, changed);
  }

  @Serves(route.productsCsv)
  async productsCsv(_: In<typeof route.productsCsv>, call: Call): Promise<FileAnswer> {
    const content = Readable.from(productsCsv(everyProduct(call.db.read, call.merchantId), call.merchant.currency));
    return new FileAnswer(content, 'text/csv; charset=utf-8', { name: 'products.csv' });
  }

  private async shown(call: Call, sku: string): Promise<Product | Refusal> {
    const row = await productOf(call.db.read, call.merchantId, sku);
    if (!row) return refuse('not-found');
    return productView(row, (await this.company(call, [row]))(row));
  }

  private async company(call: Call, rows: readonly ProductRow[]) {
    const [categories, rates] = await Promise.all([
      categoriesOf(call.db.read, call.merchantId),
      this.own.stories.rates(call.db, call.merchant, rows, call.lang, call.now),
    ]);
    const names = new Map(categories.map((category) => [category.id, category.name]));
    return ({ sku, category }: ProductRow) => ({
      currency: call.merchant.currency,
      categoryName: category === null ? null : (names.get(category) ?? category),
      rate: rates.get(sku)?.rate ?? null,
      isExcluded: rates.get(sku)?.isExcluded ?? false,
    });
  }

  /** What was sent as a draft; the price in minor units, every picture one that is kept. */
  private async draftOf(body: Omit<Draft, 'version'>, call: Call): Promise<ProductDraft | Refusal> {
    const { name, subtitle, description, specification, category, pictures, onShelf } = body;
    const price = parseMoney(body.price, call.merchant.currency);
    if (isRefusal(price)) return refuse('invalid-request', undefined, [{ pointer: '/price', code: 'invalid-amount' }]);
    for (const [index, id] of pictures.entries()) {
      if (!(await this.own.pictures.has(id)))
        return refuse('invalid-request', undefined, [{ pointer: `/pictures/${index}`, code: 'invalid' }]);
    }
    return {
      name,
      subtitle,
      description,
      specification,
      category,
      price: price as Money,
      pictures,
      isOnShelf: onShelf,
    };
  }
}

/** Both states together are no filter. */
function filterOf(query: In<typeof route.products>['query']): ProductFilter {
  const { q, category, state, stockBelow } = query;
  const isOnShelf = state === undefined || new Set(state).size !== 1 ? undefined : state[0] === 'on_shelf';
  return { q, category, stockBelow, isOnShelf };
}
