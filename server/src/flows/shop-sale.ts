import { type Instant, minor } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { memberById } from '../modules/identity';
import { type RefundAsk, recordReceipts, recordRefunds, recordSales, type SaleInput } from '../modules/sales';
import type { PayRefundRow, ShopOrderLineRow, ShopOrderRow } from '../modules/storefront';

/** Tells the sales of a paid shop order, in the transaction that marked it as paid. */
export async function tellSale(
  tx: Tx,
  order: ShopOrderRow,
  lines: readonly ShopOrderLineRow[],
  region: string,
  now: Instant,
): Promise<void> {
  const buyer = await memberById(tx, order.merchantId, order.memberId);
  await recordSales(tx, order.merchantId, [saleOf(order, lines, region, buyer?.phone ?? null)], now);
}

function saleOf(
  order: ShopOrderRow,
  lines: readonly ShopOrderLineRow[],
  region: string,
  phone: string | null,
): SaleInput {
  const { address } = order;
  return {
    outsideId: order.number,
    source: 'shop',
    type: 'one_time',
    paidAt: order.paidAt as Instant,
    // Openid and verified phone say who bought. The phone of a parcel is not verified, so it finds nobody.
    customer: {
      outsideId: null,
      phone,
      openid: order.openid,
      name: address?.name ?? null,
      email: null,
      address: address ? `${address.region} ${address.detail}` : null,
    },
    country: region,
    promoterCode: null,
    subscription: null,
    sequence: null,
    campaign: null,
    subId: null,
    coupons: order.coupons,
    discount: minor(order.discount),
    shipping: minor(order.shipping),
    manualCommission: null,
    device: null,
    ip: order.ip,
    metadata: null,
    lines: lines.map((line) => ({
      sku: line.sku,
      name: line.name,
      category: line.category,
      quantity: line.quantity,
      price: minor(line.price),
      discount: minor(0),
      tax: minor(0),
    })),
  };
}

/** Tells the sales of a refund that WeChat has paid back, in the transaction that marked it. */
export async function tellRefund(tx: Tx, refund: PayRefundRow, now: Instant): Promise<void> {
  const told = {
    outsideId: refund.saleRefundId,
    saleOutsideId: refund.orderNumber,
    source: 'shop' as const,
    refundedAt: refund.succeededAt ?? now,
    ask: askOf(refund),
  };
  await recordRefunds(tx, refund.merchantId, [told], now);
}

function askOf({ kind, refundedLines }: PayRefundRow): RefundAsk {
  if (kind === 'rest') return { kind };
  if (kind === 'pieces') return { kind, lines: refundedLines.map(({ sku, pieces }) => ({ sku, quantity: pieces })) };
  return { kind, amounts: refundedLines.map(({ sku, amount }) => ({ sku, amount })) };
}

/** Tells the sales that a shop order was received. */
export async function tellReceipt(tx: Tx, order: ShopOrderRow, receivedAt: Instant, now: Instant): Promise<void> {
  await recordReceipts(tx, order.merchantId, [{ saleOutsideId: order.number, receivedAt, told: 'receipt' }], now);
}
