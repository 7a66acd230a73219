import type { Instant } from '@fenrun/kernel';
import { find, type Reader } from '../../../foundation/db';
import { DEFAULT_AGREEMENTS } from '../domain/default-agreements';
import { AGREEMENT_KINDS, type AgreementKind, type AgreementRow, agreementTable } from '../store/agreement.row';

/** An agreement as it stands now. */
export type PresentAgreement = Pick<AgreementRow, 'kind' | 'version' | 'title' | 'text' | 'since'>;

/** Whose agreements: before a merchant publishes its own, the built-in ones hold since it began, in its country's language. */
export interface AgreementOwner {
  readonly merchantId: string;
  readonly region: string;
  readonly since: Instant;
}

/** The agreements in force, one of each kind. The built-in text counts as version 1. */
export async function presentAgreements(
  db: Reader,
  { merchantId, region, since }: AgreementOwner,
): Promise<PresentAgreement[]> {
  const saved = new Map<AgreementKind, AgreementRow>();
  for (const row of await find(db, agreementTable, 'merchant_id = ?', [merchantId], 'ORDER BY kind, version'))
    saved.set(row.kind, row);
  const texts = DEFAULT_AGREEMENTS[region === 'CN' ? 'zh' : 'en'];
  return AGREEMENT_KINDS.map((kind) => {
    const row = saved.get(kind);
    if (!row) return { kind, version: 1, ...texts[kind], since };
    return { kind, version: row.version, title: row.title, text: row.text, since: row.since };
  });
}
