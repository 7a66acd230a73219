import type { Out } from '@fenrun/contracts';
import { formatInstant } from '@fenrun/kernel';
import {
  imageOf,
  maskedName,
  paidTotal,
  piecesOf,
  type Reading,
  type SettledSale,
  titleOf,
} from '../../modules/commission';
import { maskPhone } from '../../modules/promoters';
import type { CustomerRow, SaleSource } from '../../modules/sales';
import type { GatheredOrders } from './gather-orders';
import { completionOf } from './order-frame';

type RowView = Out<'sales.list'>['data'][number];

/** An order in the lists of the staff. */
export function orderRowView(order: SettledSale, all: GatheredOrders, reading: Reading): RowView {
  const { sale, settlement } = order;
  const promoter = all.promoters.get(settlement?.promoterId ?? '');
  const customer = all.customers.get(sale.customerId ?? '');
  return {
    id: sale.outsideId,
    paidAt: formatInstant(sale.paidAt),
    type: sale.type,
    source: SOURCES[sale.source],
    state: stateOf(order, all, reading),
    refunded: refundedOf(order),
    customer: customer ? customerView(customer) : null,
    title: titleOf(order, all.products),
    pieces: piecesOf(order),
    image: imageOf(order.lines[0]?.sku, all.products),
    currency: reading.currency,
    total: reading.money(paidTotal(sale, reading)),
    refundedAmount: reading.money(settlement?.refunded ?? 0),
    promoter: promoter?.code ?? null,
    promoterName: promoter?.name ?? null,
    by: settlement?.attributedBy ?? 'none',
    commission: reading.money(all.commissions.get(sale.id) ?? 0),
    unresolved: unresolvedOf(order, all),
  };
}

/** Scenarios tell sales as a shop does. */
const SOURCES: Readonly<Record<SaleSource, RowView['source']>> = {
  webhook: 'webhook',
  shop: 'shop',
  manual: 'manual',
  import: 'import',
  scenario: 'webhook',
};

/** A customer as lists name him: enough to recognise. */
export function customerView({ id, outsideId, name, phone }: CustomerRow): NonNullable<RowView['customer']> {
  return { id, outsideId, name: maskedName(name), phone: phone === null ? null : maskPhone(phone) };
}

function stateOf({ sale }: SettledSale, { shop }: GatheredOrders, reading: Reading): RowView['state'] {
  if (completionOf(sale, reading).completedAt !== null) return 'completed';
  return shop.get(sale.outsideId)?.shipment ? 'shipped' : 'paid';
}

function refundedOf({ settlement }: SettledSale): RowView['refunded'] {
  if (!settlement?.refunds) return 'none';
  return settlement.isRefundedWhole ? 'wholly' : 'partly';
}

/** What the sale named and nobody knows. */
function unresolvedOf(
  { sale, settlement, lines }: SettledSale,
  { products, hasCatalogue }: GatheredOrders,
): RowView['unresolved'] {
  const noted = new Set((settlement?.unresolved ?? '').split(','));
  const found: RowView['unresolved'] = [];
  if (noted.has('promoter')) found.push({ what: 'promoter', value: sale.promoterCode ?? '' });
  if (noted.has('campaign')) found.push({ what: 'campaign', value: settlement?.campaign ?? '' });
  if (!hasCatalogue) return found;
  const unknown = new Set(lines.map(({ sku }) => sku).filter((sku) => !products.has(sku)));
  return [...found, ...[...unknown].slice(0, SKUS_NAMED).map((value) => ({ what: 'sku' as const, value }))];
}

/** Unknown SKUs that one order names at most. */
const SKUS_NAMED = 20;
