import { findAmong, type Reader } from '../../../foundation/db';
import { type PromoterRow, promoterTable } from '../store/promoter.row';
import { type PromoterChangeRow, promoterChangeTable } from '../store/promoter-change.row';

/** Promoters by id. */
export function promotersById(db: Reader, merchantId: string, ids: readonly string[]): Promise<PromoterRow[]> {
  return findAmong(db, promoterTable, 'merchant_id = ?', [merchantId], 'id', ids);
}

/** Promoters by the merchant's code. */
export function promotersByCode(db: Reader, merchantId: string, codes: readonly string[]): Promise<PromoterRow[]> {
  return findAmong(db, promoterTable, 'merchant_id = ?', [merchantId], 'code', codes);
}

/** Promoters who are themselves one of these customers. */
export function promotersByCustomer(db: Reader, merchantId: string, ids: readonly string[]): Promise<PromoterRow[]> {
  return findAmong(db, promoterTable, 'merchant_id = ?', [merchantId], 'customerId', ids);
}

/** The changes of promoters' standing, by promoter, in order of making. */
export async function changesOf(
  db: Reader,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, PromoterChangeRow[]>> {
  const rows = await findAmong(db, promoterChangeTable, 'merchant_id = ?', [merchantId], 'promoterId', ids);
  const found = new Map<string, PromoterChangeRow[]>();
  for (const row of rows.sort((a, b) => a.fromAt - b.fromAt || (a.id < b.id ? -1 : 1))) {
    const list = found.get(row.promoterId);
    if (list) list.push(row);
    else found.set(row.promoterId, [row]);
  }
  return found;
}
