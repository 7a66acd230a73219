import type { Role } from '@fenrun/contracts';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { tokenDigest, tokenHint } from '../domain/tokens';
import { type ApiKeyRow, apiKeyTable } from '../store/api-key.row';

export interface NewApiKey {
  readonly merchantId: string;
  readonly name: string;
  readonly role: Exclude<Role, 'owner'>;
  readonly createdBy: string;
  /** The key itself; only its digest is kept. */
  readonly key: string;
}

export async function addApiKey(tx: Tx, { key, ...given }: NewApiKey, now: Instant): Promise<ApiKeyRow> {
  const row = {
    ...given,
    id: newId(now),
    digest: tokenDigest(key),
    hint: tokenHint(key),
    createdAt: now,
    usedAt: null,
  };
  await insert(tx, apiKeyTable, [row]);
  return row;
}

export async function revokeApiKey(tx: Tx, merchantId: string, id: string): Promise<{ id: string } | Refusal> {
  const gone = await tx.run('DELETE FROM api_key WHERE merchant_id = ? AND id = ?', [merchantId, id]);
  return gone === 0 ? refuse('not-found') : { id };
}
