import { type Money, minor, type Refusal, refuse } from '@fenrun/kernel';
import type { CommissionStatus } from './commission-status';

/** Who brought a commission into its present state of approval; null while nobody has decided. The merchant's default counts as a rule. */
export type DecidedBy = 'rule' | 'person' | null;

export interface DecidableCommission {
  readonly status: CommissionStatus;
  readonly decidedBy: DecidedBy;
}

export type Verdict = 'approve' | 'reject';

/** From which state a person may decide, and whether that needs a reason. What stands nowhere here is refused. */
const BY_PERSON: Readonly<Record<Verdict, Partial<Record<CommissionStatus, { readonly needsReason: boolean }>>>> = {
  approve: { in_review: { needsReason: false }, pending: { needsReason: true }, rejected: { needsReason: true } },
  reject: { in_review: { needsReason: true }, pending: { needsReason: true }, approved: { needsReason: true } },
};

const OUTCOME = { approve: 'approved', reject: 'rejected' } as const satisfies Record<Verdict, CommissionStatus>;

export type PersonRefusal = 'unknown-commission' | 'decision-final' | 'invalid-state' | 'reason-required';

/**
 * A person's decision on a commission (null if there is none): the new state, or why not, in the order in which scenarios/README.md
 * checks. What a person decided is not decided again. Source: domain.md, section 5, "Precisely".
 */
export function decideByPerson(
  commission: DecidableCommission | null,
  verdict: Verdict,
  reason: string | null | undefined,
): 'approved' | 'rejected' | Refusal<PersonRefusal> {
  if (!commission) return refuse('unknown-commission');
  if (commission.decidedBy === 'person') return refuse('decision-final');
  const allowed = BY_PERSON[verdict][commission.status];
  if (!allowed) return refuse('invalid-state', { status: commission.status });
  if (allowed.needsReason && !hasText(reason)) return refuse('reason-required');
  return OUTCOME[verdict];
}

export interface AdjustableCommission {
  readonly status: CommissionStatus;
  readonly net: Money;
}

export type AdjustRefusal =
  | 'unknown-commission'
  | 'invalid-state'
  | 'reason-required'
  | 'invalid-amount'
  | 'below-zero';

/** An adjustment by hand: the new net, or why not, in the order in which scenarios/README.md checks. `amount` null is one that could not be read. */
export function adjustByHand(
  commission: AdjustableCommission | null,
  amount: Money | null,
  reason: string | null | undefined,
): Money | Refusal<AdjustRefusal> {
  if (!commission) return refuse('unknown-commission');
  if (commission.status === 'rejected' || commission.status === 'reversed') {
    return refuse('invalid-state', { status: commission.status });
  }
  if (!hasText(reason)) return refuse('reason-required');
  if (amount === null || amount === 0) return refuse('invalid-amount');
  const net = commission.net + amount;
  return net < 0 ? refuse('below-zero') : minor(net);
}

function hasText(reason: string | null | undefined): boolean {
  return typeof reason === 'string' && reason.trim() !== '';
}
