import { createHash } from 'node:crypto';
import type { Instant } from '@fenrun/kernel';
import { type Database, findAmong, insert, type Reader, type Tx, update } from '../../foundation/db';
import { type DeliveredResult, type WebhookDeliveryRow, webhookDeliveryTable } from '../../modules/sales';

/** How long a delivery is remembered. Source: doors.md. */
const KEPT_MS = 30 * 86_400_000;

/** Rows removed in one step. */
const CLEANED_AT_ONCE = 1000;

export interface DeliveryKey {
  readonly merchantId: string;
  readonly idDigest: string;
  readonly bodyDigest: string;
}

export function deliveryKey(merchantId: string, webhookId: string, bodyDigest: string): DeliveryKey {
  return { merchantId, idDigest: createHash('sha256').update(webhookId).digest('base64url'), bodyDigest };
}

/** What is remembered of a delivery's id: nothing, another body, or what its events came to. */
export type Remembered =
  | { readonly kind: 'unknown'; readonly hasRow: boolean }
  | { readonly kind: 'other-body' }
  | { readonly kind: 'known'; readonly results: readonly (DeliveredResult | null)[] };

export type Recall = (key: DeliveryKey, now: Instant) => Promise<Remembered>;

interface Asking {
  readonly key: DeliveryKey;
  readonly resolve: (row: WebhookDeliveryRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/** Looks deliveries up by their id. Those that are asked for while a look-up runs share the next one, so that a flood costs few reads. */
export function openRecall(db: Reader): Recall {
  let asked: Asking[] = [];
  let isRunning = false;
  const run = async () => {
    while (asked.length > 0) {
      const group = asked;
      asked = [];
      await lookUp(db, group);
    }
    isRunning = false;
  };
  const rowOf = (key: DeliveryKey) =>
    new Promise<WebhookDeliveryRow | undefined>((resolve, reject) => {
      asked.push({ key, resolve, reject });
      if (isRunning) return;
      isRunning = true;
      // Whatever arrives in the same turn of the loop joins.
      setImmediate(() => void run());
    });
  return async (key, now) => {
    const row = await rowOf(key);
    if (!row || row.at <= now - KEPT_MS) return { kind: 'unknown', hasRow: row !== undefined };
    return row.bodyDigest === key.bodyDigest ? { kind: 'known', results: row.results } : { kind: 'other-body' };
  };
}

async function lookUp(db: Reader, group: readonly Asking[]): Promise<void> {
  try {
    const found = new Map<string, WebhookDeliveryRow>();
    for (const merchantId of new Set(group.map(({ key }) => key.merchantId))) {
      const digests = new Set(group.flatMap(({ key }) => (key.merchantId === merchantId ? [key.idDigest] : [])));
      const where = 'merchant_id = ?';
      const rows = await findAmong(db, webhookDeliveryTable, where, [merchantId], 'idDigest', [...digests]);
      for (const row of rows) found.set(merchantId + row.idDigest, row);
    }
    for (const { key, resolve } of group) resolve(found.get(key.merchantId + key.idDigest));
  } catch (error) {
    for (const { reject } of group) reject(error);
  }
}

/** Remembers a delivery in the transaction that recorded its events. */
export async function remember(
  tx: Tx,
  key: DeliveryKey,
  results: (DeliveredResult | null)[],
  hasRow: boolean,
  now: Instant,
): Promise<void> {
  const row: WebhookDeliveryRow = { ...key, results, at: now };
  if (hasRow)
    await update(tx, webhookDeliveryTable, row, 'merchant_id = ? AND id_digest = ?', [key.merchantId, key.idDigest]);
  else await insert(tx, webhookDeliveryTable, [row]);
}

/** Forgets deliveries that are older than 30 days; answers how many. */
export async function forgetDeliveries(db: Database, now: Instant): Promise<number> {
  const sql = `SELECT merchant_id AS merchantId, id_digest AS idDigest FROM webhook_delivery WHERE at <= ? LIMIT ${CLEANED_AT_ONCE}`;
  const old = await db.read.rows<{ merchantId: string; idDigest: string }>(sql, [now - KEPT_MS]);
  if (old.length === 0) return 0;
  await db.write(async (tx) => {
    for (const { merchantId, idDigest } of old) {
      await tx.run('DELETE FROM webhook_delivery WHERE merchant_id = ? AND id_digest = ?', [merchantId, idDigest]);
    }
  });
  return old.length;
}
