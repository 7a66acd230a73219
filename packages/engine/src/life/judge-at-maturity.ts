import { DAY_MS, type Instant, type Money } from '@fenrun/kernel';
import type { ApprovalConditions, ApprovalOutcome, ApprovalPolicy, OrderType, Range } from '../model/index';

/** What approval rules look at, at maturity. */
export interface MatureCommission {
  readonly net: Money;
  readonly orderType: OrderType;
  /** Whole days since joining; null without `joined`, which is without limit. */
  readonly promoterAgeDays: number | null;
  /** The present group. */
  readonly group: string | null;
  /** 0 with risk off. */
  readonly riskScore: number;
  /** Whether a risk flag of severity `hold` stands. */
  readonly isHeld: boolean;
}

export interface Judgement {
  readonly outcome: ApprovalOutcome;
  /** The 1-based rule that said so; null for the default, and for a hold flag. */
  readonly rule: number | null;
}

type Test = (when: ApprovalConditions, facts: MatureCommission) => boolean;

/** Every condition of an approval rule; one that is not given holds. */
const TESTS: Readonly<Record<keyof ApprovalConditions, Test>> = {
  amount: ({ amount }, { net }) => inRange(amount, net),
  orderType: ({ orderType }, facts) => !orderType || orderType === facts.orderType,
  promoterAgeDays: ({ promoterAgeDays }, facts) =>
    inRange(promoterAgeDays, facts.promoterAgeDays ?? Number.POSITIVE_INFINITY),
  groups: ({ groups = [] }, { group }) => groups.length === 0 || (group !== null && groups.includes(group)),
  riskScore: ({ riskScore }, facts) => inRange(riskScore, facts.riskScore),
};

const OUTCOME_BY_DEFAULT = { auto: 'approve', manual: 'review' } as const satisfies Record<
  ApprovalPolicy['default'],
  ApprovalOutcome
>;

/** Judges one commission at maturity: a hold flag always means review, then the first rule whose conditions all hold, then the default. Source: domain.md, section 5. */
export function judgeAtMaturity(policy: ApprovalPolicy, facts: MatureCommission): Judgement {
  if (facts.isHeld) return { outcome: 'review', rule: null };
  const place = policy.rules.findIndex(({ when }) => Object.values(TESTS).every((test) => test(when, facts)));
  const rule = policy.rules[place];
  return rule
    ? { outcome: rule.outcome, rule: place + 1 }
    : { outcome: OUTCOME_BY_DEFAULT[policy.default], rule: null };
}

function inRange(range: Range | null | undefined, value: number): boolean {
  if (!range) return true;
  return (range.from === null || range.from <= value) && (range.to === null || value < range.to);
}

/** Whole days of 24 hours between joining and the instant; null without `joined`. */
export function ageInDays(joinedAt: Instant | null, at: Instant): number | null {
  return joinedAt === null ? null : Math.floor((at - joinedAt) / DAY_MS);
}
