import { column, type RowOf, table } from '../../../foundation/db';

export const AGREEMENT_KINDS = ['promoter_terms', 'privacy'] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** One published version of an agreement. Only ever added: what somebody accepted can be read for ever. */
export const agreementTable = table(
  'agreement',
  {
    merchantId: column.id(),
    kind: column.text<AgreementKind>(16),
    version: column.count(),
    title: column.text(128),
    text: column.long(),
    since: column.instant(),
    savedBy: column.orNull(column.text(64)),
  },
  { primary: ['merchantId', 'kind', 'version'] },
);
export type AgreementRow = RowOf<typeof agreementTable>;
