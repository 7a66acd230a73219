import type { In, SaleData } from '@fenrun/contracts';
import type { Sale } from '@fenrun/engine';
import {
  type FieldError,
  FOREVER,
  formatInstant,
  formatMoney,
  isRefusal,
  minor,
  type Refusal,
  refuse,
} from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { promotersByCode } from '../../modules/promoters';
import { readSale, type SaleInput } from '../../modules/sales';
import { type ProductRow, productsOf } from '../../modules/storefront';
import type { TriedOrder } from './try-order';

type OrderForm = In<'trials.order'>['body']['order'];

/** A tried order, with the products of the catalogue that it sells. */
export interface ReadTriedOrder extends TriedOrder {
  readonly input: SaleInput;
  readonly products: ReadonlyMap<string, ProductRow>;
}

/**
 * Reads a hypothetical order: what is absent of a line comes from the catalogue. Refused with pointers below `/order`. Its time may
 * lie ahead, because rules that have not begun are tried too. `campaigns` are the codes that it may name, drafted ones among them.
 */
export async function readTriedOrder(
  { db, merchantId, merchant, now }: Pick<Call, 'db' | 'merchantId' | 'merchant' | 'now'>,
  campaigns: ReadonlySet<string>,
  form: OrderForm,
): Promise<ReadTriedOrder | Refusal> {
  const [promoter] = form.promoter === null ? [] : await promotersByCode(db.read, merchantId, [form.promoter]);
  const goods = await productsOf(
    db.read,
    merchantId,
    form.lines.map(({ sku }) => sku),
  );
  const products = new Map(goods.map((product) => [product.sku, product]));
  const errors = errorsOf(form, campaigns, products);
  if (form.promoter !== null && !promoter) errors.push({ pointer: '/order/promoter', code: 'unknown-promoter' });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const { currency, region } = merchant;
  const frame = { currency, region, source: 'manual' as const, now: FOREVER };
  const input = readSale(saleData(form, products, currency, formatInstant(now)), frame, '/order');
  if (isRefusal(input)) return input;
  return { input, products, promoter: promoter ?? null, buyerIsPromoter: form.self, sale: toSale(input, form) };
}

function errorsOf(
  form: OrderForm,
  campaigns: ReadonlySet<string>,
  products: ReadonlyMap<string, ProductRow>,
): FieldError[] {
  return [
    ...form.lines.flatMap(({ sku, price }, index) =>
      price === undefined && !products.has(sku) ? [{ pointer: `/order/lines/${index}/price`, code: 'required' }] : [],
    ),
    ...(form.campaign !== null && !campaigns.has(form.campaign)
      ? [{ pointer: '/order/campaign', code: 'unknown-value' }]
      : []),
    ...(form.sequence !== null && form.type !== 'recurring'
      ? [{ pointer: '/order/sequence', code: 'only-recurring' }]
      : []),
    ...(form.commission !== null && form.type !== 'manual'
      ? [{ pointer: '/order/commission', code: 'only-manual' }]
      : []),
    ...(form.self && form.promoter === null ? [{ pointer: '/order/promoter', code: 'required' }] : []),
  ];
}

/** The order as a shop would tell it. */
function saleData(form: OrderForm, products: ReadonlyMap<string, ProductRow>, currency: string, now: string): SaleData {
  return {
    id: 'trial',
    type: form.type,
    paidAt: form.paidAt ?? now,
    sequence: form.sequence ?? undefined,
    country: form.country ?? undefined,
    coupons: form.coupons,
    campaign: form.campaign ?? undefined,
    subId: form.subId ?? undefined,
    discount: form.discount,
    shipping: form.shipping,
    commission: form.commission ?? undefined,
    lines: form.lines.map(({ sku, quantity, price, category, discount, tax }) => {
      const product = products.get(sku);
      const own = category === undefined ? (product?.category ?? null) : category;
      return {
        sku,
        name: product?.name,
        category: own ?? undefined,
        quantity,
        price: price ?? formatMoney(minor(product?.price ?? 0), currency),
        discount,
        tax,
      };
    }),
  } as SaleData;
}

function toSale(input: SaleInput, { customer }: OrderForm): Sale {
  return {
    type: input.type,
    sequence: input.sequence,
    paidAt: input.paidAt,
    lines: input.lines,
    discount: input.discount,
    shipping: input.shipping,
    coupons: input.coupons,
    country: input.country,
    subId: input.subId,
    campaign: input.campaign,
    newness: customer ?? 'none',
    manualAmount: input.manualCommission,
  };
}
