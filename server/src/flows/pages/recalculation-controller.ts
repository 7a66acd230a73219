import { type In, type Lang, type Out, routes } from '@fenrun/contracts';
import type { LeftOut } from '@fenrun/engine';
import { formatMoney, isRefusal, minor, type Refusal, refuse, zone } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { promotersById } from '../../modules/promoters';
import { onCall } from '../on-call';
import { type Chosen, chooseSales } from '../recalculate/choose-sales';
import { addOutcomes, NO_OUTCOME, type Outcome } from '../recalculate/outcome';
import { previewRecalculation, recalculateSlice, SLICE } from '../recalculate/recalculate';
import { TIMELINES, type Timelines } from '../timeline/advance';

const route = routes.recalculation;

type View = Out<typeof route.preview>;

const LEFT_OUT: Readonly<Record<LeftOut, Record<Lang, string>>> = {
  rejected: { zh: '已驳回，不再计算', en: 'Rejected; it is not computed again' },
  reversed: { zh: '已全额退款，不再计算', en: 'Refunded in full; it is not computed again' },
  'every-nth': { zh: '每 N 单的奖励按审核次序发，不重新计算', en: 'The reward for every N-th order follows approvals' },
};

/** Past sales decided again by the present rule book, on somebody's word. */
@Controller('/')
export class RecalculationController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.preview)
  async preview({ body }: In<typeof route.preview>, call: Call): Promise<View | Refusal> {
    await this.lines.advance(call.merchantId);
    const ids = await this.choose(call, body);
    if (isRefusal(ids)) return ids;
    const { outcome, bookVersion } = await previewRecalculation(call.db, call.merchantId, ids);
    return viewOf(call, outcome, bookVersion);
  }

  @Serves(route.run)
  async run({ body }: In<typeof route.run>, call: Call): Promise<View | Refusal> {
    const { bookVersion } = body;
    const reason = body.reason.trim();
    if (reason === '') return refuse('reason-required');
    await this.lines.advance(call.merchantId);
    const ids = await this.choose(call, body);
    if (isRefusal(ids)) return ids;
    const note = { reason, by: call.actor.id, bookVersion };
    let outcome = NO_OUTCOME;
    for (let at = 0; at < Math.max(ids.length, 1); at += SLICE) {
      const slice = await onCall(this.lines, call, async (tx, hand, now): Promise<Outcome | Refusal> => {
        // What the first slice began by that book is ended by it, whatever is saved meanwhile.
        if (at === 0 && hand.book.version !== bookVersion) return refuse('changed-meanwhile');
        return recalculateSlice(tx, hand, ids.slice(at, at + SLICE), note, now);
      });
      if (isRefusal(slice)) return slice;
      outcome = addOutcomes([outcome, slice]);
    }
    return viewOf(call, outcome, bookVersion);
  }

  private choose(call: Call, chosen: Chosen): Promise<string[] | Refusal> {
    return chooseSales(call.db.read, call.merchantId, zone(call.merchant.timezone), chosen);
  }
}

async function viewOf(call: Call, outcome: Outcome, bookVersion: number): Promise<View> {
  const { merchantId, merchant, lang } = call;
  const money = (amount: number) => formatMoney(minor(amount), merchant.currency);
  const payees = [...new Set(outcome.rows.map(({ payeeId }) => payeeId))];
  const promoters = new Map((await promotersById(call.db.read, merchantId, payees)).map((row) => [row.id, row]));
  return {
    sales: outcome.sales,
    changed: outcome.changed,
    old: money(outcome.old),
    new: money(outcome.fresh),
    difference: money(outcome.fresh - outcome.old),
    rows: outcome.rows.map(({ order, payeeId, kind, commission, old, fresh, leftOut }) => ({
      order,
      promoter: promoters.get(payeeId)?.code ?? '',
      promoterName: promoters.get(payeeId)?.name ?? '',
      kind,
      commission,
      old: money(old),
      new: money(fresh),
      difference: money(fresh - old),
      leftOut,
      leftOutText: leftOut && LEFT_OUT[leftOut][lang],
    })),
    bookVersion,
  };
}
