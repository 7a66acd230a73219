import { bonusWindow, resetsBetween, resetTo, stepsReachedOnFirst } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../foundation/db';
import { resetTable } from '../../modules/climbing';
import { ladderAt, startStep } from './climb';
import { type Hand, heldAt, promoterOf } from './hand';
import { addPromoters, promotersOn } from './load-promoters';
import { moveProgramme } from './move';
import { nextSpecialAfter } from './next-special';

/** Runs what happens at a special instant: resets of the ladder, then the first of the month. Everything before it is done. */
export async function runSpecial(tx: Tx, hand: Hand, at: Instant): Promise<void> {
  hand.timeline.at = Math.max(hand.timeline.at, at);
  const before = hand.timeline.specialAt;
  await runReset(tx, hand, before, at);
  await runFirstOfMonth(tx, hand, at);
  hand.timeline.specialAt = at;
}

/** Runs what is due up to an instant before a command changes what is due: it would never run afterwards, or by other rules. */
export async function runDueSpecials(tx: Tx, hand: Hand, until: Instant): Promise<void> {
  for (;;) {
    const at = nextSpecialAfter(hand, hand.timeline.specialAt);
    if (at === null || at > until) break;
    await runSpecial(tx, hand, at);
  }
  hand.timeline.specialAt = Math.max(hand.timeline.specialAt, until);
}

/** Counters restart for everybody; those above the target go down. Once per cycle: the instant is the key. */
async function runReset(tx: Tx, hand: Hand, before: Instant, at: Instant): Promise<void> {
  const { ladder, state } = ladderAt(hand, at);
  if (!ladder?.isOn || !ladder.reset) return;
  if (!resetsBetween(ladder.reset, hand.zone, before, at).some((reset) => reset.at === at)) return;
  const members = await promotersOn(
    tx,
    hand.merchantId,
    state.levels.map((level) => level.programme),
  );
  await addPromoters(tx, hand, members, []);
  hand.timeline.cycleAt = at;
  let moved = 0;
  for (const { id } of members) {
    const promoter = promoterOf(hand, id);
    const to = resetTo(ladder, state, { programme: promoter.row.programme, isPinned: promoter.row.isProgrammePinned });
    if (to === promoter.row.programme) continue;
    moveProgramme(hand, promoter, to, 'reset', at);
    moved += 1;
  }
  await insert(tx, resetTable, [{ merchantId: hand.merchantId, at, moved, ranAt: hand.present }]);
  hand.written.facts.push({ topic: 'ladder-reset', promoterId: null, subjectId: String(at), at });
}

/** At 00:00 on the 1st, everybody whose last month reached a `last_month` step gets it, each month anew. */
async function runFirstOfMonth(tx: Tx, hand: Hand, at: Instant): Promise<void> {
  const { tierBonuses } = heldAt(hand, at);
  const isFirst = hand.zone.wallAt(at).day === 1 && hand.zone.startOfDay(hand.zone.dayAt(at)) === at;
  if (!isFirst || !tierBonuses?.steps.some((step) => step.window === 'last_month')) return;
  const window = bonusWindow('last_month', at, hand.zone);
  const lowest = Math.min(
    ...tierBonuses.steps.filter((step) => step.window === 'last_month').map((step) => step.threshold),
  );
  const measure = tierBonuses.metric === 'sales' ? 'SUM(base)' : 'COUNT(*)';
  const sql = `SELECT promoter_id AS promoterId, ${measure} AS metric FROM climb_sale
    WHERE merchant_id = ? AND paid_at >= ? AND paid_at < ? GROUP BY promoter_id HAVING ${measure} >= ?`;
  const found = await tx.rows<{ promoterId: string; metric: number }>(sql, [
    hand.merchantId,
    window.from,
    window.to,
    lowest,
  ]);
  await addPromoters(
    tx,
    hand,
    [],
    found.map((row) => row.promoterId),
  );
  for (const { promoterId, metric } of found) {
    const metrics = tierBonuses.steps.map(() => Number(metric));
    for (const step of stepsReachedOnFirst(tierBonuses, metrics))
      startStep(hand, promoterOf(hand, promoterId), tierBonuses, step, at);
  }
}
