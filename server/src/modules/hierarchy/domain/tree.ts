import { type Refusal, refuse } from '@fenrun/kernel';

/** The tree is at most so deep. Source: domain.md, section 4. */
export const DEEPEST = 64;

/** What a promoter's row keeps of the tree above him. */
export interface Place {
  readonly inviterId: string | null;
  readonly inviter2Id: string | null;
  readonly inviter3Id: string | null;
  /** 1 for a promoter without an inviter. */
  readonly depth: number;
}

export const ROOT: Place = { inviterId: null, inviter2Id: null, inviter3Id: null, depth: 1 };

/** The place of somebody whom this person invites, or a root's where nobody does. */
export function placeUnder(inviter: (Place & { readonly id: string }) | null): Place {
  if (!inviter) return ROOT;
  return {
    inviterId: inviter.id,
    inviter2Id: inviter.inviterId,
    inviter3Id: inviter.inviter2Id,
    depth: inviter.depth + 1,
  };
}

/** Whether somebody may join below a person of this depth. */
export function checkJoin(inviterDepth: number): Refusal<'tree-too-deep'> | null {
  return inviterDepth >= DEEPEST ? refuse('tree-too-deep') : null;
}

export interface Move {
  readonly promoterId: string;
  /** How many generations stand below the promoter; 0 for nobody. */
  readonly height: number;
  /** The new inviter; null makes him a root. */
  readonly inviter: { readonly id: string; readonly depth: number } | null;
  /** The inviters of the new inviter, up to the root. */
  readonly above: readonly string[];
}

/** Whether a promoter may move, with everybody below him: no circle, and nobody deeper than the tree goes. */
export function checkMove({
  promoterId,
  height,
  inviter,
  above,
}: Move): Refusal<'inviter-cycle' | 'tree-too-deep'> | null {
  if (!inviter) return null;
  if (inviter.id === promoterId || above.includes(promoterId)) return refuse('inviter-cycle');
  return inviter.depth + 1 + height > DEEPEST ? refuse('tree-too-deep') : null;
}
