import { foldCoupon } from '@fenrun/engine';
import { findAmong, type Reader } from '../../../foundation/db';
import type { ClaimAsk, ClaimFacts } from '../domain/claim';
import { type BindingRow, bindingTable } from '../store/binding.row';
import { couponTable } from '../store/coupon.row';
import { type TouchRow, touchTable } from '../store/touch.row';

export type ReadClaimFacts = Pick<ClaimFacts, 'couponOwners' | 'bindings' | 'touches'>;

/** Reads for a batch of sales what the shop knows about who brought them: one query a kind, none where nothing asks for it. */
export async function readClaimFacts(
  db: Reader,
  merchantId: string,
  asks: readonly ClaimAsk[],
): Promise<ReadClaimFacts> {
  const customers = distinct(asks.map((ask) => ask.customerId));
  return {
    couponOwners: await couponOwners(db, merchantId, distinct(asks.flatMap((ask) => ask.coupons.map(foldCoupon)))),
    bindings: groupByCustomer<BindingRow>(
      await findAmong(db, bindingTable, 'merchant_id = ?', [merchantId], 'customerId', customers),
      (row) => row.fromAt,
    ),
    touches: groupByCustomer<TouchRow>(
      await findAmong(db, touchTable, 'merchant_id = ? AND is_effective = 1', [merchantId], 'customerId', customers),
      (row) => row.at,
    ),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value): value is string => value !== null);
}

async function couponOwners(db: Reader, merchantId: string, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await findAmong(db, couponTable, 'merchant_id = ?', [merchantId], 'foldedCode', codes);
  return new Map(rows.flatMap((row) => (row.ownerId ? [[row.foldedCode, row.ownerId] as const] : [])));
}

function groupByCustomer<T extends { customerId: string; id: string }>(
  rows: readonly T[],
  at: (row: T) => number,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  const sorted = [...rows].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
  for (const row of sorted) {
    const list = groups.get(row.customerId);
    if (list) list.push(row);
    else groups.set(row.customerId, [row]);
  }
  return groups;
}
