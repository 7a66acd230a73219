import { type In, type Out, routes } from '@fenrun/contracts';
import { type Instant, isRefusal, parseInstant, parseMoney, type Refusal, refuse, zone } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, cursorOf, placeOf, Serves } from '../../foundation/http';
import { newId } from '../../foundation/ids';
import { actorNames } from '../../modules/identity';
import {
  listPayouts,
  type PayoutFrame,
  type PayoutStatus,
  payoutById,
  payoutDetailView,
  payoutRowView,
  stepsOfPayouts,
} from '../../modules/payout';
import { promotersByCode, promotersById } from '../../modules/promoters';
import { askPayout, cancelPayout, endPayout, movePayout } from '../ask-payout';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';

const route = routes.payout;

type Detail = Out<typeof route.read>;

/** Payouts as finance looks after them. */
@Controller('/')
export class PayoutsController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const after = query.cursor === undefined ? null : placeOf(query.cursor, 'string');
    if (isRefusal(after)) return after;
    const { db, merchantId } = call;
    const [from, to] = [instantIn(query.from, call), instantIn(query.to, call)];
    const [named] = query.promoter === undefined ? [] : await promotersByCode(db.read, merchantId, [query.promoter]);
    // A code that nobody has finds nothing.
    const promoterId = query.promoter === undefined ? undefined : (named?.id ?? '');
    const { status, channel, limit } = query;
    const filter = { status, channel, promoterId, from, to };
    const page = await listPayouts(db.read, merchantId, filter, after?.[0] ?? null, limit);
    const ids = [...new Set(page.rows.map((row) => row.promoterId))];
    const promoters = new Map((await promotersById(db.read, merchantId, ids)).map((row) => [row.id, row]));
    const frame = payoutFrame(call);
    return {
      data: page.rows.flatMap((row) => {
        const promoter = promoters.get(row.promoterId);
        return promoter ? [payoutRowView(row, promoter, frame)] : [];
      }),
      nextCursor: page.next === null ? null : cursorOf([page.next]),
    };
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<Detail | Refusal> {
    return showPayout(call, params.id);
  }

  @Serves(route.request)
  async request({ params, body }: In<typeof route.request>, call: Call): Promise<Detail | Refusal> {
    const [promoter] = await promotersByCode(call.db.read, call.merchantId, [params.code]);
    if (!promoter) return refuse('unknown-promoter');
    const read = parseMoney(body.amount, call.merchant.currency);
    const amount = isRefusal(read) ? null : read;
    const asked = await onCall(this.lines, call, (tx, hand, now) => {
      const ask = { outsideId: newId(now), promoterId: promoter.id, amount, channel: body.channel, by: call.actor.id };
      return askPayout(tx, hand, ask, now);
    });
    return isRefusal(asked) ? asked : showPayout(call, asked.id);
  }

  @Serves(route.approve)
  approve({ params, body }: In<typeof route.approve>, call: Call): Promise<Detail | Refusal> {
    return this.move(call, params.id, 'approved', body?.reason);
  }

  @Serves(route.reject)
  reject({ params, body }: In<typeof route.reject>, call: Call): Promise<Detail | Refusal> {
    return this.move(call, params.id, 'rejected', body?.reason);
  }

  @Serves(route.cancel)
  async cancel({ params, body }: In<typeof route.cancel>, call: Call): Promise<Detail | Refusal> {
    const step = { by: call.actor.id, reason: body?.reason?.trim() || null };
    const cancelled = await onCall(this.lines, call, (tx, hand, now) => cancelPayout(tx, hand, params.id, step, now));
    return isRefusal(cancelled) ? cancelled : showPayout(call, params.id);
  }

  @Serves(route.result)
  async result({ params, body }: In<typeof route.result>, call: Call): Promise<Detail | Refusal> {
    const step = { to: body.result, by: call.actor.id, reason: body.reason?.trim() || null };
    const ended = await onCall(this.lines, call, (tx, hand, now) => endPayout(tx, hand, params.id, step, now));
    return isRefusal(ended) ? ended : showPayout(call, params.id);
  }

  private async move(
    call: Call,
    id: string,
    to: PayoutStatus,
    reason: string | null | undefined,
  ): Promise<Detail | Refusal> {
    const step = { to, by: call.actor.id, reason: reason?.trim() || null };
    const moved = await onCall(this.lines, call, (tx, hand, now) => movePayout(tx, hand, id, step, now));
    return isRefusal(moved) ? moved : showPayout(call, id);
  }
}

/** One payout as the staff read it. */
async function showPayout(call: Call, id: string): Promise<Detail | Refusal> {
  const { db, merchantId } = call;
  const row = await payoutById(db.read, merchantId, id);
  const [promoter] = row ? await promotersById(db.read, merchantId, [row.promoterId]) : [];
  if (!row || !promoter) return refuse('unknown-payout');
  const steps = (await stepsOfPayouts(db.read, merchantId, [id])).get(id) ?? [];
  const actors = [row.requestedBy, row.decidedById, ...steps.map(({ madeBy }) => madeBy)];
  const names = await actorNames(db.read, merchantId, actors);
  // Who is not of the staff is the promoter himself.
  const who = (actor: string | null) => (actor === null ? null : (names.get(actor) ?? promoter.name));
  return payoutDetailView(row, promoter, steps, who, payoutFrame(call));
}

/** What payouts are shown with. */
export function payoutFrame({ merchant, lang }: Call): PayoutFrame {
  return { currency: merchant.currency, zone: zone(merchant.timezone), lang };
}

/** An instant, or the first one of a day in the merchant's zone; the contract has checked it. */
function instantIn(text: string | undefined, { merchant }: Call): Instant | undefined {
  if (text === undefined) return undefined;
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? zone(merchant.timezone).startOfDay(text) : parseInstant(text);
  return isRefusal(at) ? undefined : at;
}
