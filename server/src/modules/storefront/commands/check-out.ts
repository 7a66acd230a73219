import { type Instant, isRefusal, type Money, minor, type Refusal, refuse } from '@fenrun/kernel';
import { findAmong, insert, type Tx } from '../../../foundation/db';
import { mergeLines, PAYABLE_MINUTES, priceCart, type WantedLine } from '../domain/checkout';
import { orderNumber } from '../domain/order-number';
import { type PaymentRow, paymentTable } from '../store/payment.row';
import { type ProductRow, productTable } from '../store/product.row';
import { type DeliveryAddress, type ShopOrderRow, shopOrderTable } from '../store/shop-order.row';
import { type ShopOrderLineRow, shopOrderLineTable } from '../store/shop-order-line.row';
import { holdStock } from './hold-stock';

export interface CheckOut {
  readonly merchantId: string;
  readonly timezone: string;
  readonly currency: string;
  readonly memberId: string;
  readonly openid: string;
  readonly lines: readonly WantedLine[];
  readonly coupons: readonly string[];
  /** What the coupons take off these goods, decided by who keeps coupons. */
  readonly discountOf: (goods: Money) => Money;
  /** The total that the buyer saw; another one is refused, so that nobody pays what he did not see. */
  readonly expectedTotal?: Money | undefined;
  readonly address: DeliveryAddress | null;
  readonly remark: string | null;
  readonly ip: string | null;
}

export type CheckOutRefusal = Refusal<'invalid-request' | 'off-shelf' | 'out-of-stock' | 'price-changed'>;

export interface PlacedOrder {
  readonly order: ShopOrderRow;
  readonly lines: readonly ShopOrderLineRow[];
  readonly payment: PaymentRow;
}

/** Places an order: the stock is reserved until it is paid or closed, names and prices are those of this moment. */
export async function checkOut(tx: Tx, input: CheckOut, now: Instant): Promise<PlacedOrder | CheckOutRefusal> {
  const wanted = mergeLines(input.lines);
  if (isRefusal(wanted)) return wanted;
  const products = await productsOf(tx, input.merchantId, wanted);
  if (isRefusal(products)) return products;
  const priced = wanted.map((line, index) => ({ ...line, price: minor((products[index] as ProductRow).price) }));
  const goods = priceCart(priced, minor(0)).goods;
  const price = priceCart(priced, input.discountOf(goods));
  if (input.expectedTotal !== undefined && input.expectedTotal !== price.total)
    return refuse('price-changed', { total: price.total });
  const missing = await holdStock(tx, input.merchantId, wanted);
  if (missing) return refuse('out-of-stock', { sku: missing });
  const order = orderRow(input, price, now);
  const lines = products.map((product, index) =>
    lineRow(order, product, index, wanted[index] as WantedLine, price.shares[index] as Money),
  );
  const payment = paymentRow(order, lines, now);
  await insert(tx, shopOrderTable, [order]);
  await insert(tx, shopOrderLineTable, lines);
  await insert(tx, paymentTable, [payment]);
  return { order, lines, payment };
}

async function productsOf(
  tx: Tx,
  merchantId: string,
  wanted: readonly WantedLine[],
): Promise<ProductRow[] | Refusal<'off-shelf'>> {
  const skus = wanted.map((line) => line.sku);
  const rows = await findAmong(tx, productTable, 'merchant_id = ? AND is_on_shelf = 1', [merchantId], 'sku', skus);
  const bySku = new Map(rows.map((row) => [row.sku, row]));
  const absent = skus.find((sku) => !bySku.has(sku));
  if (absent !== undefined) return refuse('off-shelf', { sku: absent });
  return skus.map((sku) => bySku.get(sku) as ProductRow);
}

function orderRow(input: CheckOut, price: { goods: Money; discount: Money; total: Money }, now: Instant): ShopOrderRow {
  const { merchantId, memberId, openid, currency, coupons, address, remark, ip } = input;
  return {
    merchantId,
    number: orderNumber(now, input.timezone),
    memberId,
    openid,
    status: 'awaiting_payment',
    currency,
    ...price,
    shipping: 0,
    coupons: [...coupons],
    address,
    remark,
    ip,
    createdAt: now,
    expiresAt: now + PAYABLE_MINUTES * 60_000,
    paidAt: null,
    shippedAt: null,
    receivedAt: null,
    closedAt: null,
    transactionId: null,
    isSale: false,
    refundClaimed: 0,
    refunded: 0,
  };
}

function lineRow(
  order: ShopOrderRow,
  product: ProductRow,
  lineNo: number,
  { quantity }: WantedLine,
  discount: Money,
): ShopOrderLineRow {
  const { merchantId } = order;
  const { sku, name, specification, category, price } = product;
  const picture = product.pictures[0] ?? null;
  return {
    merchantId,
    orderNumber: order.number,
    lineNo,
    sku,
    name,
    specification,
    category,
    picture,
    quantity,
    price,
    discount,
    claimedPieces: 0,
    claimedAmount: 0,
  };
}

/** WeChat shows the description to the buyer, at most 127 characters; it is kept because every retry must repeat it. */
function paymentRow(order: ShopOrderRow, lines: readonly ShopOrderLineRow[], now: Instant): PaymentRow {
  const first = lines[0] as ShopOrderLineRow;
  const others = lines.length > 1 ? ` 等${lines.length}件商品` : '';
  return {
    merchantId: order.merchantId,
    outTradeNo: order.number,
    orderNumber: order.number,
    openid: order.openid,
    amount: order.total,
    description: [...first.name].slice(0, 100).join('') + others,
    expiresAt: order.expiresAt,
    state: 'open',
    askedAt: null,
    prepayId: null,
    prepayExpiresAt: null,
    transactionId: null,
    queries: 0,
    dueAt: order.expiresAt,
    problem: null,
    createdAt: now,
  };
}
