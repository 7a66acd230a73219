import { expect, test } from 'vitest';
import { type Json, START, useStage } from './support/stage';

const stage = useStage();
const CUMULATIVE = [0, 15, 30, 60, 240, 840, 2040, 3840, 5640, 7440, 11_040, 21_840, 32_640, 43_440, 65_040, 86_640];

const mode = (name: string, more: Json = {}) => stage.control('callback-modes', { mode: name, ...more });
const only = async (): Promise<Json> => (await stage.control('callbacks')).callbacks[0];
const times = () => stage.inbox.letters.map((letter) => Number(letter.headers['wechatpay-timestamp']) - START / 1000);
const envelope = (index = 0): Json => JSON.parse(stage.inbox.letters[index]?.body ?? '{}');

test('a payment is notified once, signed and sealed, and delivered by a 204', async () => {
  await stage.paidOrder();
  await stage.advance(0);
  expect(envelope()).toMatchObject({
    id: expect.stringMatching(/^EV-/),
    create_time: '2026-03-01T10:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', associated_data: 'transaction' },
  });
  expect(envelope().resource.nonce).toHaveLength(12);
  expect(stage.open(stage.inbox.letters[0]).out_trade_no).toBe('T20260301000001');
  expect(await only()).toMatchObject({
    state: 'delivered',
    attempts: [{ status: 204, outcome: 'accepted' }],
    dueAt: null,
  });
  await stage.advance(90_000);
  expect(stage.inbox.letters).toHaveLength(1);
});

test('a refused notification is tried fifteen times more on the schedule, then never again', async () => {
  stage.inbox.answerWith(() => ({ status: 500, body: '{"code":"FAIL"}' }));
  await stage.paidOrder();
  await stage.advance(200_000);
  expect(times()).toEqual(CUMULATIVE);
  expect(await only()).toMatchObject({ state: 'exhausted', dueAt: null });
  expect(stage.inbox.letters.every((letter) => stage.isSigned(letter))).toBe(true);
  expect(new Set(stage.inbox.letters.map((letter) => JSON.parse(letter.body).id)).size).toBe(1);
  const fresh = (name: string) => new Set(stage.inbox.letters.map((letter) => letter.headers[name])).size;
  expect([fresh('wechatpay-nonce'), fresh('wechatpay-signature')]).toEqual([16, 16]);
  expect(new Set(stage.inbox.letters.map((letter) => JSON.parse(letter.body).resource.nonce)).size).toBe(16);
});

test('the first success ends the schedule; a redirect, a 201 and no answer at all are failures', async () => {
  const answers = [302, 201, 200];
  stage.inbox.answerWith((_letter, index) => ({ status: answers[index] ?? 204 }));
  await stage.paidOrder();
  await stage.advance(100_000);
  expect(times()).toEqual([0, 15, 30]);
  const { attempts } = await only();
  expect(attempts.map((attempt: Json) => attempt.outcome)).toEqual(['redirect', 'refused', 'accepted']);
});

test('an answer later than five seconds is none', async () => {
  stage.inbox.answerWith((_letter, index) => (index === 0 ? 'hang' : { status: 204 }));
  await stage.paidOrder();
  await stage.advance(20);
  expect((await only()).attempts.map((attempt: Json) => attempt.outcome)).toEqual(['timeout', 'accepted']);
}, 15_000);

test('where nobody listens the notification is unreachable and comes later', async () => {
  const body = stage.prepayBody({ notify_url: 'http://127.0.0.1:9/notify', out_trade_no: 'T-unreachable' });
  const { json } = await stage.pay('POST', '/v3/pay/transactions/jsapi', body);
  await stage.control('pay', { appid: stage.appid, user: 'wei', params: stage.payParams(json.prepay_id) });
  await stage.advance(0);
  expect(await only()).toMatchObject({
    state: 'pending',
    attempts: [{ outcome: 'unreachable' }],
    dueAt: '2026-03-01T02:00:15.000Z',
  });
});

