import { type Money, type Percent, sum } from '@fenrun/kernel';
import type { OrderContext } from '../book/order-context';
import type { CommissionLine, DecidedCommission, DecidedLine, Decision, LineBase } from '../model/index';
import { nothingAfterRates } from './nothing-reason';
import { promiseNth } from './promise-nth';
import type { LineResult, Payment, Share } from './reasoning';

/** So many of the candidates that matched beside the winner are kept; `explain` finds them all again. */
export const KEPT_CANDIDATES = 8;

const NONE: readonly string[] = [];

/** Puts a decision together from what was found. A payee whose amount is 0 has no commission. */
export function assembleDecision(
  order: OrderContext,
  result: LineResult,
  payment: Payment,
  maxPercent: Percent,
): Decision {
  const commissions: DecidedCommission[] = [];
  const direct = directCommission(order, result, payment);
  if (direct.amount > 0) commissions.push(direct);
  for (const share of payment.network) addShare(commissions, share);
  if (payment.bonus) addShare(commissions, payment.bonus);
  return {
    nothing: commissions.length === 0 ? nothingAfterRates(result.winners) : null,
    lines: result.bases.map((base, index) => decidedLine(base, index, result)),
    commissions,
    countsToward: direct.amount > 0 ? promiseNth(order, result, payment, maxPercent) : null,
  };
}

function directCommission(
  { promoter }: OrderContext,
  { kind, bases, winners }: LineResult,
  payment: Payment,
): DecidedCommission {
  const lines = bases.map(({ base }, index): CommissionLine => {
    const winner = winners[index] ?? null;
    return { base, rule: winner?.ref ?? null, layer: winner?.layer ?? null, amount: payment.direct[index] as Money };
  });
  return { payee: promoter.id, kind, inviterLevel: null, amount: sum(payment.direct), lines };
}

function addShare(commissions: DecidedCommission[], share: Share): void {
  const amount = sum(share.amounts);
  if (amount === 0) return;
  const lines = share.amounts.map((part, index): CommissionLine => {
    const isOn = share.isOn[index];
    return {
      base: share.bases[index] as Money,
      rule: isOn ? share.ref : null,
      layer: isOn ? share.layer : null,
      amount: part,
    };
  });
  commissions.push({ payee: share.payee, kind: share.layer, inviterLevel: share.inviterLevel, amount, lines });
}

function decidedLine(base: LineBase, index: number, { winners, matches }: LineResult): DecidedLine {
  const winner = winners[index] ?? null;
  return {
    base,
    rule: winner?.ref ?? null,
    layer: winner?.layer ?? null,
    rate: winner?.rate ?? null,
    alsoMatched: keptCandidates(index, winner, matches),
  };
}

function keptCandidates(
  index: number,
  winner: LineResult['winners'][number],
  matches: LineResult['matches'],
): readonly string[] {
  const rules = matches.rules[index];
  const rates = matches.rates[index];
  if (!rules || !rates || rules.length + matches.bonuses.length + rates.length < 2) return NONE;
  const kept: string[] = [];
  for (const contenders of [rules, matches.bonuses, rates]) {
    for (const contender of contenders) {
      if (contender !== winner && kept.length < KEPT_CANDIDATES) kept.push(contender.ref);
    }
  }
  return kept;
}
