import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Money, parseMoney, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import type { ShopOrderStatus } from '../domain/shop-order-status';
import { memberOrders, wholeOrder } from '../queries/orders';
import { cursorOf, placeOf } from './cursor';
import { shopOrderRowView, shopOrderView } from './order-view';
import { STOREFRONT, type StorefrontSurroundings } from './surroundings';

const route = routes.storefront;

type ShopOrder = Out<typeof route.shopOrder>;
type State = ShopOrder['state'];

/** The statuses behind each state of a filter. */
const STATUSES: Readonly<Record<State, readonly ShopOrderStatus[]>> = {
  unpaid: ['awaiting_payment'],
  paid: ['paid'],
  shipped: ['shipped'],
  completed: ['received'],
  refunded: ['refunded'],
  closed: ['closed'],
};

/** A member's own orders: placing, paying, receiving. */
@Controller('/')
export class OrdersController {
  @Inject(STOREFRONT)
  private readonly own: StorefrontSurroundings;

  @Serves(route.checkOut)
  async checkOut({ body }: In<typeof route.checkOut>, call: Call): Promise<ShopOrder | Refusal> {
    const total = parseMoney(body.total, call.merchant.currency);
    if (isRefusal(total)) return refuse('invalid-request', undefined, [{ pointer: '/total', code: 'invalid-amount' }]);
    const { items, address, coupon, remark } = body;
    const placed = await this.own.stories.placeOrder(call, {
      items,
      address,
      coupon: coupon ?? null,
      remark: remark ?? null,
      total: total as Money,
    });
    return isRefusal(placed) ? placed : this.shown(call, placed);
  }

  @Serves(route.pay)
  pay({ params }: In<typeof route.pay>, call: Call): Promise<Out<typeof route.pay> | Refusal> {
    return this.own.stories.openPayment(call, params.id);
  }

  @Serves(route.checkPayment)
  async checkPayment({ params }: In<typeof route.checkPayment>, call: Call): Promise<ShopOrder | Refusal> {
    const before = await wholeOrder(call.db.read, call.merchantId, params.id, call.actor.id);
    if (!before) return refuse('not-found');
    await this.own.stories.checkPayment(call.merchantId, params.id, call.now);
    return this.shown(call, params.id);
  }

  @Serves(route.shopOrders)
  async shopOrders(
    { query }: In<typeof route.shopOrders>,
    call: Call,
  ): Promise<Out<typeof route.shopOrders> | Refusal> {
    const after = query.cursor === undefined ? ([null] as const) : placeOf(query.cursor, 'string');
    if (isRefusal(after)) return after;
    const statuses = query.state?.flatMap((state) => STATUSES[state]) ?? null;
    const rows = await memberOrders(call.db.read, call.merchantId, call.actor.id, statuses, after[0], query.limit + 1);
    const page = rows.slice(0, query.limit);
    const last = rows.length > query.limit ? page.at(-1) : undefined;
    const completions = await this.own.stories.completions(
      call.db,
      call.merchantId,
      page.map(({ order }) => order.number),
    );
    return {
      data: page.map((whole) => shopOrderRowView(whole, completions.get(whole.order.number))),
      nextCursor: last ? cursorOf([last.order.number]) : null,
    };
  }

  @Serves(route.shopOrder)
  shopOrder({ params }: In<typeof route.shopOrder>, call: Call): Promise<ShopOrder | Refusal> {
    return this.shown(call, params.id);
  }

  @Serves(route.cancelOrder)
  async cancelOrder({ params }: In<typeof route.cancelOrder>, call: Call): Promise<ShopOrder | Refusal> {
    if (!(await wholeOrder(call.db.read, call.merchantId, params.id, call.actor.id))) return refuse('not-found');
    const cancelled = await this.own.stories.cancelOrder(call.merchantId, params.id, call.now);
    return isRefusal(cancelled) ? cancelled : this.shown(call, params.id);
  }

  @Serves(route.confirmReceipt)
  async confirmReceipt({ params }: In<typeof route.confirmReceipt>, call: Call): Promise<ShopOrder | Refusal> {
    const received = await this.own.stories.receiveOrder(call, params.id);
    return isRefusal(received) ? received : this.shown(call, params.id);
  }

  private async shown(call: Call, number: string): Promise<ShopOrder | Refusal> {
    const whole = await wholeOrder(call.db.read, call.merchantId, number, call.actor.id);
    if (!whole) return refuse('not-found');
    const completions = await this.own.stories.completions(call.db, call.merchantId, [number]);
    const mchid = await this.own.mchidOf(call.merchantId);
    return shopOrderView(whole, completions.get(number), mchid, call.merchant.timezone, call.lang);
  }
}
