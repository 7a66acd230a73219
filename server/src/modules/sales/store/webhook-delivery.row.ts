import { column, type RowOf, table } from '../../../foundation/db';

/** What an event of a delivery came to; null if it had a problem and may be tried again. */
export interface DeliveredResult {
  readonly id: string;
  readonly result: 'recorded' | 'repeated' | 'waiting';
}

/** A delivery that was taken, kept for 30 days, so that a repeat is answered as before. */
export const webhookDeliveryTable = table(
  'webhook_delivery',
  {
    merchantId: column.id(),
    /** Digest of the `webhook-id`, which may be long. */
    idDigest: column.text(43),
    bodyDigest: column.text(43),
    results: column.json<(DeliveredResult | null)[]>(),
    at: column.instant(),
  },
  { primary: ['merchantId', 'idDigest'], indexes: [['at']] },
);

export type WebhookDeliveryRow = RowOf<typeof webhookDeliveryTable>;
