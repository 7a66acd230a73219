import { column, type RowOf, table } from '../../../foundation/db';
import type { AgreementKind } from './agreement.row';

/** A promoter accepted a version of an agreement. Only ever added. */
export const consentTable = table(
  'promoter_consent',
  {
    merchantId: column.id(),
    promoterId: column.id(),
    kind: column.text<AgreementKind>(16),
    version: column.count(),
    at: column.instant(),
  },
  { primary: ['merchantId', 'promoterId', 'kind', 'version'] },
);
export type ConsentRow = RowOf<typeof consentTable>;
