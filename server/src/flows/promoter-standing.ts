import { climbTo, leaveDeactivated, type Programme, releaseGroup, releaseTo } from '@fenrun/engine';
import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { savePlans } from '../modules/plans';
import type { PromoterStatus } from '../modules/promoters';
import { ladderAt, ladderCounter } from './timeline/climb';
import { type Hand, heldAt, type PromoterInHand, promoterOf } from './timeline/hand';
import { addPromoters, loadCounters, promotersOn } from './timeline/load-promoters';
import { type ByHand, moveProgramme, noteChange } from './timeline/move';

async function bring(tx: Tx, hand: Hand, promoterId: string, now: Instant): Promise<PromoterInHand | null> {
  await addPromoters(tx, hand, [], [promoterId]);
  await loadCounters(tx, hand, now);
  return hand.promoters.get(promoterId) ?? null;
}

/** A person puts a promoter on a programme: it is pinned, and no automatic move touches it until it is released. */
export async function assignProgramme(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  programme: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const promoter = await bring(tx, hand, promoterId, now);
  if (!promoter) return refuse('unknown-promoter');
  if (!isActiveProgramme(hand, programme, now)) return refuse('programme-inactive', { programme });
  promoter.row.isProgrammePinned = true;
  promoter.row.programme = programme;
  noteChange(hand, promoter, 'programme', programme, 'assigned', now, byHand);
  return {};
}

/** Releases a pinned promoter: he is evaluated at once, up or down. */
export async function releaseProgramme(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const promoter = await bring(tx, hand, promoterId, now);
  if (!promoter) return refuse('unknown-promoter');
  if (!promoter.row.isProgrammePinned) return refuse('not-pinned');
  const { ladder, state } = ladderAt(hand, now);
  const counter = ladderCounter(hand, ladder, promoter.counter);
  const to = releaseTo(state, { programme: promoter.row.programme, isPinned: false }, counter);
  promoter.row.isProgrammePinned = false;
  promoter.row.programme = to;
  noteChange(hand, promoter, 'programme', to, 'released', now, byHand);
  return {};
}

/** A person puts a promoter into a group (null is the default group): pinned, and it beats the automatic. */
export async function assignGroup(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  group: string | null,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const promoter = await bring(tx, hand, promoterId, now);
  if (!promoter) return refuse('unknown-promoter');
  const isKnown = group === null || heldAt(hand, now).grouping.groups.some(({ code }) => code === group);
  if (!isKnown) return refuse('unknown-group', { group });
  promoter.row.isGroupPinned = true;
  promoter.row.groupCode = group;
  noteChange(hand, promoter, 'group', group, 'assigned', now, byHand);
  return {};
}

/** Releases a promoter's group: the highest satisfied one, else the default group. */
export async function releaseFromGroup(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const promoter = await bring(tx, hand, promoterId, now);
  if (!promoter) return refuse('unknown-promoter');
  if (!promoter.row.isGroupPinned) return refuse('not-pinned');
  const counters = promoter.counter ?? { orders: 0, revenue: 0, customers: 0 };
  const to = releaseGroup(heldAt(hand, now).grouping, promoter.row.groupCode, counters);
  promoter.row.isGroupPinned = false;
  promoter.row.groupCode = to;
  noteChange(hand, promoter, 'group', to, 'released', now, byHand);
  return {};
}

/** A person changes whether a promoter may earn: from this instant on. The same status again changes nothing. */
export async function setStatus(
  tx: Tx,
  hand: Hand,
  promoterId: string,
  status: PromoterStatus,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const promoter = await bring(tx, hand, promoterId, now);
  if (!promoter) return refuse('unknown-promoter');
  if (promoter.row.status === status) return {};
  promoter.row.status = status;
  noteChange(hand, promoter, 'status', status, 'person', now, byHand);
  return {};
}

function isActiveProgramme(hand: Hand, code: string, at: Instant): boolean {
  return heldAt(hand, at).programmes.get(code)?.programme.isActive ?? false;
}

/**
 * Deactivates a programme: its level goes, its unpinned members go to the highest remaining satisfied level below it, else to the
 * default programme; members of one beside the ladder go to the default; then all of them are evaluated.
 */
export async function deactivateProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const held = heldAt(hand, now).programmes.get(code)?.programme;
  if (!held) return refuse('unknown-programme');
  if (held.isDefault) return refuse('default-programme');
  if (!held.isActive) return refuse('programme-inactive', { programme: code });
  const { ladder } = ladderAt(hand, now);
  const members = await promotersOn(tx, hand.merchantId, [code]);
  await addPromoters(tx, hand, members, []);
  await loadCounters(tx, hand, now);
  const doc: Programme = { ...held, isActive: false };
  await savePlans(tx, hand.merchantId, [{ kind: 'programme', code, doc, holdsFrom: now }], byHand.by, now);
  const standard = [...heldAt(hand, now).programmes.values()].find(({ programme }) => programme.isDefault) as {
    code: string;
  };
  const isActive = (programme: string) => programme !== code && isActiveProgramme(hand, programme, now);
  const state = {
    isOn: ladder?.isOn ?? false,
    levels: ladder?.levels.filter((level) => isActive(level.programme)) ?? [],
    defaultProgramme: standard.code,
  };
  for (const { id } of members) {
    const promoter = promoterOf(hand, id);
    const position = { programme: promoter.row.programme, isPinned: promoter.row.isProgrammePinned };
    const counter = ladderCounter(hand, ladder, promoter.counter);
    const left = leaveDeactivated(ladder, state, position, counter);
    moveProgramme(
      hand,
      promoter,
      climbTo(state, { ...position, programme: left }, counter),
      'deactivated',
      now,
      byHand,
    );
  }
  return {};
}
