import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();
const PREPAY = '/v3/pay/transactions/jsapi';
const fault = (kind: string, more: Json = {}) => stage.control('faults', { endpoint: 'pay.prepay', kind, ...more });
const place = () => stage.pay('POST', PREPAY, stage.prepayBody());
const query = () => stage.pay('GET', `/v3/pay/transactions/out-trade-no/T20260301000001?mchid=${stage.mchid}`);
const orders = async () => (await stage.control('books')).orders.length;

/** A call by hand, because fetch hides what went wrong. */
async function attempt(url: string, timeoutMs = 1000): Promise<string> {
  const body = JSON.stringify(stage.prepayBody());
  const headers = {
    Authorization: stage.authorization('POST', url, body),
    Accept: 'application/json',
    'User-Agent': 'test',
    'Content-Type': 'application/json',
  };
  try {
    const answer = await fetch(stage.emulator.pay + url, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return `${answer.status} ${await answer.text()}`;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'timeout' : 'broken';
  }
}

test('a connection may be cut before or after the order was placed', async () => {
  await fault('disconnect');
  expect([await attempt(PREPAY), await orders()]).toEqual(['broken', 0]);
  await fault('disconnect', { commit: true });
  expect([await attempt(PREPAY), await orders()]).toEqual(['broken', 1]);
  expect((await place()).status).toBe(200);
});

test("a call may hang past the client's patience, with or without effect", async () => {
  await fault('hang');
  expect([await attempt(PREPAY, 100), await orders()]).toEqual(['timeout', 0]);
  await fault('hang', { commit: true });
  expect([await attempt(PREPAY, 100), await orders()]).toEqual(['timeout', 1]);
});

test('an HTML error may come before or after the commit', async () => {
  await fault('html');
  expect([(await attempt(PREPAY)).slice(0, 9), await orders()]).toEqual(['502 <html', 0]);
  await fault('html', { commit: true, status: 500 });
  expect([(await attempt(PREPAY)).slice(0, 9), await orders()]).toEqual(['500 <html', 1]);
});

test("an answer of the test's own is well formed and signed", async () => {
  await fault('answer', { status: 429, code: 'FREQUENCY_LIMITED' });
  const limited = await place();
  expect([limited.status, limited.json.code, await orders()]).toEqual([429, 'FREQUENCY_LIMITED', 0]);
  expect(stage.isSigned({ headers: Object.fromEntries(limited.headers), body: limited.text })).toBe(true);
  await fault('answer', { commit: true });
  expect([(await place()).json.code, await orders()]).toEqual(['SYSTEM_ERROR', 1]);
});

test.each(['bad-signature', 'unknown-serial', 'missing-headers'])(
  '%s: the order is placed, the 200 does not verify',
  async (kind) => {
    await fault(kind);
    const answer = await place();
    expect([answer.status, await orders()]).toEqual([200, 1]);
    expect(stage.isSigned({ headers: Object.fromEntries(answer.headers), body: answer.text })).toBe(false);
  },
);

test('a skewed clock is validly signed ten minutes away', async () => {
  await fault('skewed-clock', { seconds: -600 });
  const answer = await place();
  expect(stage.isSigned({ headers: Object.fromEntries(answer.headers), body: answer.text })).toBe(true);
  const now = Math.floor(stage.emulator.world.clock.now() / 1000);
  expect(Number(answer.headers.get('wechatpay-timestamp'))).toBe(now - 600);
});

test('a body may be truncated, empty or no JSON, and the order is placed all the same', async () => {
  await fault('truncated');
  expect([await attempt(PREPAY), await orders()]).toEqual(['broken', 1]);
  await fault('empty');
  expect(await attempt(PREPAY)).toBe('200 ');
  await fault('invalid-json');
  const text = (await attempt(PREPAY)).slice(4);
  expect(() => JSON.parse(text)).toThrow();
});

test('an answer may drip until the client gives up', async () => {
  await fault('drip', { seconds: 5 });
  expect([await attempt(PREPAY, 200), await orders()]).toEqual(['timeout', 1]);
});

test('a callback may overtake the delayed answer to the call that caused it', async () => {
  await stage.paidOrder();
  await stage.settings({ refundSeconds: 0 });
  await stage.control('faults', { endpoint: 'pay.refund', kind: 'delay', seconds: 0.3 });
  const amount = { refund: 1, total: 1000, currency: 'CNY' };
  const body = { out_trade_no: 'T20260301000001', out_refund_no: 'R1', amount, notify_url: stage.notifyUrl };
  let isAnswered = false;
  const call = stage.pay('POST', '/v3/refund/domestic/refunds', body).then(() => {
    isAnswered = true;
  });
  await expect.poll(() => stage.inbox.letters.some((letter) => letter.body.includes('REFUND.SUCCESS'))).toBe(true);
  expect(isAnswered).toBe(false);
  await call;
});

test('a query may know the order later, or show the state before the last one', async () => {
  await stage.paidOrder();
  await stage.control('faults', {
    endpoint: 'pay.order-by-number',
    kind: 'answer',
    status: 404,
    code: 'ORDER_NOT_EXIST',
  });
  expect((await query()).json.code).toBe('ORDER_NOT_EXIST');
  await stage.control('faults', { endpoint: 'pay.*', kind: 'older-state' });
  expect((await query()).json).toMatchObject({ trade_state: 'NOTPAY' });
  expect((await query()).json).toMatchObject({ trade_state: 'SUCCESS' });
});

test('a fault strikes the nth call, so many times, or by a seeded chance', async () => {
  await fault('answer', { nth: 2, times: 2 });
  const statuses = [];
  for (let call = 0; call < 4; call += 1) statuses.push((await place()).status);
  expect(statuses).toEqual([200, 500, 500, 200]);
  await fault('answer', { times: 0, probability: 0.5 });
  const chances = [];
  for (let call = 0; call < 40; call += 1) chances.push((await place()).status);
  expect(chances.filter((status) => status === 500).length).toBeGreaterThan(8);
  expect(chances.filter((status) => status === 200).length).toBeGreaterThan(8);
  await stage.control('faults', undefined, 'DELETE');
  expect((await place()).status).toBe(200);
});

test('a fault may be for one merchant only', async () => {
  await fault('answer', { mchid: '1900000099' });
  expect((await place()).status).toBe(200);
  expect((await stage.control('faults')).faults).toHaveLength(1);
});

test('a mini-program call may answer an error, an error page, or a JSON error where an image was meant', async () => {
  await stage.control('faults', { endpoint: 'mp.code-image', kind: 'answer', errcode: 45009 });
  expect((await stage.mp('/wxa/getwxacodeunlimit', { scene: 'x' })).errcode).toBe(45009);
  const refused = await stage.control('faults', { endpoint: 'mp.login', kind: 'bad-signature' });
  expect(refused.error.code).toBe('fault-does-not-fit');
});

test('a fault for nothing, of no kind, or against its nature is refused', async () => {
  const code = async (body: Json) => (await stage.control('faults', body)).error.code;
  expect(await code({ endpoint: 'pay.nothing', kind: 'hang' })).toBe('unknown-endpoint');
  expect(await code({ endpoint: 'pay.prepay', kind: 'magic' })).toBe('unknown-fault');
  expect(await code({ endpoint: 'pay.prepay', kind: 'bad-signature', commit: false })).toBe('fault-does-not-fit');
});

test('a listener that is down refuses connections, and comes back on the same port', async () => {
  await stage.control('listeners', { pay: 'down' });
  await expect(place()).rejects.toThrow();
  await stage.control('listeners', { pay: 'up' });
  expect((await place()).status).toBe(200);
});
