import type { Dice } from '../random';
import { commissionRejections, payoutFailures, payoutRejections } from '../words';
import { dayMs, hourMs, midnight, officeInstant, wallClock, wholeSecond } from './calendar';
import { type StoryCast, zealAt } from './cast';
import type { CommissionsDecided, OrderPaid, StoryEvent } from './events';

export type Maturing = { order: OrderPaid; maturesAt: number };

/** Hours before the end in which nobody decided any more, so that the desk is not empty when one sits down. */
const quietHours = 42;

/**
 * The clerk's sessions: twice a working day. Odd orders are mostly rejected once they matured, or left for another look;
 * everything else in review is approved.
 */
export function decisionEvents(
  dice: Dice,
  matured: readonly Maturing[],
  startAt: number,
  endAt: number,
): CommissionsDecided[] {
  const verdicts = matured.flatMap(({ order, maturesAt }) => {
    const reason =
      order.oddity && order.oddity in commissionRejections
        ? commissionRejections[order.oddity as keyof typeof commissionRejections]
        : null;
    return reason ? [{ order, maturesAt, reason, rejects: order.oddity === 'shared-device' || dice.chance(0.35) }] : [];
  });
  const sessions = sessionInstants(dice, startAt, endAt);
  return sessions.map((at, index) => {
    const since = sessions[index - 1] ?? startAt;
    const due = verdicts.filter((one) => one.maturesAt > since && one.maturesAt <= at);
    const open = verdicts.filter((one) => !one.rejects && one.maturesAt <= at && at - one.maturesAt < 2 * dayMs);
    return {
      at,
      do: 'decide-commissions',
      approve: 'all-in-review',
      leave: open.map((one) => one.order.order),
      reject: due.filter((one) => one.rejects).map((one) => ({ order: one.order.order, reason: one.reason })),
    };
  });
}

function sessionInstants(dice: Dice, startAt: number, endAt: number): number[] {
  const days = Math.ceil((endAt - startAt) / dayMs);
  return Array.from({ length: days }, (_, index) => midnight(startAt, index))
    .filter((start) => wallClock(start).weekday !== 0)
    .flatMap((start) => [start + dice.between(9.6, 11) * hourMs, start + dice.between(15.5, 17.5) * hourMs])
    .map(wholeSecond)
    .filter((at) => at > startAt + 7 * dayMs && at < endAt - quietHours * hourMs);
}

/** How often promoters ask for their money: the busy ones every week, the others when it has added up. */
export function payoutEvents(dice: Dice, cast: StoryCast, startAt: number, endAt: number): StoryEvent[] {
  const asks = cast.promoters.flatMap((promoter) => {
    const every = promoter.strength > 40 ? 7.5 : promoter.strength > 12 ? 13 : 26;
    const from = Math.max(startAt, endAt - promoter.joinedDaysAgo * dayMs) + dice.between(16, 16 + every) * dayMs;
    const count = Math.max(0, Math.floor((endAt - from) / (every * dayMs)) + 1);
    return Array.from({ length: count }, (_, k) => ({
      promoter,
      at: askInstant(dice, from + k * every * dayMs),
    })).filter(({ at }) => at < endAt && (zealAt(promoter, at, endAt) > 0 || dice.chance(0.3)));
  });
  const recent = lastDayAsks(dice, cast, endAt);
  return [...asks, ...recent]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ promoter, at }, index) =>
      payout(dice, `W${String(index + 1).padStart(4, '0')}`, promoter.code, at, endAt),
    );
}

/** Several ask on the last day, so that payouts wait for approval too. */
function lastDayAsks(dice: Dice, cast: StoryCast, endAt: number) {
  const busy = cast.promoters.filter((promoter) => promoter.strength >= 16 && zealAt(promoter, endAt, endAt) > 0);
  return busy
    .filter(() => dice.chance(0.45))
    .map((promoter) => ({ promoter, at: wholeSecond(endAt - dice.between(0.4, 26) * hourMs) }));
}

const askInstant = (dice: Dice, at: number): number => wholeSecond(midnight(at) + dice.between(8, 23) * hourMs);

function payout(dice: Dice, id: string, promoter: string, at: number, endAt: number): StoryEvent[] {
  const events: StoryEvent[] = [
    {
      at,
      do: 'request-payout',
      payout: id,
      promoter,
      portionPercent: dice.pick([100, 100, 80, 60]),
      step: dice.pick(['100.00', '10.00', '0.01']),
      least: '10.00',
      most: '2000.00',
    },
  ];
  const decidedAt = officeInstant(dice, at + dice.between(1, 20) * hourMs);
  if (decidedAt > endAt - 26 * hourMs && dice.chance(0.8)) return events;
  const refused = dice.chance(0.03);
  events.push({
    at: decidedAt,
    do: 'decide-payout',
    payout: id,
    decision: refused ? 'reject' : 'approve',
    reason: refused ? dice.pick(payoutRejections) : null,
  });
  if (!refused) {
    const roll = dice.between(0, 1);
    const result = roll < 0.93 ? 'paid' : roll < 0.975 ? 'expired' : 'failed';
    const settledAt = wholeSecond(decidedAt + (result === 'expired' ? 24 : dice.between(0.1, 9)) * hourMs);
    events.push({ at: settledAt, do: 'settle-payout', payout: id, result, reason: failureOf(result, settledAt) });
  }
  return events.filter((event) => event.at < endAt);
}

/** Chosen by the time and not by a throw of the dice, so that all later throws stay as they were. */
function failureOf(result: 'paid' | 'expired' | 'failed', at: number): string | null {
  if (result === 'paid') return null;
  const reasons = payoutFailures[result];
  return reasons[Math.floor(at / 1000) % reasons.length] ?? null;
}
