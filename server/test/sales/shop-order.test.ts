import type { Out } from '@fenrun/contracts';
import { isRefusal } from '@fenrun/kernel';
import { startEmulator } from '@fenrun/wechat-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addPromoter } from '../../src/flows/add-promoter';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { verifyLedger } from '../../src/modules/ledger';
import { keepWechatAccount } from '../../src/modules/wechat';
import { timelinesOf } from '../../src/parts';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';
import { accountOf, PAGES } from '../support/world-of-wechat';

type Order = Out<'sales.read'>;

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let server: TestServer;
let shop: TestMerchant;
let appid: string;

async function control<T = Record<string, unknown>>(path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${emulator.control}/control/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as T;
}

beforeAll(async () => {
  emulator = await startEmulator({ merchants: ['demo'] });
  await control('merchants', { name: 'demo', releasedPages: PAGES });
  const port = 40_000 + (process.pid % 20_000);
  const wechat = { wechatApiBase: emulator.mp, wechatPayBase: emulator.pay };
  server = await startServer({ port, publicUrl: `http://127.0.0.1:${port}`, ...wechat });
  shop = await server.merchant('demo');
  const pair = emulator.config().pairs[0]!;
  appid = pair.app.appid;
  const { box, db, clock } = server.installation;
  const kept = await db.write((tx) => {
    const account = { merchantId: shop.id, account: accountOf(pair) };
    return keepWechatAccount(tx, account, box, clock.now());
  });
  if (isRefusal(kept)) throw new Error(kept.refused);
  const tea = { subtitle: '', description: '', specification: '', category: null, pictures: [], onShelf: true };
  await shop.owner.post('/api/v1/products', { sku: 'TEA', name: '武夷肉桂岩茶', price: '128.00', stock: 20, ...tea });
});
afterAll(async () => {
  await server.stop();
  await emulator.stop();
});

/** Somebody buys three pieces and pays them by WeChat; the order's number. */
async function bought(user: string): Promise<string> {
  await control('users', { id: user });
  const { code } = await control<{ code: string }>('login', { appid, user });
  const signedIn = await server.client().post<{ token: string }>('/api/v1/member/session', { merchant: 'demo', code });
  const buyer = server.client({ authorization: `Bearer ${signedIn.body.token}` });
  const address = { name: '林小满', phone: '13800001111', region: '福建省 厦门市 思明区', detail: '湖滨南路 1 号' };
  const order = { items: [{ sku: 'TEA', quantity: 3 }], address, total: '384.00' };
  const { id } = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body;
  const params = await buyer.post(`/api/v1/member/orders/${id}/pay`);
  await control('pay', { appid, user, params: params.body });
  await buyer.post(`/api/v1/member/orders/${id}/check-payment`);
  await timelinesOf(server.installation).advance(shop.id);
  return id;
}

/** Ten seconds later, so that WeChat has paid back and told us. */
async function later(): Promise<void> {
  server.clock.setOffset(server.clock.offset + 10_000);
  await control('clock', { advanceSeconds: 10 });
  await timelinesOf(server.installation).advance(shop.id);
}

const read = async (id: string) => (await shop.owner.get<Order>(`/api/v1/orders/${id}`)).body;
const post = <T = { code: string }>(path: string, body: object = {}) =>
  shop.owner.post<T>(`/api/v1/orders/${path}`, body);

test('an order of the mini-program is refunded through the pay API, shipped, and completed on the merchant’s word', async () => {
  const id = await bought('buyer');
  expect(await read(id)).toMatchObject({
    source: 'shop',
    state: 'paid',
    total: '384.00',
    title: '武夷肉桂岩茶',
    payment: { channel: 'wechat', transactionId: expect.any(String) },
    address: { name: '林小满' },
    can: { complete: false, refund: true, ship: true, assign: true },
  });
  expect((await post(`${id}/complete`)).body.code).toBe('invalid-state');
  const refund = await post<Out<'sales.refund'>>(`${id}/refunds`, {
    lines: [{ sku: 'TEA', quantity: 1 }],
    reason: '破损',
  });
  expect([refund.status, refund.body.amount, refund.body.reason]).toEqual([201, '128.00', '破损']);
  const shipped = await post<Order>(`${id}/shipment`, { carrier: 'SF', trackingNumber: 'SF1234567890' });
  expect(shipped.body).toMatchObject({
    state: 'shipped',
    shipment: { carrierName: '顺丰速运' },
    can: { ship: false, complete: true },
  });
  expect((await post<Order>(`${id}/complete`)).body).toMatchObject({ state: 'completed', can: { complete: false } });
  await later();
  const order = await read(id);
  expect(order.refunds).toMatchObject([{ state: 'succeeded', amount: '128.00', lines: [{ sku: 'TEA', quantity: 1 }] }]);
  expect((await post(`${id}/refunds`, { lines: [{ sku: 'NO', quantity: 1 }] })).body.code).toBe('unknown-sku');
});

test('a sale of the shop that nobody brought is given to a promoter, with what refunds have left of it', async () => {
  const lines = timelinesOf(server.installation);
  const promoter = {
    ...{
      code: 'A',
      name: '陈嘉',
      phone: null,
      avatar: null,
      memberId: null,
      customerId: null,
      status: 'active' as const,
    },
    ...{ joinedAt: null, inviterId: null, programme: null, group: null },
  };
  await onTimeline(lines, shop.id, (tx, hand, now) => addPromoter(tx, hand, promoter, now));
  const id = await bought('second');
  await post(`${id}/refunds`, { lines: [{ sku: 'TEA', quantity: 2 }] });
  await later();
  expect(await read(id)).toMatchObject({ refunded: 'partly', refundedAmount: '256.00', commission: '0.00' });
  const given = await post<Order>(`${id}/promoter`, { promoter: 'A', reason: '朋友介绍' });
  expect(given.body.commissions).toMatchObject([{ promoter: { code: 'A' }, amount: '38.40', net: '12.80' }]);
  const rest = await post<Out<'sales.refund'>>(`${id}/refunds`);
  expect(rest.body.amount).toBe('128.00');
  await later();
  expect(await read(id)).toMatchObject({
    refunded: 'wholly',
    refundedAmount: '384.00',
    commissions: [{ status: 'reversed' }],
  });
  expect((await post(`${id}/refunds`)).body.code).toBe('nothing-left');
  expect((await verifyLedger(server.db.read)).balanced).toBe(true);
});
