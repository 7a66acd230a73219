import { amount, CAMPAIGNS, CUSTOMERS, type Dice, GROUPS, PROGRAMMES, PROMOTERS, SKUS } from './dice';
import { rule } from './draw-rule';
import type { EventJson } from './scenario-file';

const RESULTS = ['paid', 'paid', 'paid', 'paid', 'failed', 'expired', 'cancelled'];
const START = Date.UTC(2024, 0, 10);
const HOUR = 3_600_000;

interface Course {
  orders: { id: string; promoter: string }[];
  payouts: string[];
  at: number;
  count: number;
  sequence: number;
  /** What the next event is to be, if it is settled. */
  next: Omit<EventJson, 'at'> | null;
}

type Draw = (dice: Dice, course: Course) => Omit<EventJson, 'at'>;

const KINDS: readonly { readonly weight: number; readonly draw: Draw }[] = [
  { weight: 20, draw: order },
  {
    weight: 5,
    draw: (dice) => ({
      do: 'touch',
      customer: dice.one(CUSTOMERS),
      promoter: dice.one(PROMOTERS),
      kind: 'click',
      ...(dice.once(2) ? { campaign: dice.one(CAMPAIGNS) } : {}),
    }),
  },
  { weight: 6, draw: refund },
  { weight: 2, draw: (dice, course) => ({ do: 'complete', order: dice.one(course.orders).id }) },
  {
    weight: 3,
    draw: (dice, course) => ({
      do: 'approve',
      ...commission(dice, course),
      ...(dice.once(3) ? {} : { reason: 'known' }),
    }),
  },
  {
    weight: 2,
    draw: (dice, course) => ({
      do: 'reject',
      ...commission(dice, course),
      ...(dice.once(4) ? {} : { reason: 'doubtful' }),
    }),
  },
  {
    weight: 2,
    draw: (dice, course) => ({
      do: 'adjust',
      ...commission(dice, course),
      amount: dice.one(['1.50', '-2.00', '0', '-0.30', '-40.00']),
      reason: 'by hand',
    }),
  },
  { weight: 1, draw: (dice) => ({ do: 'assign_group', promoter: dice.one(PROMOTERS), group: dice.one(GROUPS) }) },
  { weight: 1, draw: (dice) => ({ do: 'release_group', promoter: dice.one(PROMOTERS) }) },
  {
    weight: 1,
    draw: (dice) => ({ do: 'assign_programme', promoter: dice.one(PROMOTERS), programme: dice.one(PROGRAMMES) }),
  },
  { weight: 1, draw: (dice) => ({ do: 'release_programme', promoter: dice.one(PROMOTERS) }) },
  {
    weight: 1,
    draw: (dice) => (dice.once(3) ? { do: 'deactivate_programme', programme: dice.one(PROGRAMMES) } : { do: 'tick' }),
  },
  {
    weight: 2,
    draw: (dice) => ({
      do: 'set_status',
      promoter: dice.one(PROMOTERS),
      status: dice.one(['active', 'active', 'suspended', 'banned']),
    }),
  },
  { weight: 1, draw: (dice, course) => ({ do: 'add_rule', rule: rule(dice, `N${course.count % 4}`) }) },
  { weight: 1, draw: (dice) => ({ do: 'end_rule', id: dice.one(['R0', 'R1', 'N0', 'N1']) }) },
  {
    weight: 6,
    draw: (dice, course) => {
      const id = `W${course.count}`;
      course.payouts.push(id);
      if (!dice.once(4)) course.next = { do: 'payout_result', id, result: dice.one(RESULTS) };
      return {
        do: 'payout',
        promoter: dice.one(['A', 'A', 'B', 'C']),
        id,
        amount: dice.one(['0.60', '2.00', '5.50', '14.00', '30.00']),
      };
    },
  },
  {
    weight: 6,
    draw: (dice, course) => ({
      do: 'payout_result',
      id: dice.one(course.payouts.slice(-3)),
      result: dice.one(RESULTS),
    }),
  },
];

