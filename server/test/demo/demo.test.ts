import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, minor } from '@fenrun/kernel';
import { type HttpClient, httpClient } from '@fenrun/testkit';
import { startEmulator } from '@fenrun/wechat-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app';
import { readSettings } from '../../src/config/settings';
import { createMerchantWhole } from '../../src/flows/create-merchant';
import { silentLog } from '../../src/foundation/log';
import { secretBox } from '../../src/foundation/secrets';
import { hashPassword } from '../../src/modules/identity';
import { addProduct } from '../../src/modules/storefront';
import { openInstallation } from '../../src/open-installation';
import { testDatabase } from '../support/database';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let app: App;
let folder: string;
let url: string;
let owner: HttpClient;

const client = (headers: Record<string, string> = {}) => httpClient(url, headers);

/** A demo with one small merchant in it already, so that no story has to be told first. */
beforeAll(async () => {
  emulator = await startEmulator({ merchants: [] });
  folder = mkdtempSync(join(tmpdir(), 'fenrun-demo-'));
  const port = 40_000 + (process.pid % 20_000);
  url = `http://127.0.0.1:${port}`;
  const secretKey = randomBytes(32);
  const env = { DATA_DIR: folder, PORT: String(port), DEMO: '1', SECRET_KEY: secretKey.toString('base64') };
  const wechat = {
    WECHAT_API_BASE: emulator.mp,
    WECHAT_PAY_BASE: emulator.pay,
    WECHAT_EMULATOR_CONTROL: emulator.control,
  };
  const db = await testDatabase();
  const opening = {
    ...{
      slug: 'demo',
      name: '山里好货',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      region: 'CN',
      rate: '10',
      isDemo: true,
    },
    ...{ ownerEmail: 'owner@demo.test', ownerName: 'Owner', ownerPasswordHash: await hashPassword('demo-owner-1') },
  };
  const now = Date.now();
  await db.write(async (tx) => {
    const made = await createMerchantWhole(tx, opening, secretBox(secretKey), now);
    if (isRefusal(made)) throw new Error(made.refused);
    const draft = {
      name: '肉桂',
      subtitle: '',
      description: '',
      specification: '',
      category: null,
      price: minor(12_800),
      pictures: [],
      isOnShelf: true,
    };
    return addProduct(tx, { merchantId: made.merchant.id, sku: 'TEA' }, draft, 100, now);
  });
  app = await startApp(await openInstallation(readSettings({ ...env, ...wechat }, folder), { db, log: silentLog }), {
    checkAnswers: true,
  });
  owner = client();
  expect((await owner.post('/api/v1/session', { email: 'owner@demo.test', password: 'demo-owner-1' })).status).toBe(
    204,
  );
});
afterAll(async () => {
  await app.stop();
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

const guest = { person: 'demo-guest-1', merchant: 'demo' };

async function asGuest() {
  const { body } = await client().post<{ code: string }>('/demo/act-as', { person: guest.person });
  const signedIn = await client().post<{ token: string }>('/api/v1/member/session', {
    merchant: 'demo',
    code: body.code,
  });
  return client({ authorization: `Bearer ${signedIn.body.token}` });
}

test('people may be played: a code for each, and a new face whenever somebody comes', async () => {
  const people = await client().get<{ data: { person: string; role: string }[] }>('/demo/people');
  expect(people.body.data.map((one) => [one.person, one.role])).toEqual(
    [1, 2, 3].map((n) => [`demo-guest-${n}`, '新面孔']),
  );
  expect((await (await asGuest()).get('/api/v1/member/products')).status).toBe(200);
  const visitor = await client().post<{ code: string }>('/demo/wx/login', { person: 'visitor-abc', merchant: 'demo' });
  expect(visitor.body.code).toEqual(expect.any(String));
  expect((await client().post('/demo/wx/constructor', { person: 'x' })).status).toBe(404);
  expect((await client().post('/demo/act-as', { person: '../x' })).status).toBe(422);
});

test('a story in time: bought today, received tomorrow, and the unpaid order is closed on the way', async () => {
  const buyer = await asGuest();
  const address = { name: '苏晚晴', phone: '19900000001', region: '浙江省 杭州市', detail: '龙井路 1 号' };
  const order = { items: [{ sku: 'TEA', quantity: 1 }], address, total: '128.00' };
  const { id } = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body;
  const unpaid = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body.id;
  const params = (await buyer.post(`/api/v1/member/orders/${id}/pay`)).body;
  expect((await client().post('/demo/wx/pay', { ...guest, params })).body).toMatchObject({ ok: true });
  expect((await buyer.post(`/api/v1/member/orders/${id}/check-payment`)).body).toMatchObject({ state: 'paid' });

  const before = (await client().get<{ now: string; offsetSeconds: number }>('/demo/clock')).body;
  const after = await client().post<{ now: string; offsetSeconds: number }>('/demo/clock', { advanceSeconds: 86_400 });
  expect(after.body.offsetSeconds).toBe(before.offsetSeconds + 86_400);
  expect(Date.parse(after.body.now) - Date.parse(before.now)).toBeGreaterThanOrEqual(86_400_000);
  expect((await buyer.get(`/api/v1/member/orders/${unpaid}`)).body).toMatchObject({ state: 'closed' });
  expect(emulator.config().clock.offsetMs).toBe(after.body.offsetSeconds * 1000);
  expect((await client().post('/demo/clock', { advanceSeconds: 0 })).status).toBe(422);
  expect((await client().post('/demo/clock', { advanceSeconds: 31_622_401 })).status).toBe(422);

  await owner.post(`/api/v1/orders/${id}/shipment`, { carrier: 'SF', trackingNumber: 'SF1' });
  expect((await client().post('/demo/wx/receive', { ...guest, outTradeNo: id })).body).toMatchObject({
    ok: true,
  });
  await client().post('/demo/clock', { advanceSeconds: 1 });
  // WeChat's push has told it before the page does.
  expect((await buyer.get(`/api/v1/member/orders/${id}`)).body).toMatchObject({ state: 'completed' });
  expect((await buyer.post(`/api/v1/member/orders/${id}/confirm-receipt`)).body).toMatchObject({ state: 'completed' });
  expect((await client().get<{ data: { role: string }[] }>('/demo/people')).body.data[0]?.role).toBe('顾客');
});

test('after a day the token is fetched anew and pay still verifies: both clocks are the same', async () => {
  const buyer = await asGuest();
  const order = {
    items: [{ sku: 'TEA', quantity: 1 }],
    address: { name: 'a', phone: '19900000001', region: 'b', detail: 'c' },
    total: '128.00',
  };
  const { id } = (await buyer.post<{ id: string }>('/api/v1/member/orders', order)).body;
  expect((await buyer.post(`/api/v1/member/orders/${id}/pay`)).status).toBe(200);
});

test('the doors are for this machine only, and for no other site', async () => {
  expect((await client().get('/demo/clock', { 'x-forwarded-host': 'evil.test' })).status).toBe(200);
  expect((await client().post('/demo/clock', { advanceSeconds: 1 }, { origin: 'https://evil.test' })).status).toBe(404);
  const page = await client().get<string>('/m/');
  expect(page.body).toContain('iframe');
  expect((await client().get('/m/frame.js')).headers.get('content-type')).toContain('text/javascript');
});
