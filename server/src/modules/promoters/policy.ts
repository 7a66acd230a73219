import type { PromoterStatus } from './store/promoter.row';

/** What staff can do about a promoter's standing. */
export type StandingDeed = 'approve' | 'reject' | 'suspend' | 'reinstate' | 'ban';

interface StandingMove {
  readonly from: readonly PromoterStatus[];
  readonly to: PromoterStatus;
  readonly needsReason: boolean;
  /** How the change is called in the promoter's story. */
  readonly cause: string;
}

/** The states of a promoter: who may go where, and whether a person must say why. */
export const STANDING_MOVES: Readonly<Record<StandingDeed, StandingMove>> = {
  approve: { from: ['applicant'], to: 'active', needsReason: false, cause: 'approved' },
  reject: { from: ['applicant'], to: 'rejected', needsReason: true, cause: 'rejected' },
  suspend: { from: ['active'], to: 'suspended', needsReason: true, cause: 'suspended' },
  ban: { from: ['active', 'suspended'], to: 'banned', needsReason: true, cause: 'banned' },
  reinstate: { from: ['suspended', 'banned'], to: 'active', needsReason: false, cause: 'reinstated' },
};
