import { z } from 'zod';
import * as field from '../common/fields';
import { keysOf } from '../common/words';
import { productSortWords, shopOrderStateWords } from './labels';

/** What the member would earn by sharing, or get back by buying; null for somebody who does not promote. */
export const earning = z.object({
  amount: field.money,
  /** `15%` or `¥20.00 / 件` */
  rate: z.string(),
  /** `活动 15%`, when a campaign decides; else null. */
  tag: z.string().nullable(),
  /** When the present rate ends, if it does. */
  until: field.instant.nullable(),
});

export const shopProductRow = z.object({
  sku: z.string(),
  name: z.string(),
  subtitle: z.string(),
  image: z.string().nullable(),
  currency: field.currency,
  price: field.money,
  soldOut: z.boolean(),
  sold: field.count,
  earn: earning.nullable(),
});

export const shopProduct = shopProductRow.extend({
  description: z.string(),
  specification: z.string(),
  category: z.string().nullable(),
  pictures: z.array(z.string()),
  stock: field.count,
  /** What buying it oneself gives back; null unless the merchant pays rebates. */
  selfRebate: earning.nullable(),
  /** Why it is that much and what comes after, in whole sentences in the language of the request. */
  why: z.string().nullable(),
  /** How the amount is computed, line by line: `¥268.00 × 15% = ¥40.20`. */
  computation: z.array(z.object({ text: z.string(), amount: field.money })),
  /** `顾客收货满 7 天、商户审核后可提现` */
  when: z.string(),
});

export const addressFields = {
  name: field.name,
  phone: field.text(32, 5),
  /** Province, city, district. */
  region: field.text(100, 1),
  detail: field.text(200, 1),
};

export const address = z.object({ id: z.string(), ...addressFields, isDefault: z.boolean() });

const items = z
  .array(z.strictObject({ sku: field.outsideId, quantity: z.int().min(1).max(999) }))
  .min(1)
  .max(50);

const pricedLine = z.object({
  sku: z.string(),
  name: z.string(),
  image: z.string().nullable(),
  quantity: field.count,
  price: field.money,
  amount: field.money,
  /** Why it cannot be bought now, in the language of the request. */
  problem: z.string().nullable(),
});

export const quote = z.object({
  currency: field.currency,
  lines: z.array(pricedLine),
  goods: field.money,
  discount: field.money,
  shipping: field.money,
  total: field.money,
  canBuy: z.boolean(),
  /** Whom the sale is credited to, as the customer may know: his name only. */
  recommendedBy: z.string().nullable(),
});

export const shopOrderRow = z.object({
  id: z.string(),
  state: z.enum(keysOf(shopOrderStateWords)),
  createdAt: field.instant,
  currency: field.currency,
  total: field.money,
  title: z.string(),
  pieces: field.count,
  images: z.array(z.string()),
  /** Unpaid orders close then. */
  payBefore: field.instant.nullable(),
});

export const shopOrder = shopOrderRow.extend({
  lines: z.array(pricedLine.omit({ problem: true }).extend({ refundedQuantity: z.number() })),
  goods: field.money,
  discount: field.money,
  shipping: field.money,
  refunded: field.money,
  address: z.object({ name: z.string(), phone: z.string(), region: z.string(), detail: z.string() }),
  remark: z.string().nullable(),
  paidAt: field.instant.nullable(),
  shipment: z.object({ carrierName: z.string(), trackingNumber: z.string(), shippedAt: field.instant }).nullable(),
  completedAt: field.instant.nullable(),
  autoCompletesAt: field.instant.nullable(),
  /** One sentence: what happens next and when. */
  next: z.string(),
  /** For wx.openBusinessView('weappOrderConfirm'); null when the receipt is not to be confirmed. */
  confirmView: z.object({ merchantId: z.string(), merchantTradeNo: z.string(), transactionId: z.string() }).nullable(),
});

const bySku = z.object({ sku: field.outsideId });
const byId = z.object({ id: field.outsideId });

export const storefrontMemberSchemas = {
  'storefront.shopCategories': { answer: z.object({ data: z.array(field.named) }) },
  'storefront.shopProducts': {
    query: z.strictObject({
      ...field.paging,
      q: z.string().max(100).optional(),
      category: z.string().max(64).optional(),
      sort: z.enum(keysOf(productSortWords)).default('recommended'),
      priceFrom: field.money.optional(),
      priceTo: field.money.optional(),
    }),
    answer: field.page(shopProductRow),
  },
  'storefront.shopProduct': { params: bySku, answer: shopProduct },
  'storefront.quote': {
    body: z.strictObject({ items, coupon: z.string().max(64).nullable().optional() }),
    answer: quote,
  },
  'storefront.checkOut': {
    body: z.strictObject({
      items,
      address: z.strictObject(addressFields),
      coupon: z.string().max(64).nullable().optional(),
      remark: field.text(200).nullable().optional(),
      /** The total that the customer saw; another one refuses with `price-changed`. */
      total: field.money,
    }),
    answer: shopOrder,
  },
  'storefront.pay': {
    params: byId,
    answer: z.object({
      timeStamp: z.string(),
      nonceStr: z.string(),
      package: z.string(),
      signType: z.string(),
      paySign: z.string(),
    }),
  },
  'storefront.checkPayment': { params: byId, answer: shopOrder },
  'storefront.shopOrders': {
    query: z.strictObject({ ...field.paging, state: field.someOf(keysOf(shopOrderStateWords)).optional() }),
    answer: field.page(shopOrderRow),
  },
  'storefront.shopOrder': { params: byId, answer: shopOrder },
  'storefront.cancelOrder': { params: byId, answer: shopOrder },
  'storefront.confirmReceipt': { params: byId, answer: shopOrder },
  'storefront.addresses': { answer: z.object({ data: z.array(address) }) },
  'storefront.addAddress': {
    body: z.strictObject({ ...addressFields, isDefault: z.boolean().default(false) }),
    answer: address,
  },
  'storefront.saveAddress': {
    params: byId,
    body: z.strictObject({ ...addressFields, isDefault: z.boolean().default(false) }),
    answer: address,
  },
  'storefront.removeAddress': { params: byId, answer: field.nothing },
  'storefront.picture': { params: byId, answer: field.nothing },
} as const;
