import { expect, test } from 'vitest';
import { type Json, START, useStage } from './support/stage';

const stage = useStage();
const clock = (body: Json) => stage.control('clock', body);

test('the clock tells the next instant at which something will happen by itself', async () => {
  expect(await stage.control('clock')).toMatchObject({
    now: '2026-03-01T02:00:00.000Z',
    nowMs: START,
    rate: 0,
    nextDueAt: null,
  });
  stage.inbox.answerWith(() => ({ status: 500 }));
  await stage.paidOrder();
  expect(await clock({ advanceSeconds: 0 })).toMatchObject({
    nextDueAt: '2026-03-01T02:00:15.000Z',
    nextDueAtMs: START + 15_000,
  });
});

test('a move does everything that becomes due at its own instant, and in order', async () => {
  await stage.settings({ refundSeconds: 40 });
  stage.inbox.answerWith((_letter, index) => ({ status: index < 2 ? 500 : 204 }));
  await stage.paidOrder();
  const amount = { refund: 1, total: 1000, currency: 'CNY' };
  const body = { out_trade_no: 'T20260301000001', out_refund_no: 'R1', amount, notify_url: stage.notifyUrl };
  await stage.pay('POST', '/v3/refund/domestic/refunds', body);
  expect(await clock({ now: '2026-03-01T10:01:00+08:00' })).toMatchObject({ nowMs: START + 60_000, nextDueAt: null });
  const seen = stage.inbox.letters.map((letter) => {
    const seconds = Number(letter.headers['wechatpay-timestamp']) - START / 1000;
    return `${seconds} ${(JSON.parse(letter.body) as Json).event_type}`;
  });
  expect(seen).toEqual([
    '0 TRANSACTION.SUCCESS',
    '15 TRANSACTION.SUCCESS',
    '30 TRANSACTION.SUCCESS',
    '40 REFUND.SUCCESS',
  ]);
});

test('what a callback causes at its instant is done before the clock goes on', async () => {
  await stage.settings({ refundSeconds: 0 });
  let seenAt = 0;
  stage.inbox.answerWith((letter) => {
    if (letter.body.includes('TRANSACTION')) {
      const amount = { refund: 1, total: 1000, currency: 'CNY' };
      const body = { out_trade_no: 'T20260301000001', out_refund_no: 'R1', amount, notify_url: stage.notifyUrl };
      void stage.pay('POST', '/v3/refund/domestic/refunds', body);
    } else {
      seenAt = stage.emulator.world.clock.now();
    }
    return { status: 204 };
  });
  await stage.paidOrder();
  await stage.advance(0);
  await expect.poll(() => stage.inbox.letters.length).toBe(2);
  expect(seenAt).toBe(START);
});

test('a move by offset keeps the emulator at real time plus the offset, and may go back', async () => {
  await clock({ rate: 1 });
  const offsetMs = 3_600_000;
  const moved = await clock({ offsetMs: -3_600_000 });
  expect(Math.abs(moved.offsetMs + offsetMs)).toBeLessThanOrEqual(1);
  const forward = await clock({ offsetMs });
  expect(Math.abs(forward.nowMs - Date.now() - offsetMs)).toBeLessThan(1000);
});

test('the clock refuses to go back by instant, two moves at once, and nonsense', async () => {
  const code = async (body: Json) => (await clock(body)).error.code;
  expect(await code({ now: START - 1 })).toBe('clock-backwards');
  expect(await code({ now: START, advanceSeconds: 1 })).toBe('invalid-clock');
  expect(await code({ advanceSeconds: -1 })).toBe('invalid-clock');
  expect(await code({ now: '2026-02-30T00:00:00Z' })).toBe('invalid-clock');
  expect(await code({ offsetMs: 1.5 })).toBe('invalid-clock');
});

test('two moves at once are done one after the other', async () => {
  stage.inbox.answerWith(() => ({ status: 500 }));
  await stage.paidOrder();
  const [first, second] = await Promise.all([clock({ advanceSeconds: 20 }), clock({ now: START + 100_000 })]);
  expect([first.nowMs <= second.nowMs, second.nowMs]).toEqual([true, START + 100_000]);
  const seconds = stage.inbox.letters.map((letter) => Number(letter.headers['wechatpay-timestamp']) - START / 1000);
  expect(seconds).toEqual([0, 15, 30, 60]);
});

test('as time goes by the emulator does what is due without being asked', async () => {
  await clock({ rate: 1000 });
  stage.inbox.answerWith((_letter, index) => ({ status: index < 2 ? 500 : 204 }));
  await stage.paidOrder();
  await expect.poll(() => stage.inbox.letters.length, { timeout: 5000 }).toBe(3);
});
