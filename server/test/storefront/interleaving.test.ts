import { isRefusal, minor } from '@fenrun/kernel';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelOrder, checkPayment, openPayment } from '../../src/flows/pay';
import { runShopJobs, shopDueInstant } from '../../src/flows/shop-jobs';
import { refundShopOrder } from '../../src/flows/shop-refund';
import { type ShopWorld, shopWorld } from '../support/world-of-shop';

let world: ShopWorld;

beforeAll(async () => {
  world = await shopWorld();
});
afterAll(() => world.stop());

/** What may happen to an order, in any order, at any time, struck or not. */
type Step =
  | { readonly do: 'pay' | 'payLate' | 'check' | 'cancel' | 'deliver' | 'duplicate' | 'work' }
  | { readonly do: 'refund'; readonly quantity: number }
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'fault'; readonly endpoint: string; readonly kind: string; readonly commit: boolean }
  | { readonly do: 'mode'; readonly mode: string };

const plain = (...deeds: ('pay' | 'payLate' | 'check' | 'cancel' | 'deliver' | 'duplicate' | 'work')[]) =>
  fc.constantFrom(...deeds).map((deed): Step => ({ do: deed }));

const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: plain('pay', 'pay', 'payLate', 'check', 'cancel', 'deliver', 'duplicate', 'work'), weight: 6 },
  { arbitrary: fc.integer({ min: 1, max: 3 }).map((quantity): Step => ({ do: 'refund', quantity })), weight: 3 },
  { arbitrary: fc.constantFrom(1, 30, 120, 2_000).map((seconds): Step => ({ do: 'wait', seconds })), weight: 2 },
  {
    arbitrary: fc
      .record({
        endpoint: fc.constantFrom('pay.prepay', 'pay.order-by-number', 'pay.close', 'pay.refund', 'pay.refund-query'),
        kind: fc.constantFrom('html', 'disconnect', 'bad-signature', 'answer'),
        commit: fc.boolean(),
      })
      .map((fault): Step => ({ do: 'fault', ...fault })),
    weight: 3,
  },
  {
    arbitrary: fc
      .constantFrom('lose', 'hold', 'duplicate', 'bad-signature', 'signtest')
      .map((mode): Step => ({ do: 'mode', mode })),
    weight: 2,
  },
);

interface Case {
  readonly number: string;
  params: unknown;
}

const STRUCK = { answer: { status: 500, code: 'SYSTEM_ERROR' }, html: { status: 502 } } as Record<string, object>;

async function take(step: Step, one: Case): Promise<void> {
  const { merchantId, memberId, shop, control } = world;
  const key = { merchantId, number: one.number };
  switch (step.do) {
    case 'pay':
    case 'payLate': {
      const params = await openPayment(shop, { ...key, memberId }, world.now());
      if (!isRefusal(params)) one.params = params;
      if (one.params)
        await control('pay', { appid: world.appid, user: 'buyer', params: one.params, force: step.do === 'payLate' });
      return;
    }
    case 'check':
      return void (await checkPayment(shop, key, world.now()));
    case 'cancel':
      return void (await cancelOrder(shop, key, world.now()));
    case 'refund': {
      const lines = [{ sku: 'TEA', quantity: step.quantity }];
      return void (await refundShopOrder(
        shop,
        { ...key, ask: { kind: 'pieces', lines }, reason: null, by: 'staff' },
        world.now(),
      ));
    }
    case 'deliver':
    case 'duplicate': {
      const { callbacks } = await control<{ callbacks: { id: string; subject: string }[] }>('callbacks');
      const own = callbacks.filter((callback) => callback.subject.startsWith(one.number)).at(-1);
      if (own && step.do === 'deliver') await control('callbacks/deliver', { id: own.id });
      if (own && step.do === 'duplicate')
        await control('callbacks/duplicate', { id: own.id, count: 3, concurrent: true });
      return;
    }
    case 'work':
      return void (await runShopJobs(shop, world.now()));
    case 'wait':
      return world.advance(step.seconds);
    case 'fault': {
      const commit = step.kind === 'bad-signature' ? {} : { commit: step.commit };
      return void (await control('faults', {
        endpoint: step.endpoint,
        kind: step.kind,
        ...commit,
        ...STRUCK[step.kind],
      }));
    }
    case 'mode':
      return void (await control('callback-modes', {
        mode: step.mode,
        ...(step.mode === 'duplicate' ? { count: 3 } : {}),
      }));
  }
}

/** Lets both sides come to rest: no more faults, and everything that is due gets done. */
async function rest(): Promise<void> {
  await world.control('faults', undefined, 'DELETE');
  await world.control('callback-modes', undefined, 'DELETE');
  for (let round = 0; round < 60; round += 1) {
    await runShopJobs(world.shop, world.now());
    const due = await shopDueInstant(world.shop);
    if (due === null) return;
    await world.advance(Math.max(1, Math.ceil((due - world.now()) / 1000)));
  }
  throw new Error('the shop did not come to rest');
}

interface Books {
  readonly orders: { readonly outTradeNo: string; readonly state: string }[];
  readonly refunds: { readonly outTradeNo: string; readonly status: string; readonly amount: number }[];
}

test('whatever happens in whatever order, our books end as WeChat’s', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const before = await world.stock('TEA');
      const { order } = await world.place(3);
      const one: Case = { number: order.number, params: null };
      for (const each of steps) await take(each, one);
      await rest();
      const [ours, books] = [await world.order(order.number), await world.control<Books>(`books?mchid=${world.mchid}`)];
      const theirs = books.orders.find((row) => row.outTradeNo === order.number);
      const isPaidThere = theirs?.state === 'SUCCESS' || theirs?.state === 'REFUND';
      expect(ours.paidAt !== null).toBe(isPaidThere);
      expect(['closed', 'paid', 'refunded']).toContain(ours.status);
      const given = books.refunds.filter((row) => row.outTradeNo === order.number && row.status === 'SUCCESS');
      const sum = given.reduce((all, row) => all + row.amount, 0);
      expect(ours.refunded).toBe(sum);
      expect(ours.refundClaimed).toBe(sum);
      expect((await world.sales()).filter((sale) => sale.number === order.number)).toHaveLength(ours.isSale ? 1 : 0);
      expect((await world.refunds()).filter((refund) => refund.order === order.number)).toHaveLength(
        ours.isSale ? given.length : 0,
      );
      const after = await world.stock('TEA');
      const kept = ours.paidAt === null || !ours.isSale ? 0 : 3 - Math.round(ours.refunded / minor(12_800));
      expect([before.stock - after.stock, after.held - before.held]).toEqual([kept, 0]);
    }),
    { numRuns: 40, seed: 20_260_301, endOnFailure: true },
  );
}, 120_000);
