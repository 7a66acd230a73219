import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { type Tx, update } from '../foundation/db';
import {
  applicationTable,
  promotersByCode,
  promoterTable,
  STANDING_MOVES,
  type StandingDeed,
} from '../modules/promoters';
import { type Hand, promoterOf } from './timeline/hand';
import { addPromoters } from './timeline/load-promoters';
import { type ByHand, noteChange } from './timeline/move';

/**
 * A person admits or turns down an applicant, suspends a promoter or lets him earn again, from this instant on. The refusals are, in
 * order: `unknown-promoter`, `invalid-state`, `reason-required`.
 */
export async function judgeStanding(
  tx: Tx,
  hand: Hand,
  code: string,
  deed: StandingDeed,
  { by, reason }: ByHand,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const [found] = await promotersByCode(tx, hand.merchantId, [code]);
  if (!found) return refuse('unknown-promoter');
  const move = STANDING_MOVES[deed];
  if (!move.from.includes(found.status)) return refuse('invalid-state', { status: found.status });
  const why = reason?.trim() || null;
  if (move.needsReason && why === null)
    return refuse('reason-required', undefined, [{ pointer: '/reason', code: 'required' }]);
  await addPromoters(tx, hand, [], [found.id]);
  const promoter = promoterOf(hand, found.id);
  promoter.row.status = move.to;
  if (found.status === 'applicant') await decideApplication(tx, hand, found.id, deed, { by, reason: why }, now);
  if (deed === 'approve') {
    // Before he joined nobody is active.
    promoter.row.joinedAt = now;
    await update(tx, promoterTable, { joinedAt: now }, 'merchant_id = ? AND id = ?', [hand.merchantId, found.id]);
  }
  noteChange(hand, promoter, 'status', move.to, move.cause, now, { by, reason: why });
  return { id: found.id };
}

async function decideApplication(
  tx: Tx,
  { merchantId }: Hand,
  promoterId: string,
  deed: StandingDeed,
  { by, reason }: ByHand,
  now: Instant,
): Promise<void> {
  const set = {
    decision: deed === 'approve' ? ('approved' as const) : ('rejected' as const),
    decidedAt: now,
    decidedById: by,
    reason,
  };
  const where = 'merchant_id = ? AND promoter_id = ? AND decision IS NULL';
  await update(tx, applicationTable, set, where, [merchantId, promoterId]);
}
