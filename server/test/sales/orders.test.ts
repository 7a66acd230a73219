import type { Out } from '@fenrun/contracts';
import { teaLine } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insert } from '../../src/foundation/db';
import { verifyLedger } from '../../src/modules/ledger';
import { shipmentTable } from '../../src/modules/storefront/store/shipment.row';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type List = Out<'sales.list'>;
type Order = Out<'sales.read'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let world: DeskWorld;

beforeAll(async () => {
  world = await deskWorld();
  await world.promoter('A', { name: '陈嘉' });
  await world.promoter('B', { name: '李雷' });
});
afterAll(() => world.server.stop());

const read = async (id: string) => {
  const answer = await world.shop.owner.get<Order>(`/api/v1/orders/${id}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const list = async (query = '') => {
  const answer = await world.shop.owner.get<List>(`/api/v1/orders${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.data;
};
const post = <T = Problem>(path: string, body: object = {}, headers = {}) =>
  world.shop.owner.post<T>(`/api/v1/orders${path}`, body, headers);

const manual = (id: string, given: object = {}) => ({
  id,
  paidAt: world.daysAgo(1),
  customer: { id: 'C1', name: '王小明', phone: '13800005521' },
  promoter: 'A',
  lines: [teaLine()],
  ...given,
});

test('a manual sale is recorded and settled before the answer, and once', async () => {
  const key = { 'idempotency-key': 'sale-1' };
  const recorded = await post<Out<'sales.recordManual'>>('', manual('S1', { commission: '30.00' }), key);
  expect([recorded.status, recorded.body]).toEqual([201, { id: 'S1', result: 'recorded' }]);
  expect((await post('', manual('S1', { commission: '30.00' }), key)).status).toBe(422);
  const order = await read('S1');
  expect(order).toMatchObject({
    id: 'S1',
    type: 'manual',
    source: 'manual',
    state: 'paid',
    refunded: 'none',
    total: '200.00',
    promoter: 'A',
    by: 'order',
    commission: '30.00',
    settled: true,
    customer: { outsideId: 'C1', name: '王**', phone: '138****5521' },
    attribution: { promoter: 'A', by: 'order', text: '订单指定了推广码 A' },
    can: { complete: true, refund: true, ship: false, assign: false },
  });
  const body = manual('S1', { paidAt: order.paidAt, commission: '30.00' });
  expect((await post<Out<'sales.recordManual'>>('', body)).body.result).toBe('repeated');
  const other = await post('', { ...body, shipping: '5.00' });
  expect([other.status, other.body.code, other.body.errors?.[0]?.pointer]).toEqual([
    409,
    'already-recorded-differently',
    '/shipping',
  ]);
  expect((await post('', manual('S2', { currency: 'USD' }))).body.code).toBe('currency-mismatch');
  expect((await world.shop.owner.get<Problem>('/api/v1/orders/nobody')).body.code).toBe('unknown-order');
});

test('an order completes on the merchant’s word, and its commissions wait for the hold only', async () => {
  await post('', manual('S3'));
  const done = await post<Order>('/S3/complete');
  expect([done.status, done.body.state, done.body.can.complete]).toEqual([200, 'completed', false]);
  expect((await post<Order>('/S3/complete')).body.completedAt).toBe(done.body.completedAt);
  expect((await post('/nobody/complete')).body.code).toBe('unknown-order');
  const found = await world.shop.owner.get<Out<'commission.list'>>('/api/v1/commissions?order=S3');
  expect(found.body.data[0]?.next).toMatch(/^\d+月\d+日成熟$/);
});

test('refunds by pieces, amounts and all that is left say what they gave back', async () => {
  const goods = [
    { sku: 'TEA', name: 'Tea', category: 'tea', quantity: 3, price: '100.00' },
    { sku: 'CUP', name: 'Cup', category: 'ware', quantity: 1, price: '50.00' },
  ];
  await post('', manual('S4', { lines: goods, discount: '35.00', shipping: '8.00' }));
  const first = await post<Out<'sales.refund'>>('/S4/refunds', {
    id: 'R1',
    lines: [{ sku: 'TEA', quantity: 1 }],
    reason: '破损',
  });
  expect([first.status, first.body]).toEqual([
    201,
    {
      id: 'R1',
      at: first.body.at,
      amount: '90.00',
      state: 'succeeded',
      reason: '破损',
      lines: [{ sku: 'TEA', quantity: 1, amount: '90.00' }],
      problem: null,
    },
  ]);
  const again = await post('/S4/refunds', { id: 'R1', lines: [{ sku: 'TEA', quantity: 1 }] });
  expect(again.status).toBe(201);
  expect((await post('/S4/refunds', { id: 'R1' })).body.code).toBe('already-recorded-differently');
  expect((await post('/S4/refunds', { lines: [{ sku: 'NO', quantity: 1 }] })).body.code).toBe('unknown-sku');
  const part = await post<Out<'sales.refund'>>('/S4/refunds', { amounts: [{ sku: 'CUP', amount: '10.00' }] });
  expect(part.body).toMatchObject({ amount: '10.00', lines: [{ sku: 'CUP', quantity: null, amount: '10.00' }] });
  expect(await read('S4')).toMatchObject({ refunded: 'partly', refundedAmount: '100.00', commission: '21.50' });
  const rest = await post<Out<'sales.refund'>>('/S4/refunds');
  expect(rest.body.amount).toBe('223.00');
  const order = await read('S4');
  expect(order).toMatchObject({ refunded: 'wholly', refundedAmount: '323.00', total: '323.00', commission: '0.00' });
  expect(order.commissions[0]?.status).toBe('reversed');
  expect(order.refunds.map(({ amount }) => amount)).toEqual(['90.00', '10.00', '223.00']);
  expect(order.can.refund).toBe(false);
  expect((await post('/S4/refunds', { id: 'R9' })).body.code).toBe('nothing-left');
});

test('an order that nobody got is given to a promoter by what held at its paid time, once', async () => {
  await world.sale('U1', { promoter: 'GONE', customer: { id: 'C9' } }, world.daysAgo(2));
  const lost = await read('U1');
  expect(lost).toMatchObject({
    promoter: null,
    by: 'none',
    unresolved: [{ what: 'promoter', value: 'GONE' }],
    can: { assign: true },
  });
  expect((await list('?unresolved=promoter')).map(({ id }) => id)).toEqual(['U1']);
  await world.refund('RU1', 'U1', { lines: [{ sku: 'TEA', quantity: 1 }] });
  expect((await post('/U1/promoter', { promoter: 'NONE', reason: 'x' })).body.code).toBe('unknown-promoter');
  expect((await post('/U1/promoter', { promoter: 'B', reason: ' ' })).body.code).toBe('reason-required');
  const given = await post<Order>('/U1/promoter', { promoter: 'B', reason: '顾客说是李雷推荐的' });
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  expect(given.body).toMatchObject({
    promoter: 'B',
    by: 'assigned',
    unresolved: [],
    commissions: [{ kind: 'direct', amount: '20.00', net: '10.00', status: 'pending' }],
    can: { assign: false },
  });
  expect(given.body.attribution.text).toMatch(/^Owner .* 指定：顾客说是李雷推荐的$/);
  expect((await post('/U1/promoter', { promoter: 'A', reason: 'x' })).body.code).toBe('invalid-state');
  expect((await post('/S1/promoter', { promoter: 'B', reason: 'x' })).body.code).toBe('invalid-state');
  expect((await verifyLedger(world.server.db.read)).balanced).toBe(true);
});

test('orders are found by what is asked for, and their totals agree with the rows', async () => {
  await world.sale(
    'T1',
    { promoter: 'B', customer: { id: 'C2', name: '赵敏' }, lines: [teaLine(1, '10.00')] },
    world.daysAgo(30),
  );
  expect((await list('?state=completed')).map(({ id }) => id)).toEqual(['S3', 'T1']);
  expect((await list('?state=paid&refunded=none')).map(({ id }) => id)).toEqual(['S1']);
  expect((await list('?promoter=B')).map(({ id }) => id)).toEqual(['U1', 'T1']);
  expect((await list('?customer=C2')).map(({ id }) => id)).toEqual(['T1']);
  expect((await list('?q=赵敏')).map(({ id }) => id)).toEqual(['T1']);
  expect((await list('?q=S')).map(({ id }) => id).sort()).toEqual(['S1', 'S3', 'S4']);
  expect((await list('?by=assigned')).map(({ id }) => id)).toEqual(['U1']);
  expect((await list('?source=manual&sku=CUP')).map(({ id }) => id)).toEqual(['S4']);
  const rows = await list();
  const sum = (of: (row: List['data'][number]) => string) =>
    rows.reduce((all, row) => all + Math.round(Number(of(row)) * 100), 0);
  const totals = (await world.shop.owner.get<Out<'sales.totals'>>('/api/v1/order-totals')).body;
  expect(totals.count).toBe(rows.length);
  expect(Math.round(Number(totals.total) * 100)).toBe(sum(({ total }) => total));
  expect(Math.round(Number(totals.refunded) * 100)).toBe(sum(({ refundedAmount }) => refundedAmount));
  expect(Math.round(Number(totals.commission) * 100)).toBe(sum(({ commission }) => commission));
});

test('orders of which something is stuck at WeChat are found', async () => {
  const merchantId = world.shop.id;
  const parcel = { carrier: 'SF', shippedAt: Date.now(), reportedAt: null, problem: null, tries: 1, dueAt: null };
  const shipments = [
    { ...parcel, merchantId, orderNumber: 'S1', trackingNumber: 'SF1', reported: 'failed' as const },
    { ...parcel, merchantId, orderNumber: 'S4', trackingNumber: 'SF2', reported: 'reported' as const },
  ];
  await world.server.db.write((tx) => insert(tx, shipmentTable, shipments));
  expect((await list('?trouble=shipping')).map(({ id }) => id)).toEqual(['S1']);
  expect((await list('?trouble=shipping&trouble=refund')).map(({ id }) => id)).toEqual(['S1']);
  expect(await list('?trouble=refund')).toEqual([]);
});

test('a page of orders goes on where the last one ended', async () => {
  const all = (await list()).map(({ id }) => id);
  const seen: string[] = [];
  let cursor = '';
  do {
    const page = await world.shop.owner.get<List>(`/api/v1/orders?limit=2${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.body.data.map(({ id }) => id));
    cursor = page.body.nextCursor ?? '';
  } while (cursor !== '');
  expect(seen).toEqual(all);
});

test('customers are listed with their orders, and one is shown with what he bought', async () => {
  const found = await world.shop.owner.get<Out<'customers.list'>>('/api/v1/customers?sort=orders');
  const [first] = found.body.data;
  expect(first).toMatchObject({
    outsideId: 'C1',
    name: '王小明',
    phone: '138****5521',
    orders: 3,
    sales: '715.00',
    refunded: '323.00',
    promoter: { code: 'A' },
  });
  const one = await world.shop.owner.get<Out<'customers.read'>>(`/api/v1/customers/${first?.id}`);
  expect(one.body).toMatchObject({
    categories: [
      { name: 'tea', pieces: 7 },
      { name: 'ware', pieces: 1 },
    ],
    boundTo: null,
    promotes: null,
  });
  expect(
    (await world.shop.owner.get<Out<'customers.list'>>('/api/v1/customers?kind=returning')).body.data,
  ).toHaveLength(1);
  expect((await world.shop.owner.get('/api/v1/customers/nobody')).status).toBe(404);
});
