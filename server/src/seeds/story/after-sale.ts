import type { Dice } from '../random';
import { refundReasons } from '../words';
import { dayMs, hourMs, officeInstant, wholeSecond } from './calendar';
import type { OrderPaid, OrderRefunded, StoryEvent } from './events';
import { decimal, type Minor, minor, shareOfBase, split } from './money';

const carriers = [
  { carrier: 'SF', weight: 46 },
  { carrier: 'ZTO', weight: 24 },
  { carrier: 'YTO', weight: 18 },
  { carrier: 'EMS', weight: 12 },
];

type Fate = 'kept' | 'cancelled' | 'returned' | 'partly-returned' | 'allowance' | 'late-return';

export type AfterSale = { events: StoryEvent[]; maturesAt: number | null };

/** How an order goes on after payment: parcel, receipt, perhaps money back. Events after the end have not happened yet. */
export function afterSale(dice: Dice, order: OrderPaid, endAt: number): AfterSale {
  const fate = chooseFate(dice, order);
  const shippedAt = officeInstant(dice, order.at + dice.between(2, 30) * hourMs);
  if (fate === 'cancelled') {
    const at = wholeSecond(order.at + Math.min(dice.between(0.2, 8) * hourMs, shippedAt - order.at - 1000));
    return {
      events: [refund(order, at, 1, 'rest', wholeMoney(order), dice.pick(refundReasons.beforeShipping))].filter(
        before(endAt),
      ),
      maturesAt: null,
    };
  }
  const { carrier } = dice.weighted(carriers, ({ weight }) => weight);
  const tracking = `${carrier}${dice.whole(100_000_000, 999_999_999)}${dice.whole(100, 999)}`;
  const receivedAt = wholeSecond(shippedAt + dice.between(1.6, 6.5) * dayMs);
  const confirms = dice.chance(0.72);
  const completedAt = Math.min(order.at + 15 * dayMs, confirms ? receivedAt : Number.POSITIVE_INFINITY);
  const back = refundsOf(dice, order, fate, receivedAt, completedAt);
  const returnsFirst = fate === 'returned' && back[0]!.at < completedAt;
  const events: StoryEvent[] = [{ at: shippedAt, do: 'ship', order: order.order, carrier, tracking }];
  if (confirms && completedAt === receivedAt && !returnsFirst)
    events.push({ at: completedAt, do: 'complete', order: order.order });
  return {
    events: [...events, ...back].filter(before(endAt)),
    maturesAt: returnsFirst ? null : completedAt + 7 * dayMs,
  };
}

const before = (endAt: number) => (event: StoryEvent) => event.at < endAt;

/** About four orders in a hundred get money back. */
function chooseFate(dice: Dice, order: OrderPaid): Fate {
  if (order.type !== 'one_time') return 'kept';
  const roll = dice.between(0, 100);
  if (roll < 1.2) return 'cancelled';
  if (roll < 2.2) return 'returned';
  if (roll < 3.4) return 'partly-returned';
  if (roll < 4.1) return 'allowance';
  return roll < 4.4 ? 'late-return' : 'kept';
}

function refundsOf(dice: Dice, order: OrderPaid, fate: Fate, receivedAt: number, completedAt: number): OrderRefunded[] {
  const soon = officeInstant(dice, receivedAt + dice.between(0.2, 4) * dayMs);
  if (fate === 'returned') return [refund(order, soon, 1, 'rest', goodsMoney(order), dice.pick(refundReasons.whole))];
  // After approval and often after payout: this is what leaves a debt.
  if (fate === 'late-return') {
    const late = officeInstant(dice, completedAt + dice.between(12, 30) * dayMs);
    return [refund(order, late, 1, 'rest', goodsMoney(order), dice.pick(refundReasons.whole))];
  }
  if (fate === 'allowance') return [allowance(dice, order, soon)];
  if (fate === 'partly-returned') return partialReturns(dice, order, soon);
  return [];
}

/** One piece of one line; with two lines or more, sometimes a second refund a day later. */
function partialReturns(dice: Dice, order: OrderPaid, at: number): OrderRefunded[] {
  const bases = basesOf(order);
  const index = dice.whole(0, order.lines.length - 1);
  const line = order.lines[index]!;
  const refunds = [
    refund(
      order,
      at,
      1,
      { lines: [{ sku: line.sku, quantity: 1 }] },
      shareOfBase(bases[index]!, 1, line.quantity),
      dice.pick(refundReasons.partial),
    ),
  ];
  if (order.lines.length < 2 || !dice.chance(0.35)) return refunds;
  const other = (index + 1) % order.lines.length;
  const second = order.lines[other]!;
  const of = { lines: [{ sku: second.sku, quantity: second.quantity }] };
  return [
    ...refunds,
    refund(
      order,
      officeInstant(dice, at + dice.between(20, 50) * hourMs),
      2,
      of,
      bases[other]!,
      dice.pick(refundReasons.partial),
    ),
  ];
}

/** A few yuan for a flaw; the goods stay. */
function allowance(dice: Dice, order: OrderPaid, at: number): OrderRefunded {
  const bases = basesOf(order);
  const index = bases.indexOf(Math.max(...bases));
  const amount = Math.min(dice.whole(5, 40) * 100, Math.floor(bases[index]! * 0.3));
  return refund(
    order,
    at,
    1,
    { amounts: [{ sku: order.lines[index]!.sku, amount: decimal(amount) }] },
    amount,
    dice.pick(refundReasons.allowance),
  );
}

function refund(
  order: OrderPaid,
  at: number,
  nth: number,
  of: OrderRefunded['of'],
  money: Minor,
  reason: string,
): OrderRefunded {
  return { at, do: 'refund', refund: `R${order.order}-${nth}`, order: order.order, of, money: decimal(money), reason };
}

/** Each line after its discount and its share of the order discount. */
export function basesOf(order: Pick<OrderPaid, 'lines' | 'discount'>): Minor[] {
  const afterLine = order.lines.map((line) => minor(line.price) * line.quantity - minor(line.discount));
  return split(minor(order.discount), afterLine).map((part, index) => afterLine[index]! - part);
}

const goodsMoney = (order: OrderPaid): Minor => minor(order.paid) - minor(order.shipping);

const wholeMoney = (order: OrderPaid): Minor => minor(order.paid);
