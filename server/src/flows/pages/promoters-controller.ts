import { type In, type Out, routes } from '@fenrun/contracts';
import { type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import type { Tx } from '../../foundation/db';
import { type Call, Serves } from '../../foundation/http';
import { readingOf } from '../../modules/commission';
import {
  countByStatus,
  countPartners,
  listPromoters,
  PROMOTER_STATUSES,
  type PromoterRow,
  partnersOf,
  promotersByCode,
  type StandingDeed,
  writeNote,
} from '../../modules/promoters';
import { moveInviter } from '../move-inviter';
import { onCall } from '../on-call';
import { assignGroup, assignProgramme, releaseFromGroup, releaseProgramme } from '../promoter-standing';
import { judgeStanding } from '../review-application';
import { TIMELINES, type Timelines } from '../timeline/advance';
import type { Hand } from '../timeline/hand';
import type { ByHand } from '../timeline/move';
import { monthStart } from './instant-words';
import { placeOf } from './page-cursor';
import { promoterBalance } from './promoter-balance';
import { type PromoterDetail, promoterByCode, promoterDetail } from './promoter-detail';
import { promoterRows } from './promoter-rows';
import { noteView, promoterStory } from './promoter-story';

const route = routes.promoters;

/** Promoters and applicants, as the staff see and judge them. */
@Controller('/')
export class PromotersController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list>> {
    const { limit, cursor, inviter, ...filter } = query;
    const [inviting] = inviter ? await promotersByCode(call.db.read, call.merchantId, [inviter]) : [];
    if (inviter && !inviting) return { data: [], nextCursor: null };
    const asked = { ...filter, inviterId: inviting?.id, before: cursor };
    const rows = await listPromoters(call.db.read, call.merchantId, asked, limit + 1);
    return pageOfRows(call, rows, limit);
  }

  @Serves(route.counts)
  async counts(_: In<typeof route.counts>, call: Call): Promise<Out<typeof route.counts>> {
    const counts = await countByStatus(call.db.read, call.merchantId);
    const each = PROMOTER_STATUSES.map((status) => [status, counts.get(status) ?? 0] as const);
    return { counts: Object.fromEntries(each) as Out<typeof route.counts>['counts'] };
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<PromoterDetail | Refusal> {
    return promoterDetail(call, params.code);
  }

  @Serves(route.balance)
  async balance({ params }: In<typeof route.balance>, call: Call): Promise<Out<typeof route.balance> | Refusal> {
    const promoter = await promoterByCode(call, params.code);
    return isRefusal(promoter) ? promoter : promoterBalance(call.db.read, await readingOf(call), promoter.id);
  }

  @Serves(route.partners)
  async partners(
    { params, query }: In<typeof route.partners>,
    call: Call,
  ): Promise<Out<typeof route.partners> | Refusal> {
    const promoter = await promoterByCode(call, params.code);
    if (isRefusal(promoter)) return promoter;
    const { read } = call.db;
    const rows = await partnersOf(read, call.merchantId, promoter.id, query.cursor ?? null, query.limit + 1);
    const total = (await countPartners(read, call.merchantId, [promoter.id])).get(promoter.id) ?? 0;
    const page = await pageOfRows(call, rows, query.limit);
    return { ...page, total, activeThisMonth: await this.activeThisMonth(call, promoter) };
  }

  @Serves(route.story)
  async story({ params, query }: In<typeof route.story>, call: Call): Promise<Out<typeof route.story> | Refusal> {
    const promoter = await promoterByCode(call, params.code);
    if (isRefusal(promoter)) return promoter;
    const before = query.cursor === undefined ? null : placeOf(query.cursor);
    return isRefusal(before) ? before : promoterStory(call, promoter, before, query.limit);
  }

  @Serves(route.addNote)
  async addNote({ params, body }: In<typeof route.addNote>, call: Call): Promise<Out<typeof route.addNote> | Refusal> {
    const promoter = await promoterByCode(call, params.code);
    if (isRefusal(promoter)) return promoter;
    const { merchantId, actor, now } = call;
    const draft = { merchantId, promoterId: promoter.id, text: body.text.trim(), writtenBy: actor.name };
    const note = await call.write((tx) => writeNote(tx, draft, now));
    return isRefusal(note) ? note : noteView(note);
  }

  @Serves(route.approve)
  approve({ params, body }: In<typeof route.approve>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.judge(call, params.code, 'approve', body?.reason);
  }

  @Serves(route.reject)
  reject({ params, body }: In<typeof route.reject>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.judge(call, params.code, 'reject', body?.reason);
  }

  @Serves(route.suspend)
  suspend({ params, body }: In<typeof route.suspend>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.judge(call, params.code, 'suspend', body?.reason);
  }

  @Serves(route.reinstate)
  reinstate({ params, body }: In<typeof route.reinstate>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.judge(call, params.code, 'reinstate', body?.reason);
  }

  @Serves(route.ban)
  ban({ params, body }: In<typeof route.ban>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.judge(call, params.code, 'ban', body?.reason);
  }

  @Serves(route.assignProgramme)
  assignProgramme({ params, body }: In<typeof route.assignProgramme>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.place(call, params.code, body.reason, (tx, hand, id, byHand, now) =>
      assignProgramme(tx, hand, id, body.programme, byHand, now),
    );
  }

  @Serves(route.releaseProgramme)
  releaseProgramme({ params, body }: In<typeof route.releaseProgramme>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.place(call, params.code, body?.reason, releaseProgramme);
  }

  @Serves(route.assignGroup)
  assignGroup({ params, body }: In<typeof route.assignGroup>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.place(call, params.code, body.reason, (tx, hand, id, byHand, now) =>
      assignGroup(tx, hand, id, body.group, byHand, now),
    );
  }

  @Serves(route.releaseGroup)
  releaseGroup({ params, body }: In<typeof route.releaseGroup>, call: Call): Promise<PromoterDetail | Refusal> {
    return this.place(call, params.code, body?.reason, releaseFromGroup);
  }

  @Serves(route.moveInviter)
  moveInviter({ params, body }: In<typeof route.moveInviter>, call: Call): Promise<PromoterDetail | Refusal> {
    const { inviter, reason } = body;
    return this.place(call, params.code, reason, async (tx, hand, id, byHand, now) => {
      if (byHand.reason === null)
        return refuse('reason-required', undefined, [{ pointer: '/reason', code: 'required' }]);
      const [row] = inviter === null ? [] : await promotersByCode(tx, call.merchantId, [inviter]);
      if (inviter !== null && !row)
        return refuse('unknown-inviter', undefined, [{ pointer: '/inviter', code: 'unknown-promoter' }]);
      return moveInviter(tx, hand, id, row?.id ?? null, byHand, now);
    });
  }

  /** A person changes where a promoter stands. */
  private async place(
    call: Call,
    code: string,
    reason: string | null | undefined,
    command: (tx: Tx, hand: Hand, id: string, byHand: ByHand, now: Instant) => Promise<object | Refusal>,
  ): Promise<PromoterDetail | Refusal> {
    const byHand = { by: call.actor.id, reason: reason?.trim() || null };
    const placed = await onCall(this.lines, call, async (tx, hand, now): Promise<object | Refusal> => {
      const [row] = await promotersByCode(tx, call.merchantId, [code]);
      return row ? command(tx, hand, row.id, byHand, now) : refuse('unknown-promoter');
    });
    return isRefusal(placed) ? placed : promoterDetail(call, code);
  }

  private async judge(
    call: Call,
    code: string,
    deed: StandingDeed,
    reason?: string | null,
  ): Promise<PromoterDetail | Refusal> {
    const byHand = { by: call.actor.id, reason: reason ?? null };
    const judged = await onCall(this.lines, call, (tx, hand, now) => judgeStanding(tx, hand, code, deed, byHand, now));
    return isRefusal(judged) ? judged : promoterDetail(call, code);
  }

  /** Partners with an order of their own since the first of the month. */
  private async activeThisMonth(call: Call, { id }: PromoterRow): Promise<number> {
    const { zone, now, merchantId } = await readingOf(call);
    const sql = `SELECT COUNT(DISTINCT p.id) AS n FROM promoter p
      JOIN commission c ON c.merchant_id = p.merchant_id AND c.payee_id = p.id
      WHERE p.merchant_id = ? AND p.inviter_id = ? AND c.paid_at >= ? AND c.kind = 'direct'`;
    const [row] = await call.db.read.rows<{ n: number | string }>(sql, [merchantId, id, monthStart(now, zone)]);
    return Number(row?.n ?? 0);
  }
}

async function pageOfRows(call: Call, rows: readonly PromoterRow[], limit: number): Promise<Out<typeof route.list>> {
  const shown = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
  return { data: await promoterRows(call, shown), nextCursor };
}
