import { inForce } from '@fenrun/engine';
import { DAY_MS, type Instant } from '@fenrun/kernel';
import type { Database, Tx } from '../foundation/db';
import { type ClaimAsk, claimSale, keepLead, type LeadRow, lastTouch, readClaimFacts } from '../modules/attribution';
import { currentBook } from '../modules/plans';

export interface LeadInput {
  readonly merchantId: string;
  readonly customerId: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly wish: string | null;
}

/** A customer leaves contact data: it is attributed as a sale at this instant would be, by binding, else by the last valid touch. */
export async function leaveLead(tx: Tx, origin: Database, input: LeadInput, now: Instant): Promise<LeadRow> {
  const { merchantId, customerId, ...left } = input;
  const { compiled } = await currentBook(tx, merchantId, origin);
  const { attribution } = inForce(compiled, now).settings.settings;
  const named = { promoterCode: null, subscription: null, sequence: null, coupons: [], campaign: null };
  const ask: ClaimAsk = { paidAt: now, customerId, ...named };
  const facts = await readClaimFacts(tx, merchantId, [ask]);
  const nobody = { promoterIds: new Map(), renewals: new Map(), self: () => null };
  const { promoterId } = claimSale(ask, { ...facts, ...nobody }, attribution);
  const touch = await lastTouch(tx, merchantId, customerId, now - attribution.windowDays * DAY_MS);
  const own = touch?.promoterId === promoterId ? touch : undefined;
  const came = { shareCode: own?.shareCode ?? null, campaign: own?.campaign ?? null };
  return keepLead(tx, { merchantId, customerId, promoterId, ...came, ...left }, now);
}
