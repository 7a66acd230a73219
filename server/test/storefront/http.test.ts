import { isRefusal } from '@fenrun/kernel';
import { startEmulator } from '@fenrun/wechat-emulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insert } from '../../src/foundation/db';
import { shareTable } from '../../src/modules/attribution';
import { keepWechatAccount } from '../../src/modules/wechat';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';
import { accountOf, PAGES } from '../support/world-of-wechat';

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let server: TestServer;
let shop: TestMerchant;
let appid: string;

type Body = Record<string, never>;

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
  const port = 20_000 + (process.pid % 20_000);
  server = await startServer({
    port,
    publicUrl: `http://127.0.0.1:${port}`,
    wechatApiBase: emulator.mp,
    wechatPayBase: emulator.pay,
  });
  shop = await server.merchant('demo');
  const pair = emulator.config().pairs[0]!;
  appid = pair.app.appid;
  const { box } = server.installation;
  const kept = await server.db.write((tx) =>
    keepWechatAccount(tx, { merchantId: shop.id, account: accountOf(pair) }, box, server.clock.now()),
  );
  if (isRefusal(kept)) throw new Error(kept.refused);
});
afterAll(async () => {
  await server.stop();
  await emulator.stop();
});

const TEA = {
  name: '武夷肉桂岩茶',
  subtitle: '炭焙 · 12 泡装',
  description: '一年陈化，炭火慢焙。',
  specification: '120 克',
  category: null,
  price: '128.00',
  pictures: [] as string[],
  onShelf: true,
};

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function member(user: string) {
  await control('users', { id: user });
  const { code } = await control<{ code: string }>('login', { appid, user });
  const signedIn = await server.client().post<{ token: string }>('/api/v1/member/session', { merchant: 'demo', code });
  expect(signedIn.status).toBe(200);
  return server.client({ authorization: `Bearer ${signedIn.body.token}` });
}

test('the staff keep the catalogue, and nobody overwrites somebody else', async () => {
  const picture = await shop.owner.send<{ id: string; url: string }>('POST', '/api/v1/pictures', PNG, {
    'content-type': 'image/png',
  });
  expect(picture).toMatchObject({ status: 201, body: { width: 1, height: 1 } });
  const shown = await server.client().get(picture.body.url);
  expect(shown.status).toBe(200);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(
    (await shop.owner.send('POST', '/api/v1/pictures', 'not a picture', { 'content-type': 'image/png' })).body,
  ).toMatchObject({ code: 'picture-unreadable' });

  await shop.owner.post('/api/v1/categories', { id: 'tea', name: '茶叶' });
  const added = await shop.owner.post('/api/v1/products', {
    sku: 'TEA',
    stock: 20,
    ...TEA,
    category: 'tea',
    pictures: [picture.body.id],
  });
  expect(added).toMatchObject({
    status: 201,
    body: {
      sku: 'TEA',
      price: '128.00',
      stock: 20,
      held: 0,
      categoryName: '茶叶',
      rate: '10%',
      image: picture.body.url,
    },
  });
  expect((await shop.owner.post('/api/v1/products', { sku: 'TEA', stock: 1, ...TEA })).body).toMatchObject({
    code: 'sku-taken',
  });
  expect((await shop.owner.post('/api/v1/products', { sku: 'CUP', stock: 1, ...TEA, category: 'cups' })).status).toBe(
    422,
  );
  expect((await shop.owner.post('/api/v1/products', { sku: 'CUP', stock: 1, ...TEA, price: '1.234' })).status).toBe(
    422,
  );
  const saved = await shop.owner.put('/api/v1/products/TEA', { version: 1, ...TEA, category: 'tea', price: '138.00' });
  expect(saved).toMatchObject({ status: 200, body: { price: '138.00', version: 2 } });
  expect((await shop.owner.put('/api/v1/products/TEA', { version: 1, ...TEA })).body).toMatchObject({
    code: 'changed-meanwhile',
  });
  expect((await shop.owner.post('/api/v1/products/TEA/stock', { change: -30, reason: '盘点' })).body).toMatchObject({
    code: 'out-of-stock',
  });
  expect((await shop.owner.post('/api/v1/products/TEA/stock', { change: 10, reason: '进货' })).body).toMatchObject({
    stock: 30,
  });
  expect((await shop.owner.get('/api/v1/products?q=肉桂&state=on_shelf')).body).toMatchObject({
    data: [{ sku: 'TEA' }],
    total: 1,
    onShelf: 1,
  });
  const csv = await shop.owner.get<string>('/api/v1/products.csv');
  expect(csv.body).toContain('TEA,武夷肉桂岩茶,炭焙 · 12 泡装,120 克,tea,138.00,30,1,');
  expect(
    (await (await shop.staff('viewer')).post('/api/v1/products/shelf', { skus: ['TEA'], onShelf: false })).status,
  ).toBe(403);
});

