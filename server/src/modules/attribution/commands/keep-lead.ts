import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type LeadRow, leadTable } from '../store/lead.row';
import { countStep } from './count-funnel';

export type LeadDraft = Omit<LeadRow, 'id' | 'at'>;

/** Keeps the contact data that a customer left, and counts the lead for the promoter who gets it. */
export async function keepLead(tx: Tx, draft: LeadDraft, now: Instant): Promise<LeadRow> {
  const row: LeadRow = { ...draft, id: newId(now), at: now };
  await insert(tx, leadTable, [row]);
  const { merchantId, promoterId } = row;
  if (promoterId !== null) await countStep(tx, { merchantId, promoterId }, 'leads', now);
  return row;
}
