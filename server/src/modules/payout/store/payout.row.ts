import type { PayoutStatus } from '@fenrun/engine';
import { column, type RowOf, table } from '../../../foundation/db';

export const PAYOUT_CHANNELS = ['wechat', 'bank', 'manual'] as const;
export type PayoutChannel = (typeof PAYOUT_CHANNELS)[number];

/** A withdrawal and its transfer. `amount` is gross: what was claimed and what counts as paid. */
export const payoutTable = table(
  'payout',
  {
    merchantId: column.id(),
    id: column.id(),
    /** The asker's own key; unique, so that asking twice claims once. */
    outsideId: column.outside(),
    promoterId: column.id(),
    channel: column.text<PayoutChannel>(16),
    status: column.text<PayoutStatus>(16),
    amount: column.money(),
    tax: column.money(),
    fee: column.money(),
    requestedAt: column.instant(),
    /** A person of staff or a key; null where the promoter asked himself. */
    requestedBy: column.orNull(column.text(64)),
    decidedAt: column.orNull(column.instant()),
    decidedById: column.orNull(column.text(64)),
    endedAt: column.orNull(column.instant()),
    reason: column.orNull(column.text(500)),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [['merchantId', 'outsideId']],
    indexes: [
      ['merchantId', 'status', 'id'],
      ['merchantId', 'promoterId', 'id'],
    ],
  },
);
export type PayoutRow = RowOf<typeof payoutTable>;
