import type { Role } from '@fenrun/contracts';
import { column, type RowOf, table } from '../../../foundation/db';

/** A key of a program, known by the digest of its text. */
export const apiKeyTable = table(
  'api_key',
  {
    merchantId: column.id(),
    id: column.id(),
    digest: column.text(43),
    name: column.text(128),
    role: column.text<Exclude<Role, 'owner'>>(16),
    /** The first characters of the key, to tell keys apart. */
    hint: column.text(16),
    createdAt: column.instant(),
    createdBy: column.text(128),
    /** Real time, kept to within some minutes. */
    usedAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'id'], unique: [['digest']] },
);

export type ApiKeyRow = RowOf<typeof apiKeyTable>;
