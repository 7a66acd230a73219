import type { Programme } from '@fenrun/engine';
import { percent } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backTest } from '../../src/flows/trials/back-test';
import { tryOrder } from '../../src/flows/trials/try-order';
import type { Database } from '../../src/foundation/db';
import { promotersByCode } from '../../src/modules/promoters';
import { playEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { type Stage, setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

const order = (day: number, id: string, promoter: string, lines: object[]) => ({
  at: `2024-03-0${day}T10:00:00+08:00`,
  do: 'order',
  id,
  customer: 'C1',
  promoter,
  lines,
});

/** 4 % of everything: 4.00 + 2.00 on the 1st, 8.00 on the 2nd; the draft pays 10 % and nothing for cups. */
const file = parseScenario(
  JSON.stringify({
    title: 'two days of a shop',
    programmes: [{ id: 'P1', default: true, rate: { percent: '4' } }],
    promoters: [{ id: 'A' }, { id: 'B' }],
    events: [
      order(1, 'O1', 'A', [
        { sku: 'TEA', price: '100.00' },
        { sku: 'CUP', price: '50.00' },
      ]),
      order(2, 'O2', 'B', [{ sku: 'TEA', quantity: 2, price: '100.00' }]),
    ],
  }),
);

const draft: Programme = {
  isDefault: true,
  isActive: true,
  rate: { kind: 'percent', percent: percent('10') },
  skus: { CUP: { kind: 'percent', percent: percent('0') } },
  categories: {},
  recurring: { mode: 'forever' },
};

let db: Database;
let stage: Stage;

beforeAll(async () => {
  db = await testDatabase();
  stage = await setStage(db, file, Date.UTC(2024, 2, 1));
  await playEvents(stage, file.events);
});

afterAll(() => db.close());

test('a draft is replayed over past sales, by promoter, product and day, and nothing is touched', async () => {
  const window = { from: Date.UTC(2024, 1, 1), to: Date.UTC(2024, 3, 1) };
  const result = await backTest(db, stage.merchantId, [{ kind: 'programme', code: 'P1', doc: draft }], window);
  expect(result.total).toEqual({ sales: 2, old: 1400, fresh: 3000 });
  expect(result.changed).toBe(2);
  const [a, b] = ['A', 'B'].map((code) => stage.reading.promoterIds.get(code) as string);
  expect(result.byPromoter.get(a as string)).toEqual({ sales: 1, old: 600, fresh: 1000 });
  expect(result.byPromoter.get(b as string)).toEqual({ sales: 1, old: 800, fresh: 2000 });
  expect(result.bySku.get('CUP')).toEqual({ sales: 1, old: 200, fresh: 0 });
  expect([...result.byDay]).toEqual([
    ['2024-03-01', { sales: 1, old: 600, fresh: 1000 }],
    ['2024-03-02', { sales: 1, old: 800, fresh: 2000 }],
  ]);
  const rows = await db.read.rows<{ net: number | string }>(
    'SELECT SUM(net) AS net FROM commission WHERE merchant_id = ?',
    [stage.merchantId],
  );
  expect(Number(rows[0]?.net)).toBe(1400);
});

test('without a draft the replay comes to what was decided', async () => {
  const result = await backTest(db, stage.merchantId, [], { from: 0, to: Date.UTC(2030, 0, 1) });
  expect(result.changed).toBe(0);
  expect(result.total.fresh).toBe(result.total.old);
});

test('a hypothetical order is decided with its trace and leaves nothing behind', async () => {
  const [promoter] = await promotersByCode(db.read, stage.merchantId, ['A']);
  const sale = {
    type: 'one_time' as const,
    sequence: null,
    paidAt: Date.UTC(2024, 2, 5),
    lines: [{ sku: 'CUP', category: null, quantity: 1, price: 5000 as never, discount: 0 as never, tax: 0 as never }],
    discount: 0 as never,
    shipping: 0 as never,
    coupons: [],
    country: null,
    subId: null,
    campaign: null,
    newness: 'none' as const,
    manualAmount: null,
  };
  const tried = { sale, promoter: promoter ?? null, buyerIsPromoter: false };
  expect((await tryOrder(db, stage.merchantId, tried, [])).trace.decision.commissions[0]?.amount).toBe(200);
  const { trace } = await tryOrder(db, stage.merchantId, tried, [{ kind: 'programme', code: 'P1', doc: draft }]);
  expect(trace.decision.commissions).toEqual([]);
  expect(trace.lines[0]?.decided.rule).toBe('programme:P1:CUP');
});
