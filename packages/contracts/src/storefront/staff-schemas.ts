import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { orderDetail } from '../sales/schemas';
import { productStateWords } from './labels';

const productFields = {
  name: field.name,
  /** The selling point under the name: `炭焙 · 12 泡装`. */
  subtitle: field.text(100),
  description: field.text(5000),
  /** `120 克` */
  specification: field.text(100),
  /** The id of a category; null: none. */
  category: field.outsideId.nullable(),
  price: field.money,
  /** Ids of pictures; the first stands for the product. */
  pictures: z.array(field.id).max(12),
  onShelf: z.boolean(),
};

export const productRow = z.object({
  sku: z.string(),
  name: z.string(),
  subtitle: z.string(),
  category: z.string().nullable(),
  categoryName: z.string().nullable(),
  /** The address of the first picture. */
  image: z.string().nullable(),
  currency: field.currency,
  price: field.money,
  stock: z.int(),
  /** Held by orders that are not paid yet. */
  held: field.count,
  sold: field.count,
  state: z.enum(keysOf(productStateWords)),
  /** What the default programme pays on it now; null when it is excluded or nothing is paid. */
  rate: z.string().nullable(),
  excluded: z.boolean(),
  updatedAt: field.instant,
});

export const product = productRow.extend({
  description: z.string(),
  specification: z.string(),
  pictures: z.array(z.object({ id: z.string(), url: z.string() })),
  createdAt: field.instant,
  version: field.count,
});

export const category = z.object({ id: z.string(), name: z.string(), products: field.count, position: field.count });

const bySku = z.object({ sku: field.outsideId });
const byId = z.object({ id: field.outsideId });

export const storefrontStaffSchemas = {
  'storefront.products': {
    query: z.strictObject({
      ...field.paging,
      q: z.string().max(100).optional(),
      category: z.string().max(64).optional(),
      state: field.someOf(keysOf(productStateWords)).optional(),
      stockBelow: field.countInQuery.optional(),
    }),
    answer: field.page(productRow).extend({ total: field.count, onShelf: field.count }),
  },
  'storefront.product': { params: bySku, answer: product },
  'storefront.addProduct': {
    body: z.strictObject({ sku: field.outsideId, stock: field.count, ...productFields }),
    answer: product,
  },
  'storefront.saveProduct': {
    params: bySku,
    body: z.strictObject({ version: field.count, ...productFields }),
    answer: product,
  },
  'storefront.removeProduct': { params: bySku, answer: field.nothing },
  'storefront.shelve': {
    body: z.strictObject({ skus: z.array(field.outsideId).min(1).max(500), onShelf: z.boolean() }),
    answer: z.object({ changed: field.count }),
  },
  'storefront.changeStock': {
    params: bySku,
    body: z.strictObject({ change: z.int().min(-1_000_000).max(1_000_000), reason: field.reason }),
    answer: product,
  },
  'storefront.productsCsv': { answer: field.nothing },
  'storefront.categories': { answer: z.object({ data: z.array(category) }) },
  'storefront.addCategory': { body: z.strictObject({ id: field.outsideId, name: field.name }), answer: category },
  'storefront.saveCategory': {
    params: byId,
    body: z.strictObject({ name: field.name, position: field.count.optional() }),
    answer: category,
  },
  'storefront.removeCategory': { params: byId, answer: field.nothing },
  'storefront.addPicture': {
    answer: z.object({ id: z.string(), url: z.string(), width: field.count, height: field.count }),
  },
  'storefront.carriers': { answer: z.object({ data: z.array(z.object({ code: z.string(), name: z.string() })) }) },
  'storefront.ship': {
    params: byId,
    body: z.strictObject({ carrier: z.string().min(1).max(64), trackingNumber: field.text(64, 1) }),
    answer: orderDetail,
  },
} as const;
