import type { Instant } from '@fenrun/kernel';
import type { Tx } from '../../foundation/db';
import type { TimelineRow } from '../../modules/commission';
import { currentBook } from '../../modules/plans';
import { emptyWritten, type Hand } from './hand';

/** An empty hand on a merchant's book; the loaders fill it. `origin` tells databases of one process apart. */
export async function openHand(tx: Tx, timeline: TimelineRow, present: Instant, origin: object): Promise<Hand> {
  const { book, compiled, zone } = await currentBook(tx, timeline.merchantId, origin);
  return {
    merchantId: timeline.merchantId,
    book,
    compiled,
    zone,
    timeline,
    promoters: new Map(),
    sales: new Map(),
    customers: new Map(),
    claims: {
      promoterIds: new Map(),
      couponOwners: new Map(),
      renewals: new Map(),
      bindings: new Map(),
      touches: new Map(),
      self: () => null,
    },
    waitingRefunds: new Map(),
    refunds: new Map(),
    receipts: new Map(),
    written: emptyWritten(),
    present,
  };
}
