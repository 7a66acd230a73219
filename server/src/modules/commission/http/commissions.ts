import { type In, type Out, routes } from '@fenrun/contracts';
import { formatMoney, type Instant, isRefusal, minor, type Refusal, zone } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, cursorOf, placeOf, Serves } from '../../../foundation/http';
import { commissionCondition } from '../queries/commission-filter';
import { commissionTotals } from '../queries/commission-totals';
import { gatherCommissions } from '../queries/gather-commissions';
import { listCommissions } from '../queries/list-commissions';
import { commissionRowView, instantText } from './commission-row-view';
import { readingOf } from './reading';
import { showCommission } from './show-commission';

const route = routes.commission;

type List = Out<typeof route.list>;
type Totals = Out<typeof route.totals>;

/** Commissions as the staff look at them. */
@Controller('/')
export class CommissionsController {
  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<List | Refusal> {
    const { limit, cursor, sort, ...filter } = query;
    const after = cursor === undefined ? null : placeOf(cursor, 'number', 'string');
    if (isRefusal(after)) return after;
    const condition = await commissionCondition(call.db.read, filter, frameOf(call));
    if (isRefusal(condition)) return condition;
    const page = await listCommissions(call.db.read, condition, sort, after, limit);
    const [{ commissions, products }, reading] = await Promise.all([
      gatherCommissions(call.db.read, call.merchantId, page.rows),
      readingOf(call),
    ]);
    return {
      data: commissions.map((whole) => commissionRowView(whole, reading, products)),
      nextCursor: page.next === null ? null : cursorOf(page.next),
    };
  }

  @Serves(route.totals)
  async totals({ query }: In<typeof route.totals>, call: Call): Promise<Totals | Refusal> {
    const condition = await commissionCondition(call.db.read, query, frameOf(call));
    if (isRefusal(condition)) return condition;
    const { promoters, byStatus, oldestWaitingSince } = await commissionTotals(
      call.db.read,
      condition,
      call.merchantId,
    );
    const money = (amount: number) => formatMoney(minor(amount), call.merchant.currency);
    const sum = (of: (total: (typeof byStatus)[number]) => number) => byStatus.reduce((all, one) => all + of(one), 0);
    return {
      count: sum(({ count }) => count),
      promoters,
      base: money(sum(({ base }) => base)),
      amount: money(sum(({ amount }) => amount)),
      net: money(sum(({ net }) => net)),
      // Risk flags come with the review room; until then nothing is flagged or held.
      flagged: 0,
      held: 0,
      oldestWaitingSince: instantText(oldestWaitingSince as Instant | null),
      byStatus: byStatus.map(({ status, count, amount, net }) => ({
        status,
        count,
        amount: money(amount),
        net: money(net),
      })),
    };
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<Out<typeof route.read> | Refusal> {
    return showCommission(call, params.id);
  }
}

/** What a filter is read with. */
export function frameOf({ merchantId, merchant }: Pick<Call, 'merchantId' | 'merchant'>) {
  return { merchantId, currency: merchant.currency, zone: zone(merchant.timezone) };
}
