import { add, type Instant, type Money, subtract, sum, times } from '@fenrun/kernel';
import { findAmong, insert, type Tx } from '../../../foundation/db';
import { publish } from '../../../foundation/events';
import { newId } from '../../../foundation/ids';
import { fingerprint, saleFacts } from '../domain/fingerprint';
import type { Recording, SaleInput } from '../domain/sale-input';
import { SALE_RECORDED, TIMELINE } from '../events';
import { differingFields } from '../queries/differing-fields';
import { type SaleRow, saleTable } from '../store/sale.row';
import { type SaleLineRow, saleLineTable } from '../store/sale-line.row';
import { findCustomers } from './find-customers';
import { handOver } from './hand-over';

/**
 * Records paid orders of a merchant, in order, with multi-row statements, and publishes each new one to the timeline.
 * Every door of the product (webhook, shop, manual sale, import) enters here. Safe to repeat: an order is known by its outside id.
 */
export async function recordSales(
  tx: Tx,
  merchantId: string,
  sales: readonly SaleInput[],
  now: Instant,
): Promise<Recording[]> {
  const keys = [...new Set(sales.map((sale) => sale.outsideId))];
  const rows = await findAmong(tx, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', keys);
  const known = new Map<string, { id: string; fingerprint: string; row?: SaleRow; input?: SaleInput }>();
  for (const row of rows) known.set(row.outsideId, { id: row.id, fingerprint: row.fingerprint, row });
  const results: Recording[] = [];
  const fresh: { id: string; sale: SaleInput; print: string }[] = [];
  for (const sale of sales) {
    const print = fingerprint(saleFacts(sale));
    const before = known.get(sale.outsideId);
    if (!before) {
      const id = newId(now);
      known.set(sale.outsideId, { id, fingerprint: print, input: sale });
      fresh.push({ id, sale, print });
      results.push({ result: 'recorded', id });
    } else if (before.fingerprint === print) {
      results.push({ result: 'repeated', id: before.id });
    } else {
      results.push({ result: 'different', id: before.id, fields: await differingFields(tx, merchantId, sale, before) });
    }
  }
  await insertSales(tx, merchantId, fresh, now);
  return results;
}

async function insertSales(
  tx: Tx,
  merchantId: string,
  fresh: readonly { id: string; sale: SaleInput; print: string }[],
  now: Instant,
): Promise<void> {
  if (fresh.length === 0) return;
  const customers = await findCustomers(
    tx,
    merchantId,
    fresh.map(({ sale }) => sale.customer),
    now,
  );
  const sales = fresh.map(({ id, sale, print }, index) =>
    saleRow(merchantId, id, sale, customers[index] ?? null, print, now),
  );
  const lines = fresh.map(({ id, sale }) => lineRows(merchantId, id, sale));
  await insert(tx, saleTable, sales);
  await insert(tx, saleLineTable, lines.flat());
  await publish(
    tx,
    merchantId,
    now,
    fresh.map(({ id }) => ({ lane: TIMELINE, topic: SALE_RECORDED, subjectId: id })),
  );
  handOver(sales.map((row, index) => ({ row, lines: lines[index] ?? [] })));
}

function saleRow(
  merchantId: string,
  id: string,
  sale: SaleInput,
  customerId: string | null,
  print: string,
  now: Instant,
): SaleRow {
  return {
    merchantId,
    id,
    outsideId: sale.outsideId,
    source: sale.source,
    type: sale.type,
    paidAt: sale.paidAt,
    recordedAt: now,
    customerId,
    country: sale.country,
    promoterCode: sale.promoterCode,
    subscription: sale.subscription,
    sequence: sale.sequence,
    campaign: sale.campaign,
    subId: sale.subId,
    coupons: [...sale.coupons],
    discount: sale.discount,
    shipping: sale.shipping,
    amount: orderAmount(sale),
    tax: sum(sale.lines.map((line) => line.tax)),
    manualCommission: sale.manualCommission,
    device: sale.device,
    ip: sale.ip,
    metadata: sale.metadata ?? null,
    fingerprint: print,
    completedAt: null,
    completedBy: null,
  };
}

/** Σ price × quantity − all discounts over all lines, without added tax and shipping. */
function orderAmount(sale: SaleInput): Money {
  const gross = sum(sale.lines.map((line) => times(line.price, line.quantity)));
  const discounts = sum(sale.lines.map((line) => line.discount));
  return subtract(gross, add(discounts, sale.discount));
}

function lineRows(merchantId: string, saleId: string, sale: SaleInput): SaleLineRow[] {
  return sale.lines.map((line, lineNo) => ({
    merchantId,
    saleId,
    lineNo,
    sku: line.sku,
    name: line.name,
    category: line.category,
    quantity: line.quantity,
    price: line.price,
    discount: line.discount,
    tax: line.tax,
  }));
}
