import { saleEvent } from '@fenrun/contracts';
import { expect, test } from 'vitest';
import { orderCompleted, orderPaid, orderRefunded, signWebhook, standingClock, webhookSecret } from '../src';

test('a signature is the one of the Standard Webhooks specification', () => {
  const headers = signWebhook(
    '{"test": 2432232314}',
    'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    'msg_p5jXN8AQM9LWM0D4loKWxJek',
    1614265330_000,
  );
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('during a rotation a body carries a signature by each secret', () => {
  const secrets = [webhookSecret('a'.repeat(32)), webhookSecret('b'.repeat(32))];
  const { 'webhook-signature': both } = signWebhook('{}', secrets, 'm1', 0);
  const single = secrets.map((secret) => signWebhook('{}', secret, 'm1', 0)['webhook-signature']);
  expect(both.split(' ')).toEqual(single);
});

test('built events are what the webhook takes', () => {
  for (const event of [
    orderPaid('O1'),
    orderCompleted('O1'),
    orderRefunded('R1', 'O1', { lines: [{ sku: 'TEA', quantity: 1 }] }),
  ]) {
    expect(saleEvent.safeParse(event).error?.issues ?? []).toEqual([]);
  }
});

test('a clock stands until it is moved, and never goes back', () => {
  const clock = standingClock('2026-03-01T00:00:00Z');
  clock.advance(1000);
  expect(new Date(clock.now()).toISOString()).toBe('2026-03-01T00:00:01.000Z');
  expect(() => clock.moveTo(0)).toThrow('never goes back');
});
