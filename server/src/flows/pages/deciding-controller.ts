import { errorCodes, type In, type Lang, type Out, routes } from '@fenrun/contracts';
import { formatMoney, isRefusal, minor, parseMoney, type Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { frameOf, showCommission } from '../../modules/commission';
import { type PromoterRow, promotersById } from '../../modules/promoters';
import { adjustCommission, decideCommission, type PersonsVerdict } from '../decide-commission';
import { decideSlice, type LeftOut, NAMED_AT_MOST, previewMany, SLICES_AT_MOST } from '../decide-many';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';

const route = routes.commission;

type Detail = Out<typeof route.read>;

/** People decide about commissions: one, many, all that match. */
@Controller('/')
export class DecidingController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.approve)
  approve({ params, body }: In<typeof route.approve>, call: Call): Promise<Detail | Refusal> {
    return this.decideOne(call, params.id, 'approve', body?.reason);
  }

  @Serves(route.reject)
  reject({ params, body }: In<typeof route.reject>, call: Call): Promise<Detail | Refusal> {
    return this.decideOne(call, params.id, 'reject', body?.reason);
  }

  @Serves(route.adjust)
  async adjust({ params, body }: In<typeof route.adjust>, call: Call): Promise<Detail | Refusal> {
    const read = parseMoney(body.amount, call.merchant.currency);
    const amount = isRefusal(read) ? null : read;
    const ask = { amount, reason: body.reason ?? null, by: call.actor.id };
    const adjusted = await onCall(this.lines, call, (tx, hand, now) =>
      adjustCommission(tx, hand, { id: params.id }, ask, now),
    );
    return isRefusal(adjusted) ? adjusted : showCommission(call, params.id);
  }

  @Serves(route.previewDecisions)
  async preview(
    { body }: In<typeof route.previewDecisions>,
    call: Call,
  ): Promise<Out<typeof route.previewDecisions> | Refusal> {
    const preview = await previewMany(call.db, frameOf(call), body.decision, body);
    if (isRefusal(preview)) return preview;
    const { count, net, byPromoter, leftOut, promoters } = preview;
    const money = moneyOf(call);
    return {
      count,
      net: money(net),
      byPromoter: byPromoter.map(({ promoter, count: own, net: sum }) => ({
        promoter: promoter.code,
        promoterName: promoter.name,
        count: own,
        net: money(sum),
        warning: warningOf(promoter, call.lang),
      })),
      leftOut: leftOut.map((one) => leftOutView(one, promoters, call)),
    };
  }

  @Serves(route.decide)
  async decide({ body }: In<typeof route.decide>, call: Call): Promise<Out<typeof route.decide> | Refusal> {
    const verdict: PersonsVerdict = { verdict: body.decision, reason: body.reason ?? null, by: call.actor.id };
    const leftOut: LeftOut[] = [];
    let count = 0;
    let net = 0;
    let from: string | null = '';
    for (let slice = 0; slice < SLICES_AT_MOST && from !== null; slice += 1) {
      const at: string = from;
      const step = await onCall(this.lines, call, (tx, hand, now) =>
        decideSlice(tx, hand, frameOf(call), body, at, verdict, now),
      );
      if (isRefusal(step)) return step;
      count += step.count;
      net += step.net;
      leftOut.push(...step.leftOut.slice(0, NAMED_AT_MOST - leftOut.length));
      from = step.next;
    }
    const payees = [...new Set(leftOut.map(({ payeeId }) => payeeId))];
    const promoters = await promotersById(call.db.read, call.merchantId, payees);
    const byId = new Map(promoters.map((row) => [row.id, row]));
    return { count, net: moneyOf(call)(net), leftOut: leftOut.map((one) => leftOutView(one, byId, call)) };
  }

  private async decideOne(
    call: Call,
    id: string,
    verdict: 'approve' | 'reject',
    reason: string | null | undefined,
  ): Promise<Detail | Refusal> {
    const said = { verdict, reason: reason ?? null, by: call.actor.id };
    const decided = await onCall(this.lines, call, (tx, hand, now) => decideCommission(tx, hand, { id }, said, now));
    return isRefusal(decided) ? decided : showCommission(call, id);
  }
}

function moneyOf({ merchant }: Call): (amount: number) => string {
  return (amount) => formatMoney(minor(amount), merchant.currency);
}

function leftOutView({ id, payeeId, net, code }: LeftOut, promoters: ReadonlyMap<string, PromoterRow>, call: Call) {
  const promoter = promoters.get(payeeId);
  const text = errorCodes[code]?.[call.lang] ?? code;
  return {
    id,
    promoter: promoter?.code ?? '',
    promoterName: promoter?.name ?? '',
    net: moneyOf(call)(net),
    code,
    text,
  };
}

/** What a person should know before paying somebody. */
function warningOf({ status }: PromoterRow, lang: Lang): string | null {
  if (status === 'active') return null;
  return lang === 'zh' ? '推广员现在不是正常状态' : 'The promoter is not active now';
}