test('a member browses, orders, pays by WeChat and receives; the order is a sale', async () => {
  const buyer = await member('buyer');
  expect((await buyer.get('/api/v1/member/products')).body).toMatchObject({
    data: [{ sku: 'TEA', price: '138.00', earn: null }],
    nextCursor: null,
  });
  expect((await buyer.get('/api/v1/member/products/TEA')).body).toMatchObject({
    description: TEA.description,
    earn: null,
  });
  const items = [{ sku: 'TEA', quantity: 2 }];
  expect((await buyer.post('/api/v1/member/orders/quote', { items })).body).toMatchObject({
    total: '276.00',
    canBuy: true,
    recommendedBy: null,
  });
  const address = { name: '林小满', phone: '13800001111', region: '福建省 厦门市 思明区', detail: '湖滨南路 1 号' };
  expect((await buyer.post('/api/v1/member/orders', { items, address, total: '1.00' })).body).toMatchObject({
    code: 'price-changed',
  });
  const placed = await buyer.post<{ id: string }>(
    '/api/v1/member/orders',
    { items, address, total: '276.00' },
    { 'idempotency-key': 'k1' },
  );
  expect(placed).toMatchObject({ status: 201, body: { state: 'unpaid', total: '276.00', pieces: 2 } });
  const again = await buyer.post<{ id: string }>(
    '/api/v1/member/orders',
    { items, address, total: '276.00' },
    { 'idempotency-key': 'k1' },
  );
  expect(again.body.id).toBe(placed.body.id);
  const { id } = placed.body;
  expect((await shop.owner.get('/api/v1/products/TEA')).body).toMatchObject({ stock: 28, held: 2, sold: 0 });

  const params = await buyer.post(`/api/v1/member/orders/${id}/pay`);
  expect(params.body).toMatchObject({ signType: 'RSA', package: expect.stringMatching(/^prepay_id=/) });
  expect(await control('pay', { appid, user: 'buyer', params: params.body })).toMatchObject({ ok: true });
  const checked = await buyer.post(`/api/v1/member/orders/${id}/check-payment`);
  expect(checked.body).toMatchObject({ state: 'paid', next: '商家正在准备发货。' });
  await control('clock', { advanceSeconds: 0 });
  const { callbacks } = await control<{ callbacks: { state: string }[] }>(`callbacks?subject=${id}`);
  expect(callbacks.map((callback) => callback.state)).toEqual(['delivered']);

  const other = await member('somebody');
  for (const path of ['', '/pay', '/check-payment', '/cancel', '/confirm-receipt']) {
    const answer =
      path === ''
        ? await other.get(`/api/v1/member/orders/${id}`)
        : await other.post(`/api/v1/member/orders/${id}${path}`);
    expect([path, answer.status]).toEqual([path, 404]);
  }
  expect((await buyer.post(`/api/v1/member/orders/${id}/pay`)).body).toMatchObject({ code: 'already-paid' });
  await shop.owner.post(`/api/v1/orders/${id}/shipment`, { carrier: 'SF', trackingNumber: 'SF1234567890' });
  expect((await buyer.get(`/api/v1/member/orders/${id}`)).body).toMatchObject({
    state: 'shipped',
    shipment: { carrierName: '顺丰速运' },
    confirmView: { merchantTradeNo: id },
  });
  expect((await buyer.post(`/api/v1/member/orders/${id}/confirm-receipt`)).body).toMatchObject({ state: 'completed' });
  expect((await buyer.get('/api/v1/member/orders?state=completed')).body).toMatchObject({
    data: [{ id, state: 'completed' }],
  });
});

test('a forged notice changes nothing and is told so', async () => {
  const forged = await server.client().send('POST', '/api/v1/wechat/demo/pay-notice', '{"id":"x"}', {
    'content-type': 'application/json',
    'wechatpay-timestamp': String(Math.floor(Date.now() / 1000)),
    'wechatpay-nonce': 'n',
    'wechatpay-signature': 'AAAA',
    'wechatpay-serial': emulator.config().pairs[0]!.merchant.publicKeyId,
  });
  expect(forged).toMatchObject({ status: 401, body: { code: 'FAIL' } });
  expect(
    (
      await server
        .client()
        .send('POST', '/api/v1/wechat/nobody/pay-notice', '{}', { 'content-type': 'application/json' })
    ).status,
  ).toBe(404);
});

test('addresses are kept per member', async () => {
  const buyer = await member('buyer');
  const address = { name: '林小满', phone: '13800001111', region: '福建省 厦门市', detail: '湖滨南路 1 号' };
  const added = await buyer.post<{ id: string }>('/api/v1/member/addresses', address);
  expect(added).toMatchObject({ status: 201, body: { isDefault: true } });
  expect((await (await member('somebody')).put(`/api/v1/member/addresses/${added.body.id}`, address)).status).toBe(404);
  expect((await buyer.delete(`/api/v1/member/addresses/${added.body.id}`)).status).toBe(204);
  expect((await buyer.get('/api/v1/member/addresses')).body).toEqual({ data: [] });
});

