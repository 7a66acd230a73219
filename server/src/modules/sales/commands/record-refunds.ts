import type { Instant } from '@fenrun/kernel';
import { findAmong, insert, type Tx } from '../../../foundation/db';
import { publish } from '../../../foundation/events';
import { newId } from '../../../foundation/ids';
import { fingerprint, refundFacts } from '../domain/fingerprint';
import type { Recording, RefundInput } from '../domain/sale-input';
import { REFUND_RECORDED, TIMELINE } from '../events';
import { type RefundRow, refundTable } from '../store/refund.row';
import { saleTable } from '../store/sale.row';

/**
 * Records refunds of a merchant. One whose order is not known yet waits for it. Safe to repeat: a refund is known by its
 * outside id. What it takes is decided on the timeline.
 */
export async function recordRefunds(
  tx: Tx,
  merchantId: string,
  refunds: readonly RefundInput[],
  now: Instant,
): Promise<Recording[]> {
  const keys = [...new Set(refunds.map((refund) => refund.outsideId))];
  const known = new Map(
    (await findAmong(tx, refundTable, 'merchant_id = ?', [merchantId], 'outsideId', keys)).map((row) => [
      row.outsideId,
      row,
    ]),
  );
  const orders = [...new Set(refunds.map((refund) => refund.saleOutsideId))];
  const sales = new Map(
    (await findAmong(tx, saleTable, 'merchant_id = ?', [merchantId], 'outsideId', orders)).map((row) => [
      row.outsideId,
      row.id,
    ]),
  );
  const fresh: RefundRow[] = [];
  const results = refunds.map((refund): Recording => {
    const facts = refundFacts(refund);
    const print = fingerprint(facts);
    const before = known.get(refund.outsideId);
    if (before) return repeated(before, facts, print);
    const row = refundRow(merchantId, refund, print, sales.get(refund.saleOutsideId) ?? null, now);
    known.set(refund.outsideId, row);
    fresh.push(row);
    return { result: row.saleId ? 'recorded' : 'waiting', id: row.id };
  });
  await insert(tx, refundTable, fresh);
  const ready = fresh.filter((row) => row.saleId !== null);
  await publish(
    tx,
    merchantId,
    now,
    ready.map((row) => ({ lane: TIMELINE, topic: REFUND_RECORDED, subjectId: row.id })),
  );
  return results;
}

function refundRow(
  merchantId: string,
  refund: RefundInput,
  print: string,
  saleId: string | null,
  now: Instant,
): RefundRow {
  return {
    merchantId,
    id: newId(now),
    outsideId: refund.outsideId,
    saleOutsideId: refund.saleOutsideId,
    saleId,
    source: refund.source,
    refundedAt: refund.refundedAt,
    recordedAt: now,
    ask: refund.ask,
    reason: refund.reason ?? null,
    fingerprint: print,
    appliedAt: null,
  };
}

function repeated(before: RefundRow, facts: Record<string, unknown>, print: string): Recording {
  if (before.fingerprint === print) return { result: before.saleId ? 'repeated' : 'waiting', id: before.id };
  const was: Record<string, unknown> = { order: before.saleOutsideId, ask: before.ask };
  const fields = Object.keys(facts).filter((field) => JSON.stringify(facts[field]) !== JSON.stringify(was[field]));
  return { result: 'different', id: before.id, fields };
}
