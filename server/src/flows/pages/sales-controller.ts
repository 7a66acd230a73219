import { type In, type Out, routes } from '@fenrun/contracts';
import { formatMoney, isRefusal, minor, type Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, cursorOf, placeOf, Serves } from '../../foundation/http';
import { INSTALLATION, type Installation } from '../../installation';
import { listOrders, type OrderFilter, orderCondition, orderTotals, readingOf } from '../../modules/commission';
import { assignSale } from '../assign-sale';
import { onCall } from '../on-call';
import { completeOrder } from '../orders/complete-order';
import { gatherOrders } from '../orders/gather-orders';
import { orderFrame, settingStretches } from '../orders/order-frame';
import { orderRowView } from '../orders/order-row-view';
import { readOrder } from '../orders/read-order';
import { refundOrder } from '../orders/refund-order';
import { recordManualSale } from '../record-manual-sale';
import { shopOf } from '../shop-part';
import { TIMELINES, type Timelines } from '../timeline/advance';

const route = routes.sales;

type Detail = Out<typeof route.read>;

/** Orders as the staff keep them. */
@Controller('/')
export class SalesController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Inject(INSTALLATION)
  private readonly installation: Installation;

  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const { limit, cursor, ...filter } = query;
    const after = cursor === undefined ? null : placeOf(cursor, 'number', 'string');
    if (isRefusal(after)) return after;
    const reading = await readingOf(call);
    const condition = await orderCondition(call.db.read, filter as OrderFilter, orderFrame(call, reading));
    if (isRefusal(condition)) return condition;
    const { ids, next } = await listOrders(call.db.read, condition, after, limit);
    const all = await gatherOrders(call.db.read, call.merchantId, ids);
    return {
      data: all.orders.map((order) => orderRowView(order, all, reading)),
      nextCursor: next === null ? null : cursorOf(next),
    };
  }

  @Serves(route.totals)
  async totals({ query }: In<typeof route.totals>, call: Call): Promise<Out<typeof route.totals> | Refusal> {
    const reading = await readingOf(call);
    const condition = await orderCondition(call.db.read, query as OrderFilter, orderFrame(call, reading));
    if (isRefusal(condition)) return condition;
    const addingTax = settingStretches(reading).filter(({ addsTax }) => addsTax);
    const sums = await orderTotals(call.db.read, condition, addingTax, call.merchantId);
    const money = (amount: number) => formatMoney(minor(amount), call.merchant.currency);
    const { count, total, refunded, commission } = sums;
    return { count, total: money(total), refunded: money(refunded), commission: money(commission) };
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<Detail | Refusal> {
    return readOrder(call, params.id);
  }

  @Serves(route.recordManual)
  recordManual({ body }: In<typeof route.recordManual>, call: Call): Promise<Out<typeof route.recordManual> | Refusal> {
    return recordManualSale(this.lines, call, body);
  }

  @Serves(route.complete)
  async complete({ params }: In<typeof route.complete>, call: Call): Promise<Detail | Refusal> {
    const refused = await completeOrder(this.lines, shopOf(this.installation), call, params.id);
    return refused ?? readOrder(call, params.id);
  }

  @Serves(route.refund)
  refund({ params, body }: In<typeof route.refund>, call: Call): Promise<Out<typeof route.refund> | Refusal> {
    return refundOrder(this.lines, shopOf(this.installation), call, params.id, body);
  }

  @Serves(route.assignPromoter)
  async assignPromoter({ params, body }: In<typeof route.assignPromoter>, call: Call): Promise<Detail | Refusal> {
    const { promoter, reason } = body;
    const assigned = await onCall(this.lines, call, (tx, hand, now) =>
      assignSale(tx, hand, { order: params.id, promoter, reason, by: call.actor.id }, now),
    );
    if (isRefusal(assigned)) return assigned;
    // A hold that is over by now matures at once.
    await this.lines.advance(call.merchantId);
    return readOrder(call, params.id);
  }
}