test('WeChat credentials are shown without secrets, tried, and refused by field', async () => {
  const shown = await shop.owner.get<Body>('/api/v1/wechat/settings');
  expect(shown.body).toMatchObject({
    appId: appid,
    has: { appSecret: true, privateKey: true, apiV3Key: true, publicKey: true },
    notifyUrls: { pay: expect.stringContaining('/api/v1/wechat/demo/pay-notice') },
  });
  expect(JSON.stringify(shown.body)).not.toContain(emulator.config().pairs[0]!.app.secret);
  const checked = await shop.owner.post<{ checks: { what: string; ok: boolean }[] }>('/api/v1/wechat/check');
  expect(checked.body.checks.map(({ what, ok }) => [what, ok])).toEqual([
    ['login', true],
    ['pay', true],
    ['shipping', true],
  ]);
  const { appId, mchId, serialNumber, publicKeyId } = shown.body as Record<string, string>;
  const wrong = await shop.owner.put('/api/v1/wechat/settings', {
    appId,
    mchId,
    serialNumber,
    publicKeyId,
    apiV3Key: 'short',
  });
  expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/apiV3Key' }] } });
  expect((await shop.owner.put('/api/v1/wechat/settings', { appId, mchId, serialNumber, publicKeyId })).status).toBe(
    200,
  );
});

test('a share has a mini-program code that is drawn once, and an error of WeChat is never kept as one', async () => {
  const share = {
    merchantId: shop.id,
    promoterId: shop.id,
    sku: 'TEA',
    campaign: null,
    channel: 'poster',
    isInvite: false,
  };
  const rows = ['AbCdEf1234', 'AbCdEf1235'].map((code) => ({ ...share, code, words: null, createdAt: 0, opens: 0 }));
  await server.db.write((tx) => insert(tx, shareTable, rows));
  const picture = () => server.client().get('/api/v1/shares/demo/AbCdEf1234/picture');
  expect((await server.client().get('/api/v1/shares/demo/nobody/picture')).status).toBe(404);
  await control('faults', { endpoint: 'mp.code-image', kind: 'answer', errcode: 45009 });
  expect((await server.client().get('/api/v1/shares/demo/AbCdEf1235/picture')).status).toBe(502);
  const [first, second] = await Promise.all([picture(), picture()]);
  expect([first.status, second.status, first.headers.get('content-type')]).toEqual([200, 200, 'image/png']);
  await picture();
  const { entries } = await control<{ entries: { outcome: string }[] }>('journal?endpoint=mp.code-image');
  expect(entries.map((entry) => entry.outcome)).toEqual(['45009', 'ok']);
});

test('the message push is checked, opened and believed only with its signature', async () => {
  const { appId, mchId, serialNumber, publicKeyId } = (
    await shop.owner.get<Record<string, string>>('/api/v1/wechat/settings')
  ).body;
  const push = { pushToken: 'tok', pushAesKey: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8' };
  expect((await server.client().get('/api/v1/wechat/demo/push')).status).toBe(404);
  await shop.owner.put('/api/v1/wechat/settings', { appId, mchId, serialNumber, publicKeyId, ...push });
  const url = `${server.url}/api/v1/wechat/demo/push`;
  const target = { url, token: push.pushToken, encodingAesKey: push.pushAesKey, mode: 'safe', format: 'json' };
  expect(await control('push', { appid, push: target, verify: true })).toMatchObject({ push: { url } });
  const sent = await control<{ callback: { state: string } }>('push/send', {
    appid,
    event: { Event: 'trade_manage_remind_shipping' },
  });
  expect(sent.callback).toBeDefined();
  await control('clock', { advanceSeconds: 0 });
  const { callbacks } = await control<{ callbacks: { state: string }[] }>(
    'callbacks?event=PUSH.trade_manage_remind_shipping',
  );
  expect(callbacks.map((callback) => callback.state)).toEqual(['delivered']);
  const forged = '?signature=x&msg_signature=y&timestamp=1&nonce=n';
  expect((await server.client().get(`/api/v1/wechat/demo/push${forged}&echostr=hi`)).status).toBe(401);
  const body = JSON.stringify({
    Event: 'trade_manage_order_settlement',
    merchant_trade_no: '1',
    confirm_receive_time: 1,
  });
  expect(
    (
      await server
        .client()
        .send('POST', `/api/v1/wechat/demo/push${forged}`, body, { 'content-type': 'application/json' })
    ).status,
  ).toBe(401);
  expect(
    (
      await server
        .client()
        .send('POST', `/api/v1/wechat/demo/push${forged}`, '{', { 'content-type': 'application/json' })
    ).status,
  ).toBe(400);
});