/** A commission that there probably is: mostly of the latest orders and of the promoter whom the order names. */
function commission(dice: Dice, { orders }: Course): Partial<EventJson> {
  const { id, promoter } = dice.one(orders.slice(-4));
  const kind = dice.once(4) ? { kind: dice.one(['network', 'bonus', 'self']) } : {};
  return { order: id, promoter: dice.once(5) ? dice.one(PROMOTERS) : promoter, ...kind };
}

function order(dice: Dice, course: Course): Omit<EventJson, 'at'> {
  const id = `O${course.count}`;
  const promoter = dice.one([...PROMOTERS, 'A', 'A', 'B']);
  course.orders.push({ id, promoter });
  const type = dice.one(['one_time', 'one_time', 'one_time', 'recurring', 'manual'] as const);
  const lines = [...new Set([dice.one(SKUS), ...dice.some(SKUS, 4)])].map((sku) => {
    const [quantity, price] = [1 + dice.below(3), dice.one(['0.99', '10.00', '33.33', '80.00', '120.50'])];
    return {
      sku,
      quantity,
      price,
      ...(dice.once(3) ? { discount: '0.49' } : {}),
      ...(dice.once(2) ? { tax: '0.05' } : {}),
    };
  });
  return {
    do: 'order',
    id,
    type,
    customer: dice.once(8) ? null : dice.one(CUSTOMERS),
    ...(dice.once(3) ? {} : { promoter }),
    ...(type === 'recurring' ? { subscription: dice.one(['S1', 'S2']), sequence: ++course.sequence % 4 || 1 } : {}),
    ...(type === 'manual' && dice.once(2) ? { commission: amount(dice, 20) } : {}),
    country: dice.one(['CN', 'US']),
    coupons: dice.some(['ten', 'NINE'], 4),
    discount: dice.once(3) ? '0.40' : '0',
    shipping: dice.once(2) ? '6.10' : '0',
    ...(dice.once(3) ? { campaign: dice.one(CAMPAIGNS) } : {}),
    ...(dice.once(4) ? { subId: 'live' } : {}),
    ...(dice.once(5) ? { paidAt: instant(course.at - dice.below(20 * 24) * HOUR) } : {}),
    lines,
  };
}

function refund(dice: Dice, course: Course): Omit<EventJson, 'at'> {
  // A tenth of the refunds come before their order.
  const target = dice.once(10) ? `O${course.count + 1 + dice.below(3)}` : dice.one(course.orders).id;
  const named = { do: 'refund', order: target, id: `X${course.count}` };
  if (dice.once(3)) return named;
  if (dice.once(2)) return { ...named, lines: [{ sku: dice.one(SKUS), quantity: 1 + dice.below(2) }] };
  return { ...named, amounts: [{ sku: dice.one(SKUS), amount: amount(dice, 60) }] };
}

const instant = (ms: number) => new Date(ms).toISOString();

/** So many events in order, mostly of things that there are. */
export function drawEvents(dice: Dice, count: number): EventJson[] {
  const all = KINDS.reduce((sum, { weight }) => sum + weight, 0);
  const course: Course = {
    orders: [{ id: 'O0', promoter: 'A' }],
    payouts: ['W0'],
    at: START,
    count: 0,
    sequence: 0,
    next: null,
  };
  return Array.from({ length: count }, (_, index) => {
    course.count = index;
    if (!dice.once(4)) course.at += dice.below(60) * HOUR;
    let roll = index === 0 ? 0 : dice.below(all);
    const kind = KINDS.find(({ weight }) => {
      roll -= weight;
      return roll < 0;
    });
    const settled = course.next;
    course.next = null;
    const event: EventJson = {
      at: instant(course.at),
      ...(settled ?? ((kind ?? KINDS[0])?.draw(dice, course) as Omit<EventJson, 'at'>)),
    };
    return dice.once(12) ? { ...event, repeat: 2 } : event;
  });
}
