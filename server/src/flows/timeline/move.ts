import type { Instant } from '@fenrun/kernel';
import { newId } from '../../foundation/ids';
import type { Aspect } from '../../modules/promoters';
import type { Hand, PromoterInHand } from './hand';

/** Who made a change by hand, and why. */
export interface ByHand {
  readonly by: string | null;
  readonly reason: string | null;
}

/** Moves a promoter to a programme from that instant on; staying where he is leaves no trace. */
export function moveProgramme(
  hand: Hand,
  promoter: PromoterInHand,
  programme: string,
  cause: string,
  at: Instant,
  byHand?: ByHand,
): void {
  if (programme === promoter.row.programme) return;
  promoter.row.programme = programme;
  noteChange(hand, promoter, 'programme', programme, cause, at, byHand);
}

/** Moves a promoter to a group (null is the default group) from that instant on. */
export function moveGroup(
  hand: Hand,
  promoter: PromoterInHand,
  group: string | null,
  cause: string,
  at: Instant,
  byHand?: ByHand,
): void {
  if (group === promoter.row.groupCode) return;
  promoter.row.groupCode = group;
  noteChange(hand, promoter, 'group', group, cause, at, byHand);
}

/** Writes a change of standing into the promoter's story. */
export function noteChange(
  hand: Hand,
  promoter: PromoterInHand,
  aspect: Aspect,
  value: string | null,
  cause: string,
  at: Instant,
  byHand: ByHand = { by: null, reason: null },
): void {
  const { row } = promoter;
  const change = {
    merchantId: hand.merchantId,
    promoterId: row.id,
    id: newId(hand.present),
    aspect,
    fromAt: at,
    value,
    isPinned: aspect === 'group' ? row.isGroupPinned : aspect === 'programme' ? row.isProgrammePinned : false,
    cause,
    reason: byHand.reason,
    madeBy: byHand.by,
  };
  row.changedAt = Math.max(row.changedAt, at);
  promoter.changes.push(change);
  hand.written.changes.push(change);
  hand.written.promoters.add(promoter);
  hand.written.facts.push({ topic: `${aspect}-changed`, promoterId: row.id, subjectId: row.id, at });
}
