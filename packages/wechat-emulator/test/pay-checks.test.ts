import { expect, test } from 'vitest';
import { useStage } from './support/stage';

const stage = useStage();
const QUERY = () => `/v3/pay/transactions/out-trade-no/T20260301000001?mchid=${stage.mchid}`;
const PREPAY = '/v3/pay/transactions/jsapi';
const place = () => stage.pay('POST', PREPAY, stage.prepayBody());

test('a request without a readable Authorization is a SIGN_ERROR, and nobody signs that answer', async () => {
  for (const authorization of [
    '',
    'Bearer x',
    'WECHATPAY2-SHA256-RSA2048 mchid="1"',
    'WECHATPAY2-SHA256-RSA2048 nonsense',
  ]) {
    const answer = await stage.pay('GET', QUERY(), undefined, { authorization });
    expect([answer.status, answer.json.code]).toEqual([401, 'SIGN_ERROR']);
    expect(answer.headers.get('wechatpay-signature')).toBeNull();
  }
});

test('a serial of another merchant, or an unknown merchant, is a SIGN_ERROR about the serial', async () => {
  const good = stage.authorization('GET', QUERY(), '');
  for (const authorization of [
    good.replace(/serial_no="[^"]+"/, 'serial_no="ABC"'),
    good.replace(/mchid="[^"]+"/, 'mchid="1"'),
  ]) {
    const answer = await stage.pay('GET', QUERY(), undefined, { authorization });
    expect(answer.json).toMatchObject({ code: 'SIGN_ERROR', message: expect.stringContaining('商户证书序列号有误') });
  }
});

test('the clock may be five minutes off and not a second more', async () => {
  await place();
  const now = Math.floor(stage.emulator.world.clock.now() / 1000);
  const at = async (timestamp: number) => (await stage.pay('GET', QUERY(), undefined, { timestamp })).status;
  expect([await at(now - 300), await at(now + 300), await at(now - 301), await at(now + 301)]).toEqual([
    200, 200, 401, 401,
  ]);
});

test('a signature over other bytes is refused with the detail of what was to be signed', async () => {
  const body = JSON.stringify(stage.prepayBody());
  const authorization = stage.authorization('POST', PREPAY, body);
  const answer = await stage.pay('POST', PREPAY, undefined, { authorization, rawBody: `${body} ` });
  expect(answer.status).toBe(401);
  expect(answer.json.detail).toMatchObject({
    detail: { issue: 'sign not match' },
    field: 'signature',
    location: 'authorization',
    sign_information: { method: 'POST', url: PREPAY },
  });
});

test('reordered keys and unusual white space verify, because the bytes are what is signed', async () => {
  const { appid, mchid, ...rest } = stage.prepayBody();
  const rawBody = `\n { "mchid" :${JSON.stringify(mchid)},\t${JSON.stringify(rest).slice(1, -1)} , "appid":${JSON.stringify(appid)}}  `;
  expect((await stage.pay('POST', PREPAY, undefined, { rawBody })).status).toBe(200);
});

test('a replayed nonce is flagged in the journal, and refused where the merchant is strict', async () => {
  await place();
  await stage.pay('GET', QUERY(), undefined, { nonce: 'same' });
  expect((await stage.pay('GET', QUERY(), undefined, { nonce: 'same' })).status).toBe(200);
  const { entries } = await stage.control('journal?endpoint=pay.order-by-number');
  expect(entries.map((entry: { nonceReplayed?: true }) => entry.nonceReplayed)).toEqual([undefined, true]);
  await stage.settings({ strictNonce: true });
  expect((await stage.pay('GET', QUERY(), undefined, { nonce: 'same' })).status).toBe(401);
});

test('Accept, User-Agent and a JSON Content-Type are demanded', async () => {
  await place();
  const without = async (headers: Record<string, string | undefined>) =>
    (await stage.pay('GET', QUERY(), undefined, { headers })).status;
  expect(await without({ Accept: 'text/html' })).toBe(406);
  expect(await without({ 'User-Agent': '' })).toBe(406);
  const asText = { headers: { 'Content-Type': 'text/plain' } };
  expect((await stage.pay('POST', PREPAY, stage.prepayBody(), asText)).status).toBe(406);
  await stage.settings({ missingHeaderStatus: 400 });
  expect(await without({ Accept: 'text/html' })).toBe(400);
  await stage.settings({ looseHeaders: true });
  expect(await without({ Accept: 'text/html' })).toBe(200);
});

