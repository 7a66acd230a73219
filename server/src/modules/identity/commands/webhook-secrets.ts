import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { insert, lockRows, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import type { SecretBox } from '../../../foundation/secrets';
import { tokenHint } from '../domain/tokens';
import { type WebhookSecretRow, webhookSecretTable } from '../store/webhook-secret.row';

/** Secrets valid at a time: the new one and the one before. Source: doors.md. */
const SECRETS_AT_MOST = 2;

/** What a sealed secret is bound to. */
export const secretOwner = (merchantId: string): string => `webhook:${merchantId}`;

async function idsOf(tx: Tx, merchantId: string): Promise<string[]> {
  const sql = 'SELECT id FROM webhook_secret WHERE merchant_id = ? ORDER BY id';
  return (await lockRows<{ id: string }>(tx, sql, [merchantId])).map(({ id }) => id);
}

/** Adds a secret (`whsec_…`); it is valid beside the one before until that is revoked. */
export async function addWebhookSecret(
  tx: Tx,
  merchantId: string,
  shown: string,
  box: SecretBox,
  now: Instant,
): Promise<WebhookSecretRow | Refusal<'too-many-secrets'>> {
  if ((await idsOf(tx, merchantId)).length >= SECRETS_AT_MOST) return refuse('too-many-secrets');
  const sealed = box.seal(shown, secretOwner(merchantId));
  const row = { merchantId, id: newId(now), sealed, hint: tokenHint(shown), createdAt: now, usedAt: null };
  await insert(tx, webhookSecretTable, [row]);
  return row;
}

export async function revokeWebhookSecret(tx: Tx, merchantId: string, id: string): Promise<{ id: string } | Refusal> {
  const ids = await idsOf(tx, merchantId);
  if (!ids.includes(id)) return refuse('not-found');
  if (ids.length === 1) return refuse('last-secret');
  await tx.run('DELETE FROM webhook_secret WHERE merchant_id = ? AND id = ?', [merchantId, id]);
  return { id };
}
