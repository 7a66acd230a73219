import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { marks, type Tx, update } from '../foundation/db';
import { checkMove, DEEPEST, type Place, placeUnder } from '../modules/hierarchy';
import { promoterTable } from '../modules/promoters';
import { type Hand, type PromoterInHand } from './timeline/hand';
import { addPromoters } from './timeline/load-promoters';
import { type ByHand, noteChange } from './timeline/move';

/** Ids in one statement at most. */
const SLICE = 1_000;

/**
 * A person puts a promoter, with everybody below him, under another inviter (null: under nobody), from this instant on. What was
 * sold before keeps the inviters of its day.
 */
export async function moveInviter(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  inviterId: string | null,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  await addPromoters(tx, hand, [], [promoterId, ...(inviterId === null ? [] : [inviterId])]);
  const promoter = hand.promoters.get(promoterId);
  const inviter = inviterId === null ? null : hand.promoters.get(inviterId);
  if (!promoter || inviter === undefined) return refuse('unknown-promoter');
  if (promoter.row.inviterId === inviterId) return {};
  const below = await generationsBelow(tx, hand.merchantId, promoterId);
  const move = {
    promoterId,
    height: below.length,
    inviter: inviter?.row ?? null,
    above: inviter ? chainOf(hand, inviter) : [],
  };
  const refused = checkMove(move);
  if (refused) return refused;
  await placeSubtree(tx, hand.merchantId, promoter, placeUnder(inviter?.row ?? null), below);
  noteChange(hand, promoter, 'inviter', inviterId, 'assigned', now, byHand);
  return {};
}

/** The inviters of somebody in hand, nearest first. */
function chainOf(hand: Hand, { row }: PromoterInHand): string[] {
  const chain: string[] = [];
  let next = row.inviterId;
  while (next !== null && chain.length <= DEEPEST) {
    chain.push(next);
    next = hand.promoters.get(next)?.row.inviterId ?? null;
  }
  return chain;
}

/** The ids of everybody below a promoter, generation by generation. */
async function generationsBelow(tx: Tx, merchantId: string, promoterId: string): Promise<string[][]> {
  const generations: string[][] = [];
  let above = [promoterId];
  while (above.length > 0 && generations.length <= DEEPEST) {
    const found: string[] = [];
    for (const slice of slices(above)) {
      const sql = `SELECT id FROM promoter WHERE merchant_id = ? AND inviter_id IN (${marks(slice.length)})`;
      for (const { id } of await tx.rows<{ id: string }>(sql, [merchantId, ...slice])) found.push(id);
    }
    if (found.length > 0) generations.push(found);
    above = found;
  }
  return generations;
}

/** Writes the promoter's new place, the near inviters of three generations, and the depth of everybody below. */
async function placeSubtree(
  tx: Tx,
  merchantId: string,
  { row }: PromoterInHand,
  place: Place,
  below: readonly (readonly string[])[],
): Promise<void> {
  const shift = place.depth - row.depth;
  Object.assign(row, place);
  await update(tx, promoterTable, place, 'merchant_id = ? AND id = ?', [merchantId, row.id]);
  const near = [{ inviter2Id: place.inviterId, inviter3Id: place.inviter2Id }, { inviter3Id: place.inviterId }];
  for (const [index, generation] of below.entries()) {
    for (const slice of slices(generation)) {
      const where = `merchant_id = ? AND id IN (${marks(slice.length)})`;
      const set = near[index];
      if (set) await update(tx, promoterTable, set, where, [merchantId, ...slice]);
      if (shift !== 0)
        await tx.run(`UPDATE promoter SET depth = depth + ? WHERE ${where}`, [shift, merchantId, ...slice]);
    }
  }
}

function* slices(ids: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < ids.length; at += SLICE) yield ids.slice(at, at + SLICE);
}
