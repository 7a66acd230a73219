import { column, type RowOf, table } from '../../../foundation/db';

/** A secret that signs incoming sales, sealed with the installation's key. Up to two are valid at a time. */
export const webhookSecretTable = table(
  'webhook_secret',
  {
    merchantId: column.id(),
    id: column.id(),
    sealed: column.text(400),
    hint: column.text(16),
    createdAt: column.instant(),
    /** Real time, kept to within some minutes. */
    usedAt: column.orNull(column.instant()),
  },
  { primary: ['merchantId', 'id'] },
);

export type WebhookSecretRow = RowOf<typeof webhookSecretTable>;
