import {
  climbTo,
  compileBook,
  type LadderState,
  leaveDeactivated,
  type Programme,
  type RuleBook,
} from '@fenrun/engine';
import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { bookAfter, type PlanSaving, savePlans } from '../modules/plans';
import type { PromoterRow } from '../modules/promoters';
import { climbAll } from './climb-all';
import { ladderAt, ladderCounter } from './timeline/climb';
import { type Hand, heldAt, promoterOf } from './timeline/hand';
import { addPromoters, loadCounters, promotersOn } from './timeline/load-promoters';
import { type ByHand, moveProgramme } from './timeline/move';
import { runDueSpecials } from './timeline/run-special';

/** The programme as it was saved last; undefined if there is none, or it was deleted. */
function presentProgramme({ programmes }: RuleBook, code: string): Programme | undefined {
  return programmes.find((programme) => programme.code === code)?.versions.at(-1)?.value ?? undefined;
}

/**
 * Deactivates a programme: its level goes, its unpinned members go to the highest remaining satisfied level below it, else to the
 * default programme; members of one beside the ladder go to the default; then all of them are evaluated. Answers how many moved.
 */
export async function deactivateProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  byHand: ByHand,
  now: Instant,
): Promise<{ moved: number } | Refusal> {
  const programme = presentProgramme(hand.book, code);
  if (!programme) return refuse('unknown-programme');
  if (programme.isDefault) return refuse('default-programme');
  if (!programme.isActive) return refuse('programme-inactive', { programme: code });
  const members = await promotersOn(tx, hand.merchantId, [code]);
  await addPromoters(tx, hand, members, []);
  await loadCounters(tx, hand, now);
  const saving: PlanSaving = { kind: 'programme', code, doc: { ...programme, isActive: false }, holdsFrom: now };
  await savePlans(tx, hand.merchantId, [saving], byHand.by, now);
  return { moved: leaveProgramme(hand, members, without(hand, code, now), byHand, now) };
}

/** The ladder as it stands once a programme is not active any more. */
function without(hand: Hand, code: string, now: Instant): LadderState {
  const { ladder, state } = ladderAt(hand, now);
  const { programmes } = heldAt(hand, now);
  const isActive = (other: string) => other !== code && (programmes.get(other)?.programme.isActive ?? false);
  return { ...state, levels: ladder?.levels.filter(({ programme }) => isActive(programme)) ?? [] };
}

function leaveProgramme(
  hand: Hand,
  members: readonly PromoterRow[],
  state: LadderState,
  byHand: ByHand,
  now: Instant,
): number {
  const { ladder } = ladderAt(hand, now);
  let moved = 0;
  for (const { id } of members) {
    const promoter = promoterOf(hand, id);
    const position = { programme: promoter.row.programme, isPinned: promoter.row.isProgrammePinned };
    const counter = ladderCounter(hand, ladder, promoter.counter);
    const left = leaveDeactivated(ladder, state, position, counter);
    const to = climbTo(state, { ...position, programme: left }, counter);
    if (to === position.programme) continue;
    moveProgramme(hand, promoter, to, 'deactivated', now, byHand);
    moved += 1;
  }
  return moved;
}

/** Activates a programme again. Nobody moves by that alone, but if a level of the ladder comes back, everybody is evaluated. */
export async function activateProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  by: string,
  now: Instant,
): Promise<object | Refusal> {
  const programme = presentProgramme(hand.book, code);
  if (!programme) return refuse('unknown-programme');
  if (programme.isActive) return {};
  await runDueSpecials(tx, hand, now);
  await saveAndClimb(tx, hand, [{ code, programme: { ...programme, isActive: true } }], by, now);
  return {};
}

/** Makes an active programme the default, in which newcomers start. Its members are on the way up from now on. */
export async function makeDefaultProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  by: string,
  now: Instant,
): Promise<object | Refusal> {
  const programme = presentProgramme(hand.book, code);
  if (!programme) return refuse('unknown-programme');
  if (!programme.isActive) return refuse('programme-inactive', { programme: code });
  if (programme.isDefault) return {};
  const former = hand.book.programmes.flatMap(({ code: other, versions }) => {
    const value = versions.at(-1)?.value;
    return value?.isDefault ? [{ code: other, programme: { ...value, isDefault: false } }] : [];
  });
  await runDueSpecials(tx, hand, now);
  await saveAndClimb(tx, hand, [...former, { code, programme: { ...programme, isDefault: true } }], by, now);
  return {};
}

/** Saves programmes together, and puts everybody where he belongs by the book that comes of it. */
async function saveAndClimb(
  tx: Tx,
  hand: Hand,
  programmes: readonly { readonly code: string; readonly programme: Programme }[],
  by: string,
  now: Instant,
): Promise<void> {
  const savings = programmes.map(
    ({ code, programme }): PlanSaving => ({ kind: 'programme', code, doc: programme, holdsFrom: now }),
  );
  await savePlans(tx, hand.merchantId, savings, by, now);
  await climbAll(tx, hand, compileBook(bookAfter(hand.book, savings)), 'programme', now);
}

/** People who were never admitted are no members. */
const NOT_ADMITTED: ReadonlySet<PromoterRow['status']> = new Set(['applicant', 'rejected']);

/**
 * Deletes a programme; past sales keep what it paid. A level of the ladder goes as by deactivating, and its members with it. A
 * programme that has members otherwise (pinned ones, or any beside the ladder) is refused. Source: domain.md, section 6.
 */
export async function deleteProgramme(
  tx: Tx,
  hand: Hand,
  code: string,
  byHand: ByHand,
  now: Instant,
): Promise<object | Refusal> {
  const programme = presentProgramme(hand.book, code);
  if (!programme) return refuse('unknown-programme');
  if (programme.isDefault) return refuse('default-programme');
  const members = await promotersOn(tx, hand.merchantId, [code]);
  const isLevel = ladderAt(hand, now).state.levels.some((level) => level.programme === code);
  const admitted = members.filter(({ status }) => !NOT_ADMITTED.has(status));
  if (!isLevel && admitted.length > 0) return refuse('programme-has-members', { members: admitted.length });
  if (programme.isActive) {
    const left = await deactivateProgramme(tx, hand, code, byHand, now);
    if (isRefusal(left)) return left;
  }
  const staying = members.filter(({ id, programme: own }) => (hand.promoters.get(id)?.row.programme ?? own) === code);
  if (staying.length > 0) return refuse('programme-has-members', { members: staying.length });
  await savePlans(tx, hand.merchantId, [{ kind: 'programme', code, doc: null, holdsFrom: now }], byHand.by, now);
  return {};
}
