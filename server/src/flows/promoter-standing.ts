import { releaseGroup, releaseTo } from '@fenrun/engine';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import type { PromoterStatus } from '../modules/promoters';
import { ladderAt, ladderCounter } from './timeline/climb';
import { type Hand, heldAt, type PromoterInHand } from './timeline/hand';
import { addPromoters, loadCounters } from './timeline/load-promoters';
import { type ByHand, noteChange } from './timeline/move';

/** What is done with a promoter in hand, whose counters were read. */
type Deed = (promoter: PromoterInHand) => Refusal | undefined;

/** Brings a promoter into the hand and does it; refused with `unknown-promoter` if there is none with that id. */
async function withPromoter(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  now: Instant,
  deed: Deed,
): Promise<object | Refusal> {
  await addPromoters(tx, hand, [], [promoterId]);
  await loadCounters(tx, hand, now);
  const promoter = hand.promoters.get(promoterId);
  if (!promoter) return refuse('unknown-promoter');
  return deed(promoter) ?? {};
}

/** A person puts a promoter on a programme: it is pinned, and no automatic move touches it until it is released. */
export function assignProgramme(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  programme: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  return withPromoter(tx, hand, promoterId, now, (promoter) => {
    const held = heldAt(hand, now).programmes.get(programme)?.programme;
    if (!held) return refuse('unknown-programme', { programme });
    if (!held.isActive) return refuse('programme-inactive', { programme });
    promoter.row.isProgrammePinned = true;
    promoter.row.programme = programme;
    noteChange(hand, promoter, 'programme', programme, 'assigned', now, byHand);
    return undefined;
  });
}

/** Releases a pinned promoter: he is evaluated at once, up or down. */
export function releaseProgramme(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  return withPromoter(tx, hand, promoterId, now, (promoter) => {
    const { row } = promoter;
    if (!row.isProgrammePinned) return refuse('not-pinned');
    const { ladder, state } = ladderAt(hand, now);
    const counter = ladderCounter(hand, ladder, promoter.counter);
    const to = releaseTo(state, { programme: row.programme, isPinned: false }, counter);
    row.isProgrammePinned = false;
    row.programme = to;
    noteChange(hand, promoter, 'programme', to, 'released', now, byHand);
    return undefined;
  });
}

/** A person puts a promoter into a group (null is the default group): pinned, and it beats the automatic. */
export function assignGroup(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  group: string | null,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  return withPromoter(tx, hand, promoterId, now, (promoter) => {
    const isKnown = group === null || heldAt(hand, now).grouping.groups.some(({ code }) => code === group);
    if (!isKnown) return refuse('unknown-group', { group });
    promoter.row.isGroupPinned = true;
    promoter.row.groupCode = group;
    noteChange(hand, promoter, 'group', group, 'assigned', now, byHand);
    return undefined;
  });
}

/** Releases a promoter's group: the highest satisfied one, else the default group. */
export function releaseFromGroup(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  return withPromoter(tx, hand, promoterId, now, (promoter) => {
    const { row } = promoter;
    if (!row.isGroupPinned) return refuse('not-pinned');
    const counters = promoter.counter ?? { orders: 0, revenue: 0, customers: 0 };
    const to = releaseGroup(heldAt(hand, now).grouping, row.groupCode, counters);
    row.isGroupPinned = false;
    row.groupCode = to;
    noteChange(hand, promoter, 'group', to, 'released', now, byHand);
    return undefined;
  });
}

/** A person changes whether a promoter may earn: from this instant on. The same status again changes nothing. */
export function setStatus(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  status: PromoterStatus,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  return withPromoter(tx, hand, promoterId, now, (promoter) => {
    if (promoter.row.status === status) return undefined;
    promoter.row.status = status;
    noteChange(hand, promoter, 'status', status, 'person', now, byHand);
    return undefined;
  });
}
