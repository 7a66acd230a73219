import { CN_LABOUR, consecutiveMonths, labourTax, type PayoutStatus } from '@fenrun/engine';
import {
  add,
  type Instant,
  type Money,
  minor,
  percentOf,
  type Refusal,
  refuse,
  subtract,
  sum,
  ZERO,
  type Zone,
} from '@fenrun/kernel';
import type { PayoutPolicy } from '../../plans';
import type { PayoutChannel, PayoutRow } from '../store/payout.row';

/** The exits that give the money back. */
export const RETURNED: ReadonlySet<PayoutStatus> = new Set(['rejected', 'failed', 'cancelled', 'expired']);

/** What a payout costs its promoter: the transfer is amount − tax − fee. */
export interface PayoutTerms {
  readonly fee: Money;
  readonly tax: Money;
  readonly transfer: Money;
}

export type TermsRefusal = Refusal<'channel-unavailable' | 'above-maximum' | 'above-daily-cap' | 'below-minimum'>;

type Past = Pick<PayoutRow, 'status' | 'amount' | 'tax' | 'requestedAt'>;

/** The policy of a merchant beyond minimum and balance, against the promoter's own payouts of this year. */
export function payoutTerms(
  policy: PayoutPolicy,
  ask: { readonly amount: Money; readonly channel: PayoutChannel },
  yearSoFar: readonly Past[],
  zone: Zone,
  now: Instant,
): PayoutTerms | TermsRefusal {
  if (!policy.channels.includes(ask.channel)) return refuse('channel-unavailable');
  if (policy.maximum !== null && ask.amount > policy.maximum) return refuse('above-maximum');
  const kept = yearSoFar.filter(({ status }) => !RETURNED.has(status));
  const today = zone.dayAt(now);
  const taken = sum(kept.filter((one) => zone.dayAt(one.requestedAt) === today).map(({ amount }) => minor(amount)));
  if (policy.dailyCap !== null && add(taken, ask.amount) > policy.dailyCap) return refuse('above-daily-cap');
  const terms = costsOf(policy, ask.amount, kept, zone, now);
  // At least one minor unit has to arrive.
  return terms.transfer < 1 ? refuse('below-minimum') : terms;
}

/** Fee and tax of an amount, whatever the limits say. */
export function costsOf(
  policy: PayoutPolicy,
  amount: Money,
  kept: readonly Past[],
  zone: Zone,
  now: Instant,
): PayoutTerms {
  const fee = policy.feeBearer === 'promoter' ? percentOf(amount, policy.feePercent) : ZERO;
  const tax = policy.tax === 'cn_labour' ? labourTaxOf(amount, kept, zone, now) : ZERO;
  return { fee, tax, transfer: subtract(amount, add(fee, tax)) };
}

function labourTaxOf(amount: Money, kept: readonly Past[], zone: Zone, now: Instant): Money {
  const incomeOfYear = add(sum(kept.map((one) => minor(one.amount))), amount);
  const withheldBefore = sum(kept.map((one) => minor(one.tax)));
  const months = consecutiveMonths(
    kept.map((one) => zone.wallAt(one.requestedAt).month),
    zone.wallAt(now).month,
  );
  return labourTax({ incomeOfYear, months, withheldBefore }, CN_LABOUR);
}
