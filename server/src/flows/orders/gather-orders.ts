import { findAmong, marks, type Reader } from '../../foundation/db';
import { type GatheredSales, gatherSales, type SettledSale } from '../../modules/commission';
import { type PromoterRow, promotersById } from '../../modules/promoters';
import { type CustomerRow, customerTable } from '../../modules/sales';
import { type ProductRow, type WholeOrder, wholeOrders } from '../../modules/storefront';
import { distinct } from '../timeline/load-sales';

/** Orders with everything that rows say about them. */
export interface GatheredOrders {
  /** In the order that was asked for. */
  readonly orders: readonly SettledSale[];
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly promoters: ReadonlyMap<string, PromoterRow>;
  readonly customers: ReadonlyMap<string, CustomerRow>;
  /** Net of all payees by sale, in minor units; what was rejected costs nothing. */
  readonly commissions: ReadonlyMap<string, number>;
  /** Orders of the mini-program, by number. */
  readonly shop: ReadonlyMap<string, WholeOrder>;
  /** Whether the merchant keeps a catalogue, so that a SKU can be unknown. */
  readonly hasCatalogue: boolean;
}

/** Gathers orders by our ids: one query a kind, whatever their number. */
export async function gatherOrders(db: Reader, merchantId: string, ids: readonly string[]): Promise<GatheredOrders> {
  const { sales, products }: GatheredSales = await gatherSales(db, merchantId, ids);
  const orders = ids.flatMap((id) => sales.get(id) ?? []);
  const where = 'merchant_id = ?';
  const [promoters, customers, commissions, shop, [anyProduct]] = await Promise.all([
    promotersById(db, merchantId, distinct(orders.map(({ settlement }) => settlement?.promoterId ?? null))),
    findAmong(db, customerTable, where, [merchantId], 'id', distinct(orders.map(({ sale }) => sale.customerId))),
    netOfSales(db, merchantId, ids),
    wholeOrders(
      db,
      merchantId,
      orders.filter(({ sale }) => sale.source === 'shop').map(({ sale }) => sale.outsideId),
    ),
    db.rows('SELECT 1 AS yes FROM product WHERE merchant_id = ? LIMIT 1', [merchantId]),
  ]);
  return {
    orders,
    products,
    promoters: new Map(promoters.map((row) => [row.id, row])),
    customers: new Map(customers.map((row) => [row.id, row])),
    commissions,
    shop: new Map(shop.map((whole) => [whole.order.number, whole])),
    hasCatalogue: anyProduct !== undefined,
  };
}

async function netOfSales(db: Reader, merchantId: string, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const sql = `SELECT sale_id AS saleId, SUM(net) AS net FROM commission
    WHERE merchant_id = ? AND sale_id IN (${marks(ids.length)}) AND status <> 'rejected' GROUP BY sale_id`;
  const rows = await db.rows<{ saleId: string; net: number | string }>(sql, [merchantId, ...ids]);
  return new Map(rows.map(({ saleId, net }) => [saleId, Number(net)]));
}
