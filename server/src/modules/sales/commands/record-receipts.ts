import type { Instant } from '@fenrun/kernel';
import { findAmong, insert, type Tx } from '../../../foundation/db';
import { publish } from '../../../foundation/events';
import type { ReceiptInput, Recording } from '../domain/sale-input';
import { RECEIPT_RECORDED, TIMELINE } from '../events';
import { type ReceiptRow, receiptTable } from '../store/receipt.row';
import { saleTable } from '../store/sale.row';

/** Records that orders were received. The first word on an order counts; one whose order is not known yet waits for it. */
export async function recordReceipts(
  tx: Tx,
  merchantId: string,
  receipts: readonly ReceiptInput[],
  now: Instant,
): Promise<Recording[]> {
  const keys = [...new Set(receipts.map((receipt) => receipt.saleOutsideId))];
  const told = await findAmong(tx, receiptTable, 'merchant_id = ?', [merchantId], 'saleOutsideId', keys);
  const known = new Set(told.map((row) => row.saleOutsideId));
  const sales = await findAmong(tx, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', keys);
  const saleIds = new Map(sales.map((row) => [row.outsideId, row.id]));
  const fresh: ReceiptRow[] = [];
  const results = receipts.map(({ saleOutsideId, receivedAt, told: by }): Recording => {
    const isKnownSale = saleIds.has(saleOutsideId);
    const id = saleIds.get(saleOutsideId) ?? saleOutsideId;
    if (known.has(saleOutsideId)) return { result: isKnownSale ? 'repeated' : 'waiting', id };
    known.add(saleOutsideId);
    fresh.push({ merchantId, saleOutsideId, receivedAt, recordedAt: now, told: by });
    return { result: isKnownSale ? 'recorded' : 'waiting', id };
  });
  await insert(tx, receiptTable, fresh);
  const ready = fresh.filter((row) => saleIds.has(row.saleOutsideId));
  const happenings = ready.map((row) => ({
    lane: TIMELINE,
    topic: RECEIPT_RECORDED,
    subjectId: row.saleOutsideId,
  }));
  await publish(tx, merchantId, now, happenings);
  return results;
}
