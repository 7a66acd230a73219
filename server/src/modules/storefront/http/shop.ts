import { type In, type Out, routes } from '@fenrun/contracts';
import { formatMoney, isRefusal, type Money, minor, parseMoney, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { mergeLines, priceCart } from '../domain/checkout';
import { categoriesOf, categoryCounts, productOf, productsOf, shelfOf } from '../queries/products';
import type { ProductRow } from '../store/product.row';
import { cursorOf, placeOf } from './cursor';
import { firstPicture, shopProductView, shopRowView } from './product-view';
import { lookingOf, type OfferEarnings, STOREFRONT, type StorefrontSurroundings } from './surroundings';

const route = routes.storefront;

type Earnings = ReadonlyMap<string, OfferEarnings>;
type Order = (a: ProductRow, b: ProductRow, earnings: Earnings) => number;

const earned = (row: ProductRow, earnings: Earnings): number => Number(earnings.get(row.sku)?.earn?.amount ?? 0);
const campaignFirst = (row: ProductRow, earnings: Earnings): number => (earnings.get(row.sku)?.earn?.tag ? 1 : 0);

/** How a list is ordered; what is sold out stands last, and ties go by the newest. */
const ORDERS: Readonly<Record<In<typeof route.shopProducts>['query']['sort'], Order>> = {
  recommended: (a, b, earnings) => campaignFirst(b, earnings) - campaignFirst(a, earnings) || b.sold - a.sold,
  earning: (a, b, earnings) => earned(b, earnings) - earned(a, earnings),
  selling: (a, b) => b.sold - a.sold,
  newest: (a, b) => b.createdAt - a.createdAt,
};

/** The shop as a member meets it. */
@Controller('/')
export class ShopController {
  @Inject(STOREFRONT)
  private readonly own: StorefrontSurroundings;

  @Serves(route.shopCategories)
  async shopCategories(_: In<typeof route.shopCategories>, call: Call): Promise<Out<typeof route.shopCategories>> {
    const [rows, counts] = await Promise.all([
      categoriesOf(call.db.read, call.merchantId),
      categoryCounts(call.db.read, call.merchantId),
    ]);
    return { data: rows.filter(({ id }) => (counts.get(id)?.onShelf ?? 0) > 0).map(({ id, name }) => ({ id, name })) };
  }

  @Serves(route.shopProducts)
  async shopProducts(
    { query }: In<typeof route.shopProducts>,
    call: Call,
  ): Promise<Out<typeof route.shopProducts> | Refusal> {
    const { currency } = call.merchant;
    const place = query.cursor === undefined ? ([0] as const) : placeOf(query.cursor, 'number');
    if (isRefusal(place)) return place;
    const priceFrom = bound(query.priceFrom, currency, '/priceFrom');
    const priceTo = bound(query.priceTo, currency, '/priceTo');
    if (isRefusal(priceFrom)) return priceFrom;
    if (isRefusal(priceTo)) return priceTo;
    const shelf = await shelfOf(call.db.read, call.merchantId, {
      q: query.q,
      category: query.category,
      priceFrom,
      priceTo,
    });
    const earnings = await this.own.stories.earnings(lookingOf(call), shelf);
    const order = ORDERS[query.sort];
    const sorted = shelf.sort(
      (a, b) =>
        Number(a.stock <= 0) - Number(b.stock <= 0) ||
        order(a, b, earnings) ||
        b.createdAt - a.createdAt ||
        (a.sku < b.sku ? -1 : 1),
    );
    const to = place[0] + query.limit;
    return {
      data: sorted.slice(place[0], to).map((row) => shopRowView(row, currency, earnings.get(row.sku))),
      nextCursor: to < sorted.length ? cursorOf([to]) : null,
    };
  }

  @Serves(route.shopProduct)
  async shopProduct(
    { params }: In<typeof route.shopProduct>,
    call: Call,
  ): Promise<Out<typeof route.shopProduct> | Refusal> {
    const row = await productOf(call.db.read, call.merchantId, params.sku);
    if (!row) return refuse('not-found');
    if (!row.isOnShelf) return refuse('off-shelf');
    const looking = lookingOf(call);
    const earnings = await this.own.stories.earnings(looking, [row]);
    return shopProductView(
      row,
      call.merchant.currency,
      earnings.get(row.sku),
      await this.own.stories.whenPaid(looking),
    );
  }

  @Serves(route.quote)
  async quote({ body }: In<typeof route.quote>, call: Call): Promise<Out<typeof route.quote> | Refusal> {
    const wanted = mergeLines(body.items);
    if (isRefusal(wanted)) return wanted;
    const rows = await productsOf(
      call.db.read,
      call.merchantId,
      wanted.map((line) => line.sku),
    );
    const bySku = new Map(rows.map((row) => [row.sku, row]));
    const priced = wanted.map((line) => ({
      ...line,
      row: bySku.get(line.sku),
      price: minor(bySku.get(line.sku)?.price ?? 0),
    }));
    const discountOf = await this.own.stories.couponDiscount(call.db, call.merchantId, body.coupon ?? null, call.now);
    if (isRefusal(discountOf)) return discountOf;
    const goods = priceCart(priced, minor(0)).goods;
    const price = priceCart(priced, discountOf(goods));
    const money = (amount: Money) => formatMoney(amount, call.merchant.currency);
    const lines = priced.map(({ sku, quantity, row, price: each }) => ({
      sku,
      name: row?.name ?? sku,
      image: row ? firstPicture(row.pictures) : null,
      quantity,
      price: money(each),
      amount: money(minor(each * quantity)),
      problem: problemOf(row, quantity, call.lang),
    }));
    return {
      currency: call.merchant.currency,
      lines,
      goods: money(price.goods),
      discount: money(price.discount),
      shipping: money(minor(0)),
      total: money(price.total),
      canBuy: lines.every((line) => line.problem === null),
      recommendedBy: await this.own.stories.recommendedBy(lookingOf(call), body.coupon ?? null),
    };
  }
}

function bound(
  text: string | undefined,
  currency: string,
  pointer: string,
): number | undefined | Refusal<'invalid-request'> {
  if (text === undefined) return undefined;
  const parsed = parseMoney(text, currency);
  return isRefusal(parsed)
    ? refuse('invalid-request', undefined, [{ pointer, code: 'invalid-amount' }])
    : (parsed as number);
}

function problemOf(row: ProductRow | undefined, quantity: number, lang: Call['lang']): string | null {
  if (!row?.isOnShelf) return lang === 'zh' ? '商品已下架' : 'Off the shelf';
  if (row.stock <= 0) return lang === 'zh' ? '已售罄' : 'Sold out';
  if (row.stock < quantity) return lang === 'zh' ? `只剩 ${row.stock} 件` : `Only ${row.stock} left`;
  return null;
}
