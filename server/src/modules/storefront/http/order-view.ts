import type { Lang, Out } from '@fenrun/contracts';
import { formatInstant, formatMoney, type Instant, minor } from '@fenrun/kernel';
import { carrierName } from '../domain/carriers';
import type { WholeOrder } from '../queries/orders';
import type { ShopOrderRow } from '../store/shop-order.row';
import { nextText } from './order-words';
import { pictureUrl } from './product-view';

type ShopOrder = Out<'storefront.shopOrder'>;
type ShopOrderLine = Out<'storefront.shopOrders'>['data'][number];

/** When the sale of an order was or will be completed. */
export interface Completion {
  readonly completedAt: Instant | null;
  readonly autoCompletesAt: Instant | null;
}

const NOT_YET: Completion = { completedAt: null, autoCompletesAt: null };

/** The state that a customer sees; a sale that completed by itself counts as received. */
export function stateOf(order: ShopOrderRow, completion: Completion = NOT_YET): ShopOrder['state'] {
  switch (order.status) {
    case 'awaiting_payment':
      return 'unpaid';
    case 'closed':
    case 'refunded':
      return order.status;
    case 'received':
      return 'completed';
    default:
      return completion.completedAt === null ? order.status : 'completed';
  }
}

/** An order in a member's list. */
export function shopOrderRowView({ order, lines }: WholeOrder, completion: Completion | undefined): ShopOrderLine {
  const pieces = lines.reduce((all, line) => all + line.quantity, 0);
  return {
    id: order.number,
    state: stateOf(order, completion),
    createdAt: formatInstant(order.createdAt),
    currency: order.currency,
    total: formatMoney(minor(order.total), order.currency),
    title: lines[0]?.name ?? order.number,
    pieces,
    images: lines.flatMap((line) => (line.picture ? [pictureUrl(line.picture)] : [])),
    payBefore: order.status === 'awaiting_payment' ? formatInstant(order.expiresAt) : null,
  };
}

const NO_ADDRESS = { name: '', phone: '', region: '', detail: '' };

/** A member's order, whole. `mchid` is the WeChat Pay number that took the payment. */
export function shopOrderView(
  whole: WholeOrder,
  completion: Completion | undefined,
  mchid: string | null,
  timezone: string,
  lang: Lang,
): ShopOrder {
  const { order, lines, shipment, refunds } = whole;
  const { completedAt, autoCompletesAt } = completion ?? NOT_YET;
  const money = (amount: number) => formatMoney(minor(amount), order.currency);
  const shown = (instant: Instant | null) => (instant === null ? null : formatInstant(instant));
  const state = stateOf(order, completion);
  const isRefundUnderWay = refunds.some((refund) => refund.state === 'sending' || refund.state === 'processing');
  const canConfirm = state === 'shipped' && order.transactionId !== null && mchid !== null;
  return {
    ...shopOrderRowView(whole, completion),
    lines: lines.map((line) => ({
      sku: line.sku,
      name: line.name,
      image: line.picture ? pictureUrl(line.picture) : null,
      quantity: line.quantity,
      price: money(line.price),
      amount: money(line.price * line.quantity),
      refundedQuantity: line.claimedPieces,
    })),
    goods: money(order.goods),
    discount: money(order.discount),
    shipping: money(order.shipping),
    refunded: money(order.refunded),
    address: order.address ?? NO_ADDRESS,
    remark: order.remark,
    paidAt: shown(order.paidAt),
    shipment: shipment
      ? {
          carrierName: carrierName(shipment.carrier),
          trackingNumber: shipment.trackingNumber,
          shippedAt: formatInstant(shipment.shippedAt),
        }
      : null,
    completedAt: shown(completedAt ?? order.receivedAt),
    autoCompletesAt: shown(autoCompletesAt),
    next: nextText({ state, expiresAt: order.expiresAt, autoCompletesAt, isRefundUnderWay, timezone }, lang),
    confirmView: canConfirm
      ? { merchantId: mchid, merchantTradeNo: order.number, transactionId: order.transactionId as string }
      : null,
  };
}