test('a probe comes first with a signature that cannot be, and the real one at once behind it', async () => {
  stage.inbox.answerWith((letter) => ({ status: stage.isSigned(letter) ? 204 : 401 }));
  await mode('signtest');
  await stage.paidOrder();
  await stage.advance(0);
  const [probe, real] = stage.inbox.letters;
  expect(probe?.headers['wechatpay-signature']).toMatch(/^WECHATPAY\/SIGNTEST\//);
  expect(stage.open(real).trade_state).toBe('SUCCESS');
  expect(await only()).toMatchObject({ state: 'delivered', attempts: [{ outcome: 'accepted' }] });
});

test.each([
  ['bad-signature', 'the signature is of other bytes'],
  ['wrong-serial', 'the serial is of nobody'],
  ['missing-headers', 'there is no signature at all'],
])('%s: %s, and the next attempt is right', async (name) => {
  stage.inbox.answerWith((letter) => ({ status: stage.isSigned(letter) ? 204 : 401 }));
  await mode(name);
  await stage.paidOrder();
  await stage.advance(15);
  expect(stage.inbox.letters.map((letter) => stage.isSigned(letter))).toEqual([false, true]);
  expect((await only()).state).toBe('delivered');
});

test.each([
  ['stale-timestamp', -301],
  ['future-timestamp', 301],
])('%s is validly signed at another time', async (name, offset) => {
  await mode(name);
  await stage.paidOrder();
  await stage.advance(0);
  expect(times()).toEqual([offset]);
  expect(stage.isSigned(stage.inbox.letters[0] as never)).toBe(true);
});

test.each(['tampered-ciphertext', 'wrong-api-key'])('%s is validly signed and does not open', async (name) => {
  await mode(name);
  await stage.paidOrder();
  await stage.advance(0);
  expect(stage.isSigned(stage.inbox.letters[0] as never)).toBe(true);
  expect(() => stage.open(stage.inbox.letters[0])).toThrow();
});

test('associated data may be empty or absent', async () => {
  await mode('empty-aad');
  await stage.paidOrder();
  await mode('absent-aad');
  await stage.paidOrder('T20260301000002');
  await stage.advance(0);
  expect([envelope(0).resource.associated_data, envelope(1).resource.associated_data]).toEqual(['', undefined]);
  expect(stage.inbox.letters.map((letter) => stage.open(letter).trade_state)).toEqual(['SUCCESS', 'SUCCESS']);
});

test('content may be of tomorrow, of another amount or of another merchant', async () => {
  for (const [index, name] of ['extra-fields', 'different-amount', 'other-mchid', 'unknown-event-type'].entries()) {
    await mode(name);
    await stage.paidOrder(`T2026030100001${index}`);
    await stage.advance(0);
  }
  const contents = stage.inbox.letters.map((letter) => stage.open(letter));
  expect(contents[0].future_field).toBeDefined();
  expect(contents[1].amount.total).toBe(1001);
  expect(contents[2].mchid).toBe('1999999999');
  expect(envelope(3).event_type).toBe('TRANSACTION.UNHEARD_OF');
});

test('a lost notification never arrives, though all sixteen attempts were made', async () => {
  await mode('lose', { attempts: 0 });
  await stage.paidOrder();
  await stage.advance(100_000);
  expect(stage.inbox.letters).toHaveLength(0);
  const { state, attempts } = await only();
  expect([state, attempts.length]).toEqual(['exhausted', 16]);
});

test('a held notification waits for the test, and a late one for its time', async () => {
  await mode('hold');
  await stage.paidOrder();
  await mode('delay', { seconds: 600 });
  await stage.paidOrder('T20260301000002');
  await stage.advance(599);
  expect(stage.inbox.letters).toHaveLength(0);
  await stage.advance(1);
  expect(stage.open(stage.inbox.letters[0]).out_trade_no).toBe('T20260301000002');
  const { attempt } = await stage.control('callbacks/deliver', { id: (await only()).id });
  expect(attempt.outcome).toBe('accepted');
  expect(stage.open(stage.inbox.letters[1]).out_trade_no).toBe('T20260301000001');
});

test('a held notification that is refused begins its schedule then', async () => {
  stage.inbox.answerWith((_letter, index) => ({ status: index === 0 ? 500 : 204 }));
  await mode('hold');
  await stage.paidOrder();
  await stage.advance(1000);
  await stage.control('callbacks/deliver', { id: (await only()).id });
  await stage.advance(15);
  expect(times()).toEqual([1000, 1015]);
});

test('a delivered notification may come again, many at once', async () => {
  await mode('duplicate', { count: 3 });
  await stage.paidOrder();
  await stage.advance(0);
  expect(stage.inbox.letters).toHaveLength(3);
  const { attempts } = await stage.control('callbacks/duplicate', {
    id: (await only()).id,
    count: 15,
    concurrent: true,
  });
  expect(attempts).toHaveLength(15);
  expect(stage.inbox.letters).toHaveLength(18);
});

test('pending notifications are dropped, put off and reordered', async () => {
  await mode('delay', { seconds: 10, callbacks: 3 });
  for (const number of ['T-first', 'T-second', 'T-third.'.replace('.', '')]) await stage.paidOrder(number);
  const { callbacks } = await stage.control('callbacks?state=pending');
  const [first, second, third] = callbacks.map((callback: Json) => callback.id);
  await stage.control('callbacks/delay', { id: first, seconds: 5 });
  await stage.control('callbacks/reorder', { ids: [first, second, third] });
  await stage.control('callbacks/drop', { id: second });
  await stage.advance(60);
  expect(stage.inbox.letters.map((letter) => stage.open(letter).out_trade_no)).toEqual(['T-first', 'T-third']);
  expect((await stage.control('callbacks/delay', { id: second, seconds: 1 })).error.code).toBe('callback-not-pending');
});

test('a mode may be for an event only, and is used up by the callbacks it was for', async () => {
  await mode('lose', { event: 'REFUND.*', attempts: 0 });
  await stage.paidOrder();
  const amount = { refund: 1, total: 1000, currency: 'CNY' };
  const refund = { out_trade_no: 'T20260301000001', out_refund_no: 'R1', amount, notify_url: stage.notifyUrl };
  await stage.pay('POST', '/v3/refund/domestic/refunds', refund);
  await stage.advance(1000);
  expect(stage.inbox.letters).toHaveLength(1);
  expect((await stage.control('callback-modes')).modes).toEqual([]);
});

test('callbacks are signed as the mode says, while switching by a share', async () => {
  const { publicKeyId, platformSerial } = stage.pair.merchant;
  const serials = () => stage.inbox.letters.map((letter) => letter.headers['wechatpay-serial']);
  await stage.control('merchants', { name: 'demo', signMode: 'CERT' });
  await stage.paidOrder();
  await stage.advance(0);
  expect(serials()).toEqual([platformSerial]);
  await stage.control('merchants', { name: 'demo', signMode: 'SWITCHING', switchingPercent: 50 });
  const { id } = await only();
  await stage.control('callbacks/duplicate', { id, count: 40 });
  expect(new Set(serials())).toEqual(new Set([publicKeyId, platformSerial]));
});

test('a message push is plain or sealed, JSON or XML, and is tried three times more', async () => {
  const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
  const target = { url: `${stage.inbox.base}/push`, token: 'tok', format: 'xml', mode: 'plain' };
  stage.inbox.answerWith(() => ({ status: 200, body: 'no' }));
  await stage.control('push', { appid: stage.appid, push: target });
  await stage.control('push/send', { appid: stage.appid, event: { Event: 'wxa_media_check', isrisky: 0 } });
  await stage.advance(60);
  expect(stage.inbox.letters).toHaveLength(4);
  expect(stage.inbox.letters[0]?.body).toContain('<Event><![CDATA[wxa_media_check]]></Event><isrisky>0</isrisky>');
  stage.inbox.letters.length = 0;
  stage.inbox.answerWith(() => ({ status: 200, body: 'success' }));
  await stage.control('push', {
    appid: stage.appid,
    push: { ...target, format: 'json', mode: 'safe', encodingAesKey: key },
  });
  await stage.control('push/send', { appid: stage.appid, event: { Event: 'ping' } });
  await stage.advance(60);
  expect(stage.inbox.letters).toHaveLength(1);
  const { pushSignature, unsealPush } = await import('../src/crypto/push-cipher');
  const query = new URL(stage.inbox.letters[0]?.url ?? '', 'http://x').searchParams;
  const { Encrypt } = envelope();
  const parts = ['tok', query.get('timestamp') ?? '', query.get('nonce') ?? ''];
  expect(query.get('msg_signature')).toBe(pushSignature(...parts, Encrypt));
  expect(query.get('signature')).toBe(pushSignature(...parts));
  const opened = unsealPush(Encrypt, key);
  expect([opened.appid, JSON.parse(opened.message).Event]).toEqual([stage.appid, 'ping']);
});

test('a push URL that does not echo is not taken', async () => {
  const push = { url: `${stage.inbox.base}/push`, token: 'tok', format: 'json', mode: 'plain' };
  expect((await stage.control('push', { appid: stage.appid, push, verify: true })).error.code).toBe(
    'push-not-verified',
  );
});