test.each([
  ['an unknown field', { surprise: 1 }, '/surprise', 270924358],
  ['an unknown inner field', { amount: { total: 1, tip: 1 } }, '/amount/tip', 270924358],
  ['an amount as text', { amount: { total: '1000' } }, '/amount/total', 268435461],
  ['an amount of nothing', { amount: { total: 0 } }, '/amount/total', 268435461],
  ['half a fen', { amount: { total: 1.5 } }, '/amount/total', 268435461],
  ['another currency', { amount: { total: 1, currency: 'GBP' } }, '/amount/currency', 268435461],
  ['a missing openid', { payer: {} }, '/payer/openid', 268501013],
  ['a short number', { out_trade_no: 'T1234' }, '/out_trade_no', 268435461],
  ['a number with a dot', { out_trade_no: 'T1234.5' }, '/out_trade_no', 268435461],
  ['a description of 128 characters', { description: '茶'.repeat(128) }, '/description', 268435461],
  ['null for an optional field', { attach: null }, '/attach', 268435461],
])('%s is a PARAM_ERROR that points at it', async (_what, more, field, internalCode) => {
  const answer = await stage.pay('POST', PREPAY, stage.prepayBody(more));
  expect([answer.status, answer.json.code, answer.json.detail.field]).toEqual([400, 'PARAM_ERROR', field]);
  expect(answer.headers.get('request-id')).toMatch(new RegExp(`^08[0-9A-F]+-${internalCode}$`));
});

test('127 Chinese characters are a description, and broken bodies are PARAM_ERRORs', async () => {
  expect((await stage.pay('POST', PREPAY, stage.prepayBody({ description: '茶'.repeat(127) }))).status).toBe(200);
  for (const rawBody of ['{', '[]', '"x"', 'null']) {
    expect((await stage.pay('POST', PREPAY, undefined, { rawBody })).json.code).toBe('PARAM_ERROR');
  }
});

test("another merchant's number in body or query is refused", async () => {
  const inBody = await stage.pay('POST', PREPAY, stage.prepayBody({ mchid: '1900000099' }));
  const inQuery = await stage.pay('GET', '/v3/pay/transactions/out-trade-no/T20260301000001?mchid=1900000099');
  expect([inBody.json.code, inQuery.json.code]).toEqual(['PARAM_ERROR', 'PARAM_ERROR']);
});

test('more calls a second than the limit are 429, and the next second is free again', async () => {
  await stage.settings({ rateLimits: { 'pay.order-by-number': 2 } });
  const statuses = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await stage.pay('GET', QUERY())).status);
  expect(statuses).toEqual([404, 404, 429]);
  await stage.advance(1);
  expect((await stage.pay('GET', QUERY())).status).toBe(404);
});

test('an unknown path is 404 and unmodelled', async () => {
  expect((await stage.pay('POST', '/v3/profitsharing/orders', {})).status).toBe(404);
  expect((await stage.control('journal?unmodelled=1')).entries[0]).toMatchObject({
    listener: 'pay',
    outcome: 'UNMODELLED',
  });
});

test('every answer is signed with the key that the mode and the request choose', async () => {
  await place();
  const { publicKeyId, platformSerial } = stage.pair.merchant;
  const serial = async (headers: Record<string, string | undefined>) => {
    const answer = await stage.pay('GET', QUERY(), undefined, { headers });
    expect(stage.isSigned({ headers: Object.fromEntries(answer.headers), body: answer.text })).toBe(true);
    return answer.headers.get('wechatpay-serial');
  };
  expect(await serial({ 'Wechatpay-Serial': undefined })).toBe(publicKeyId);
  await stage.control('merchants', { name: 'demo', signMode: 'CERT' });
  expect(await serial({ 'Wechatpay-Serial': publicKeyId })).toBe(platformSerial);
  await stage.control('merchants', { name: 'demo', signMode: 'SWITCHING' });
  expect(await serial({ 'Wechatpay-Serial': publicKeyId })).toBe(publicKeyId);
  expect(await serial({ 'Wechatpay-Serial': undefined })).toBe(platformSerial);
});

test('an error body is signed too, unless the merchant is set otherwise', async () => {
  const signed = await stage.pay('GET', QUERY());
  expect(stage.isSigned({ headers: Object.fromEntries(signed.headers), body: signed.text })).toBe(true);
  await stage.settings({ signErrors: false });
  expect((await stage.pay('GET', QUERY())).headers.get('wechatpay-signature')).toBeNull();
});

test('certificates are for certificate mode only, sealed with the APIv3 key', async () => {
  const refused = await stage.pay('GET', '/v3/certificates');
  expect([refused.status, refused.json.code]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  await stage.control('merchants', { name: 'demo', signMode: 'CERT' });
  const { json } = await stage.pay('GET', '/v3/certificates');
  expect(json.data[0]).toMatchObject({ serial_no: stage.pair.merchant.platformSerial });
  const { ciphertext, nonce, associated_data } = json.data[0].encrypt_certificate;
  const { unseal } = await import('../src/crypto/aead');
  expect(unseal(ciphertext, stage.pair.merchant.apiV3Key, nonce, associated_data)).toBe(
    stage.pair.merchant.platformCertificate,
  );
});
