import type { Instant } from '@fenrun/kernel';
import type { PromoterRow, PromoterStatus } from '../store/promoter.row';
import type { Aspect, PromoterChangeRow } from '../store/promoter-change.row';

/** How a promoter stood at an instant. */
export interface StandingAt {
  readonly status: PromoterStatus;
  readonly isActive: boolean;
  readonly programme: string;
  /** Null is the default group. */
  readonly group: string | null;
  readonly inviterId: string | null;
}

/**
 * How he stood then: by the row where nothing changed since, else by the last change at or before the instant. The first
 * value of an aspect holds from the beginning of time, but before he joined nobody is active.
 */
export function standingAt(row: PromoterRow, changes: readonly PromoterChangeRow[], at: Instant): StandingAt {
  const isUnchanged = at >= row.changedAt;
  const value = (aspect: Aspect, now: string | null) => (isUnchanged ? now : valueAt(changes, aspect, at, now));
  const status = value('status', row.status) as PromoterStatus;
  return {
    status,
    isActive: status === 'active' && (row.joinedAt === null || row.joinedAt <= at),
    programme: value('programme', row.programme) as string,
    group: value('group', row.groupCode),
    inviterId: value('inviter', row.inviterId),
  };
}

function valueAt(
  changes: readonly PromoterChangeRow[],
  aspect: Aspect,
  at: Instant,
  now: string | null,
): string | null {
  let first: PromoterChangeRow | undefined;
  let found: PromoterChangeRow | undefined;
  for (const change of changes) {
    if (change.aspect !== aspect) continue;
    first ??= change;
    if (change.fromAt <= at) found = change;
  }
  const holding = found ?? first;
  return holding ? holding.value : now;
}
