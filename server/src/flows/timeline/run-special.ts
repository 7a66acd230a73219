import { bonusWindow, resetsBetween, resetTo, stepsReachedOnFirst } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import { insert, type Tx } from '../../foundation/db';
import { resetTable } from '../../modules/climbing';
import { ladderAt, startStep } from './climb';
import { emptyWritten, type Hand, heldAt, promoterOf } from './hand';
import { addPromoters, bare, promotersInSlices } from './load-promoters';
import { moveProgramme } from './move';
import { nextSpecialAfter } from './next-special';
import { saveHand } from './save-hand';

/** Runs what happens at a special instant: resets of the ladder, then the first of the month. Everything before it is done. */
export async function runSpecial(tx: Tx, hand: Hand, at: Instant): Promise<void> {
  hand.timeline.at = Math.max(hand.timeline.at, at);
  const before = hand.timeline.specialAt;
  await runReset(tx, hand, before, at);
  await runFirstOfMonth(tx, hand, at);
  hand.timeline.specialAt = at;
}

/**
 * Runs what is due up to an instant before a command changes what is due: it would never run afterwards, or by other rules. What it
 * moved is saved, so that the command finds it in the database.
 */
export async function runDueSpecials(tx: Tx, hand: Hand, until: Instant): Promise<void> {
  const due = () => nextSpecialAfter(hand, hand.timeline.specialAt);
  for (let at = due(); at !== null && at <= until; at = due()) {
    await runSpecial(tx, hand, at);
    await saveHand(tx, hand);
    const { facts } = hand.written;
    Object.assign(hand.written, emptyWritten(), { facts });
    hand.promoters.clear();
  }
  hand.timeline.specialAt = Math.max(hand.timeline.specialAt, until);
}

/** Counters restart for everybody; those above the target go down. Once per cycle: the instant is the key. */
async function runReset(tx: Tx, hand: Hand, before: Instant, at: Instant): Promise<void> {
  const { ladder, state } = ladderAt(hand, at);
  if (!ladder?.isOn || !ladder.reset) return;
  if (!resetsBetween(ladder.reset, hand.zone, before, at).some((reset) => reset.at === at)) return;
  hand.timeline.cycleAt = at;
  let moved = 0;
  const programmes = state.levels.map((level) => level.programme);
  for await (const slice of promotersInSlices(tx, hand.merchantId, programmes)) {
    for (const row of slice) {
      const to = resetTo(ladder, state, { programme: row.programme, isPinned: row.isProgrammePinned });
      if (to === row.programme) continue;
      moveProgramme(hand, hand.promoters.get(row.id) ?? bare(row), to, 'reset', at);
      moved += 1;
    }
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
