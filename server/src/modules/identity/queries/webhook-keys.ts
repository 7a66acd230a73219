import { find, type Reader } from '../../../foundation/db';
import type { SecretBox } from '../../../foundation/secrets';
import { secretOwner } from '../commands/webhook-secrets';
import { secretBytes } from '../domain/webhook-signature';
import { webhookSecretTable } from '../store/webhook-secret.row';

/** The bytes of the secrets that are valid now, newest first. */
export async function webhookKeysOf(db: Reader, merchantId: string, box: SecretBox): Promise<Buffer[]> {
  const rows = await find(db, webhookSecretTable, 'merchant_id = ?', [merchantId], 'ORDER BY id DESC');
  return rows.map(({ sealed }) => secretBytes(box.open(sealed, secretOwner(merchantId))));
}
