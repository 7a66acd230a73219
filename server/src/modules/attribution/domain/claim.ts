import { type AttributedBy, type AttributionPolicy, foldCoupon } from '@fenrun/engine';
import { DAY_MS, type Instant } from '@fenrun/kernel';
import type { BindingRow } from '../store/binding.row';
import type { TouchRow } from '../store/touch.row';

/** What a sale says about who brought it. */
export interface ClaimAsk {
  readonly paidAt: Instant;
  readonly customerId: string | null;
  readonly promoterCode: string | null;
  readonly subscription: string | null;
  readonly sequence: number | null;
  readonly coupons: readonly string[];
  readonly campaign: string | null;
}

/** What the shop knows; read for a whole batch at once. */
export interface ClaimFacts {
  /** Promoter ids by code. */
  readonly promoterIds: ReadonlyMap<string, string>;
  /** Owners of coupons by folded code; coupons without one are left out. */
  readonly couponOwners: ReadonlyMap<string, string>;
  /** The recorded orders of a subscription that have a promoter. */
  readonly renewals: ReadonlyMap<string, readonly { readonly sequence: number; readonly promoterId: string }[]>;
  /** By customer, in order of beginning. */
  readonly bindings: ReadonlyMap<string, readonly BindingRow[]>;
  /** By customer, effective ones only, in order of time. */
  readonly touches: ReadonlyMap<string, readonly TouchRow[]>;
  /** The promoter that the customer himself is, if he is an active one at the paid time; null in mode `block`. */
  readonly self: (customerId: string, paidAt: Instant) => string | null;
}

export interface Claim {
  readonly promoterId: string | null;
  readonly by: AttributedBy;
  /** The campaign that the order belongs to: the one it names, else that of the last valid touch of its promoter. */
  readonly campaign: string | null;
  /** The order names a promoter whom nobody knows. */
  readonly isPromoterUnknown: boolean;
}

/** Who gets a sale: the first that applies. Source: domain.md, section 4. */
export function claimSale(ask: ClaimAsk, facts: ClaimFacts, policy: AttributionPolicy): Claim {
  const named = ask.promoterCode === null ? undefined : facts.promoterIds.get(ask.promoterCode);
  const valid = validTouches(ask, facts, policy);
  const [by, promoterId] = firstClaim(ask, facts, policy, named, valid);
  const own = valid.filter((touch) => touch.promoterId === promoterId);
  return {
    promoterId,
    by,
    campaign: ask.campaign ?? own.at(-1)?.campaign ?? null,
    isPromoterUnknown: ask.promoterCode !== null && named === undefined,
  };
}

function firstClaim(
  ask: ClaimAsk,
  facts: ClaimFacts,
  policy: AttributionPolicy,
  named: string | undefined,
  valid: readonly TouchRow[],
): [AttributedBy, string | null] {
  if (named) return ['order', named];
  const renewal = renewed(ask, facts);
  if (renewal) return ['subscription', renewal];
  for (const coupon of ask.coupons) {
    const owner = facts.couponOwners.get(foldCoupon(coupon));
    if (owner) return ['coupon', owner];
  }
  const bound = boundPromoter(ask, facts, policy);
  if (bound) return ['binding', bound];
  const touch = policy.touch === 'first' ? valid[0] : valid.at(-1);
  if (touch) return ['touch', touch.promoterId];
  const self = ask.customerId === null ? null : facts.self(ask.customerId, ask.paidAt);
  return self ? ['self', self] : ['none', null];
}

/** The promoter of the recorded order of the same subscription with the lowest sequence below this one's that has one. */
function renewed(ask: ClaimAsk, facts: ClaimFacts): string | undefined {
  const { subscription, sequence } = ask;
  if (subscription === null || sequence === null) return undefined;
  let first: { sequence: number; promoterId: string } | undefined;
  for (const renewal of facts.renewals.get(subscription) ?? []) {
    if (renewal.sequence < sequence && (!first || renewal.sequence < first.sequence)) first = renewal;
  }
  return first?.promoterId;
}

function boundPromoter(ask: ClaimAsk, facts: ClaimFacts, policy: AttributionPolicy): string | undefined {
  if (ask.customerId === null || policy.binding === 'none') return undefined;
  const running = bindingAt(facts.bindings.get(ask.customerId) ?? [], ask.paidAt);
  return running?.promoterId;
}

/** The binding that runs at an instant: the latest that began, if it has not ended. */
export function bindingAt(bindings: readonly BindingRow[], at: Instant): BindingRow | undefined {
  const latest = bindings.filter((binding) => binding.fromAt <= at).at(-1);
  return latest && at < latest.toAt ? latest : undefined;
}

/** Effective touches valid at the paid time: it lies in `[touch, touch + windowDays)`. */
function validTouches(ask: ClaimAsk, facts: ClaimFacts, policy: AttributionPolicy): readonly TouchRow[] {
  if (ask.customerId === null) return [];
  const length = policy.windowDays * DAY_MS;
  const all = facts.touches.get(ask.customerId) ?? [];
  return all.filter((touch) => touch.at <= ask.paidAt && ask.paidAt < touch.at + length);
}
