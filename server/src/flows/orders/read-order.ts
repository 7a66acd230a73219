import type { Out } from '@fenrun/contracts';
import { formatInstant, type Refusal, refuse } from '@fenrun/kernel';
import { find } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import {
  attributionEvidence,
  attributionText,
  campaignName,
  commissionsOfSales,
  type Evidence,
  imageOf,
  instantText,
  nothingText,
  type Reading,
  readingOf,
  refundedValue,
  type SettledSale,
  saleByOutsideId,
} from '../../modules/commission';
import { actorNames } from '../../modules/identity';
import { promotersById } from '../../modules/promoters';
import { refundTable } from '../../modules/sales';
import { carrierName, type ProductRow, type WholeOrder } from '../../modules/storefront';
import { type GatheredOrders, gatherOrders } from './gather-orders';
import { completionOf } from './order-frame';
import { refundViews } from './order-refunds';
import { orderRowView } from './order-row-view';

type Detail = Out<'sales.read'>;

/** One order as the staff read it, by the merchant’s own id. */
export async function readOrder(call: Call, outsideId: string): Promise<Detail | Refusal<'unknown-order'>> {
  const { db, merchantId } = call;
  const sale = await saleByOutsideId(db.read, merchantId, outsideId);
  if (!sale) return refuse('unknown-order');
  const [all, reading] = await Promise.all([gatherOrders(db.read, merchantId, [sale.id]), readingOf(call)]);
  const order = all.orders[0] as SettledSale;
  const [evidence, refunds, commissions] = await Promise.all([
    attributionEvidence(db.read, merchantId, [order]),
    find(db.read, refundTable, 'merchant_id = ? AND sale_outside_id = ?', [merchantId, outsideId], 'ORDER BY id'),
    commissionViews(call, order, reading),
  ]);
  const own = evidence.get(sale.id) as Evidence;
  const names = await actorNames(db.read, merchantId, [own.assignment?.madeBy ?? null]);
  const shop = all.shop.get(outsideId);
  const text = attributionText(order, own, reading, (id) => (id === null ? null : (names.get(id) ?? null)));
  return {
    ...orderRowView(order, all, reading),
    ...factsOf(order, reading),
    lines: lineViews(order, all.products, reading),
    attribution: attributionView(order, all, own, nothingBehind(order, text, reading)),
    refunds: refundViews(order, refunds, shop?.refunds ?? [], reading),
    ...shopView(shop),
    commissions,
    can: canDo(order, shop, reading),
    settled: order.settlement !== undefined,
  };
}

function factsOf({ sale, settlement }: SettledSale, reading: Reading) {
  const { completedAt, autoCompletesAt } = completionOf(sale, reading);
  const campaign = settlement?.campaign ?? sale.campaign;
  return {
    recordedAt: formatInstant(sale.recordedAt),
    completedAt: instantText(completedAt),
    autoCompletesAt: instantText(autoCompletesAt),
    country: sale.country,
    coupons: sale.coupons,
    campaign,
    campaignName: campaign === null ? null : campaignName(reading.book, campaign, reading.lang),
    subId: sale.subId,
    subscription: sale.subscription,
    sequence: sale.sequence,
    discount: reading.money(sale.discount),
    shipping: reading.money(sale.shipping),
  };
}

function lineViews(
  { sale, lines, settlement }: SettledSale,
  products: ReadonlyMap<string, ProductRow>,
  reading: Reading,
): Detail['lines'] {
  const addsTax = !reading.settingsAt(sale.paidAt).base.pricesIncludeTax;
  const refunds = settlement?.refunds ?? null;
  const value = refunds ? refundedValue({ ...sale, lines }, refunds, addsTax) : null;
  return lines.map((line, index) => ({
    index,
    sku: line.sku,
    name: line.name ?? products.get(line.sku)?.name ?? null,
    category: line.category,
    image: imageOf(line.sku, products),
    quantity: line.quantity,
    price: reading.money(line.price),
    discount: reading.money(line.discount),
    tax: reading.money(line.tax),
    base: settlement ? reading.money(settlement.lineBases[index] ?? 0) : null,
    refundedQuantity: value?.lines[index]?.pieces ?? 0,
    refundedAmount: reading.money(value?.lines[index]?.amount ?? 0),
  }));
}

/** By what somebody got the sale, and why it earned nothing where that is so. */
function nothingBehind({ settlement }: SettledSale, text: string, { lang }: Reading): string {
  const reason = settlement?.nothingReason ?? null;
  if (reason === null || reason === 'no-promoter') return text;
  return lang === 'zh' ? `${text}；${nothingText(reason, lang)}` : `${text}. ${nothingText(reason, lang)}`;
}

function attributionView(
  { settlement }: SettledSale,
  { promoters }: GatheredOrders,
  { touch }: Evidence,
  text: string,
): Detail['attribution'] {
  const promoter = promoters.get(settlement?.promoterId ?? '');
  return {
    promoter: promoter?.code ?? null,
    promoterName: promoter?.name ?? null,
    by: settlement?.attributedBy ?? 'none',
    text,
    touchedAt: instantText(touch?.at ?? null),
  };
}

async function commissionViews(
  { db, merchantId }: Call,
  { sale }: SettledSale,
  reading: Reading,
): Promise<Detail['commissions']> {
  const rows = await commissionsOfSales(db.read, merchantId, [sale.id]);
  const payees = await promotersById(db.read, merchantId, [...new Set(rows.map(({ payeeId }) => payeeId))]);
  const byId = new Map(payees.map((row) => [row.id, row]));
  return rows.flatMap(({ id, payeeId, kind, amount, net, status }) => {
    const payee = byId.get(payeeId);
    if (!payee) return [];
    const promoter = { code: payee.code, name: payee.name, avatar: payee.avatar };
    return [{ id, promoter, kind, amount: reading.money(amount), net: reading.money(net), status }];
  });
}

function shopView(whole: WholeOrder | undefined): Pick<Detail, 'shipment' | 'address' | 'payment' | 'remark'> {
  if (!whole) return { shipment: null, address: null, payment: null, remark: null };
  const { order, shipment } = whole;
  return {
    shipment: shipment && {
      carrier: shipment.carrier,
      carrierName: carrierName(shipment.carrier),
      trackingNumber: shipment.trackingNumber,
      shippedAt: formatInstant(shipment.shippedAt),
      reported: shipment.reported,
      problem: shipment.problem,
    },
    address: order.address,
    payment: { channel: 'wechat', transactionId: order.transactionId },
    remark: order.remark,
  };
}

function canDo(order: SettledSale, shop: WholeOrder | undefined, reading: Reading): Detail['can'] {
  const { sale, settlement } = order;
  const isCompleted = completionOf(sale, reading).completedAt !== null;
  const isLeft = shop ? shop.order.refundClaimed < shop.order.total : settlement?.isRefundedWhole !== true;
  return {
    complete: !isCompleted && isLeft && (shop === undefined || shop.shipment !== null),
    refund: isLeft,
    ship: shop?.order.status === 'paid' && isLeft,
    assign: settlement !== undefined && settlement.promoterId === null,
  };
}
