import type { Instant } from '@fenrun/kernel';
import { insert, lockRows, type Tx } from '../../../foundation/db';
import { type AgreementKind, agreementTable } from '../store/agreement.row';

export interface AgreementDraft {
  readonly merchantId: string;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly text: string;
  readonly savedBy: string;
}

/** The built-in text counts as version 1, so that a merchant's own begin with 2. */
const BUILT_IN = 1;

/** Publishes the next version of an agreement. Whoever accepted an older one is asked again when he next applies. */
export async function publishAgreement(tx: Tx, draft: AgreementDraft, now: Instant): Promise<{ version: number }> {
  const sql = 'SELECT version FROM agreement WHERE merchant_id = ? AND kind = ? ORDER BY version DESC LIMIT 1';
  const [last] = await lockRows<{ version: number | string }>(tx, sql, [draft.merchantId, draft.kind]);
  const version = Number(last?.version ?? BUILT_IN) + 1;
  await insert(tx, agreementTable, [{ ...draft, version, since: now }]);
  return { version };
}
