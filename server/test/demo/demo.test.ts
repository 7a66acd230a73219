import { startEmulator } from '@fenrun/wechat-emulator';
import { minor } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectDemoMerchants } from '../../src/demo/connect-merchants';
import { emulatorOf } from '../../src/demo/part';
import { addProduct } from '../../src/modules/storefront';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let server: TestServer;
let shop: TestMerchant;

beforeAll(async () => {
  emulator = await startEmulator({ merchants: [] });
  const port = 40_000 + (process.pid % 20_000);
  const given = { port, publicUrl: `http://127.0.0.1:${port}`, wechatApiBase: emulator.mp, wechatPayBase: emulator.pay, emulatorControl: emulator.control, demo: true };
  server = await startServer(given);
  shop = await server.merchant('demo', { isDemo: true } as never);
  await connectDemoMerchants(server.installation, emulatorOf(server.installation)!);
  const draft = { name: '肉桂', subtitle: '', description: '', specification: '', category: null, price: minor(12_800), pictures: [], isOnShelf: true };
  await server.db.write((tx) => addProduct(tx, { merchantId: shop.id, sku: 'TEA' }, draft, 100, server.clock.now()));
});
afterAll(async () => {
  await server.stop();
  await emulator.stop();
});

const guest = { person: 'demo-guest-1', merchant: 'demo' };

async function asGuest() {
  const { body } = await server.client().post<{ code: string }>('/demo/act-as', { person: guest.person });
  const signedIn = await server.client().post<{ token: string }>('/api/v1/member/session', { merchant: 'demo', code: body.code });
  return server.client({ authorization: `Bearer ${signedIn.body.token}` });
}

test('people may be played: a code for each, and a new face whenever somebody comes', async () => {
  const people = await server.client().get<{ data: { person: string; role: string }[] }>('/demo/people');
  expect(people.body.data.map((one) => [one.person, one.role])).toEqual([1, 2, 3].map((n) => [`demo-guest-${n}`, '新面孔']));
  expect((await (await asGuest()).get('/api/v1/member/products')).status).toBe(200);
  const visitor = await server.client().post<{ code: string }>('/demo/wx/login', { person: 'visitor-abc', merchant: 'demo' });
  expect(visitor.body.code).toEqual(expect.any(String));
  expect((await server.client().post('/demo/wx/constructor', { person: 'x' })).status).toBe(404);
  expect((await server.client().post('/demo/act-as', { person: '../x' })).status).toBe(422);
});

test('a story in time: bought today, received tomorrow, and the unpaid order is closed on the way', async () => {
  const buyer = await asGuest();
  const address = { name: '苏晚晴', phone: '19900000001', region: '浙江省 杭州市', detail: '龙井路 1 号' };
  const order = { items: [{ sku: 'TEA', quantity: 1 }], address, total: '128.00' };
  const { id } = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body;
  const unpaid = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body.id;
  const params = (await buyer.post(`/api/v1/member/orders/${id}/pay`)).body;
  expect((await server.client().post('/demo/wx/pay', { ...guest, params })).body).toMatchObject({ ok: true });
  expect((await buyer.post(`/api/v1/member/orders/${id}/check-payment`)).body).toMatchObject({ state: 'paid' });

  const before = (await server.client().get<{ now: string; offsetSeconds: number }>('/demo/clock')).body;
  const after = await server.client().post<{ now: string; offsetSeconds: number }>('/demo/clock', { advanceSeconds: 86_400 });
  expect(after.body.offsetSeconds).toBe(before.offsetSeconds + 86_400);
  expect(Date.parse(after.body.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(86_400_000);
  expect((await buyer.get(`/api/v1/member/orders/${unpaid}`)).body).toMatchObject({ state: 'closed' });
  expect(emulator.config().clock.offsetMs).toBe(after.body.offsetSeconds * 1000);
  expect((await server.client().post('/demo/clock', { advanceSeconds: 0 })).status).toBe(422);
  expect((await server.client().post('/demo/clock', { advanceSeconds: 31_622_401 })).status).toBe(422);

  await shop.owner.post(`/api/v1/orders/${id}/shipment`, { carrier: 'SF', trackingNumber: 'SF1' });
  expect((await server.client().post('/demo/wx/receive', { ...guest, outTradeNo: id })).body).toMatchObject({ ok: true });
  expect((await buyer.post(`/api/v1/member/orders/${id}/confirm-receipt`)).body).toMatchObject({ state: 'completed' });
  expect((await server.client().get<{ data: { role: string }[] }>('/demo/people')).body.data[0]?.role).toBe('顾客');
});

test('after a day the token is fetched anew and pay still verifies: both clocks are the same', async () => {
  const buyer = await asGuest();
  const order = { items: [{ sku: 'TEA', quantity: 1 }], address: { name: 'a', phone: '19900000001', region: 'b', detail: 'c' }, total: '128.00' };
  const { id } = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body;
  expect((await buyer.post(`/api/v1/member/orders/${id}/pay`)).status).toBe(200);
});

test('the doors are for this machine only, and for no other site', async () => {
  expect((await server.client().get('/demo/clock', { 'x-forwarded-host': 'evil.test' })).status).toBe(200);
  expect((await server.client().post('/demo/clock', { advanceSeconds: 1 }, { origin: 'https://evil.test' })).status).toBe(404);
  const page = await server.client().get<string>('/m/');
  expect(page.body).toContain('iframe');
  expect((await server.client().get('/m/frame.js')).headers.get('content-type')).toContain('text/javascript');
});
