import { climbGroup, climbTo } from '@fenrun/engine';
import { BEGINNING, type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx } from '../foundation/db';
import { newId } from '../foundation/ids';
import { checkJoin, placeUnder } from '../modules/hierarchy';
import {
  type Aspect,
  type PromoterChangeRow,
  type PromoterRow,
  type PromoterStatus,
  promoterChangeTable,
  promoterTable,
} from '../modules/promoters';
import { ladderAt } from './timeline/climb';
import { type Hand, heldAt } from './timeline/hand';

export interface PromoterInput {
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  readonly avatar: string | null;
  readonly memberId: string | null;
  readonly customerId: string | null;
  readonly status: PromoterStatus;
  /** Null: he has always been active. */
  readonly joinedAt: Instant | null;
  readonly inviterId: string | null;
  /** Null: the merchant's default programme, or the level that is reached with nothing. No pin. */
  readonly programme: string | null;
  readonly group: string | null;
}

const NOTHING = { orders: 0, revenue: 0, customers: 0 };

/** Adds a promoter, who stands from the start where the rules put somebody with nothing sold yet. */
export async function addPromoter(
  tx: Tx,
  hand: Hand,
  input: PromoterInput,
  now: Instant,
): Promise<{ id: string } | Refusal> {
  const { merchantId } = hand;
  if (await findOne(tx, promoterTable, 'merchant_id = ? AND code = ?', [merchantId, input.code]))
    return refuse('promoter-exists', { code: input.code });
  const inviter = input.inviterId
    ? await findOne(tx, promoterTable, 'merchant_id = ? AND id = ?', [merchantId, input.inviterId])
    : undefined;
  if (input.inviterId && !inviter) return refuse('unknown-inviter');
  const refused = inviter ? checkJoin(inviter.depth) : null;
  if (refused) return refused;
  const held = heldAt(hand, now);
  if (input.programme !== null && !held.programmes.get(input.programme)?.programme.isActive)
    return refuse('programme-inactive', { programme: input.programme });
  if (input.group !== null && !held.grouping.groups.some(({ code }) => code === input.group))
    return refuse('unknown-group', { group: input.group });
  const row = promoterRow(hand, input, inviter, now);
  await insert(tx, promoterTable, [row]);
  await insert(tx, promoterChangeTable, firstChanges(row, now));
  hand.written.facts.push({ topic: 'promoter-added', promoterId: row.id, subjectId: row.id, at: now });
  return { id: row.id };
}

function promoterRow(hand: Hand, input: PromoterInput, inviter: PromoterRow | undefined, now: Instant): PromoterRow {
  const { state } = ladderAt(hand, now);
  const start = input.programme ?? state.defaultProgramme;
  const { programme: _programme, group, ...given } = input;
  return {
    merchantId: hand.merchantId,
    id: newId(now),
    ...given,
    ...placeUnder(inviter ?? null),
    programme: climbTo(state, { programme: start, isPinned: false }, 0),
    groupCode: climbGroup(heldAt(hand, now).grouping, { group, isPinned: false }, NOTHING),
    isProgrammePinned: false,
    isGroupPinned: false,
    changedAt: BEGINNING,
    createdAt: now,
  };
}

/** The first value of every aspect holds for earlier sales too. */
function firstChanges(row: PromoterRow, now: Instant): PromoterChangeRow[] {
  const first: [Aspect, string | null][] = [
    ['status', row.status],
    ['programme', row.programme],
    ['group', row.groupCode],
    ['inviter', row.inviterId],
  ];
  return first.map(([aspect, value]) => ({
    merchantId: row.merchantId,
    promoterId: row.id,
    id: newId(now),
    aspect,
    fromAt: BEGINNING,
    value,
    isPinned: false,
    cause: 'start',
    reason: null,
    madeBy: null,
  }));
}
