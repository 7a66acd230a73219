import { findAmong, type Reader } from '../../../foundation/db';
import { type PromoterRow, promotersById } from '../../promoters';
import { type SaleLineRow, type SaleRow, saleLineTable, saleTable } from '../../sales';
import { type ProductRow, productsOf } from '../../storefront';
import type { CommissionRow } from '../store/commission.row';
import { type CommissionLineRow, commissionLineTable } from '../store/commission-line.row';
import { type SettlementRow, settlementTable } from '../store/settlement.row';

/** A sale with its lines in order and how it was settled. */
export interface SettledSale {
  readonly sale: SaleRow;
  readonly lines: readonly SaleLineRow[];
  /** Undefined while it is not settled. */
  readonly settlement: SettlementRow | undefined;
}

/** A commission with all that a row says about it. */
export interface WholeCommission extends SettledSale {
  readonly row: CommissionRow;
  /** One per order line, in order. */
  readonly parts: readonly CommissionLineRow[];
  readonly payee: PromoterRow;
  readonly settlement: SettlementRow;
}

export interface GatheredSales {
  readonly sales: ReadonlyMap<string, SettledSale>;
  readonly products: ReadonlyMap<string, ProductRow>;
}

/** Sales with lines, settlements and the products of the catalogue that they sold: one query a kind. */
export async function gatherSales(db: Reader, merchantId: string, saleIds: readonly string[]): Promise<GatheredSales> {
  const ids = [...new Set(saleIds)];
  const where = 'merchant_id = ?';
  const [sales, lines, settlements] = await Promise.all([
    findAmong(db, saleTable, where, [merchantId], 'id', ids),
    findAmong(db, saleLineTable, where, [merchantId], 'saleId', ids),
    findAmong(db, settlementTable, where, [merchantId], 'saleId', ids),
  ]);
  lines.sort((a, b) => a.lineNo - b.lineNo);
  const linesOf = groupBy(lines, (line) => line.saleId);
  const settlementOf = new Map(settlements.map((row) => [row.saleId, row]));
  const products = await productsOf(
    db,
    merchantId,
    lines.map((line) => line.sku),
  );
  return {
    sales: new Map(
      sales.map((sale) => [
        sale.id,
        { sale, lines: linesOf.get(sale.id) ?? [], settlement: settlementOf.get(sale.id) },
      ]),
    ),
    products: new Map(products.map((product) => [product.sku, product])),
  };
}

function groupBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const list = groups.get(key(row));
    if (list) list.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export interface GatheredCommissions {
  /** In the order that was asked for. */
  readonly commissions: readonly WholeCommission[];
  readonly products: ReadonlyMap<string, ProductRow>;
}

/** Commissions with everything that rows say about them; nothing is read per row. */
export async function gatherCommissions(
  db: Reader,
  merchantId: string,
  rows: readonly CommissionRow[],
): Promise<GatheredCommissions> {
  const ids = rows.map((row) => row.id);
  const [{ sales, products }, parts, payees] = await Promise.all([
    gatherSales(
      db,
      merchantId,
      rows.map((row) => row.saleId),
    ),
    findAmong(db, commissionLineTable, 'merchant_id = ?', [merchantId], 'commissionId', ids),
    promotersById(db, merchantId, [...new Set(rows.map((row) => row.payeeId))]),
  ]);
  parts.sort((a, b) => a.lineNo - b.lineNo);
  const partsOf = groupBy(parts, (part) => part.commissionId);
  const payeeOf = new Map(payees.map((payee) => [payee.id, payee]));
  const commissions = rows.flatMap((row): WholeCommission[] => {
    const settled = sales.get(row.saleId);
    const payee = payeeOf.get(row.payeeId);
    if (!settled?.settlement || !payee) return [];
    return [{ ...settled, settlement: settled.settlement, row, parts: partsOf.get(row.id) ?? [], payee }];
  });
  return { commissions, products };
}
