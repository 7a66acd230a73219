import { isRefusal } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideCommission } from '../../src/flows/decide-commission';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { type Database, find } from '../../src/foundation/db';
import { counterTable } from '../../src/modules/climbing';
import { commissionTable } from '../../src/modules/commission';
import { playEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

test('many commissions approved in one transaction all count', async () => {
  const file = parseScenario(
    JSON.stringify({
      title: 'three sales wait for a person',
      merchant: { settings: { approval: { default: 'manual', rules: [] } } },
      programmes: [{ id: 'P1', default: true, rate: { percent: '10' } }],
      promoters: [{ id: 'A' }],
      events: ['1', '2', '3'].map((n) => ({
        at: `2024-03-0${n}T10:00:00+08:00`,
        do: 'order',
        id: `O${n}`,
        customer: `C${n}`,
        promoter: 'A',
        lines: [{ sku: 'TEA', price: '100.00' }],
      })),
    }),
  );
  const stage = await setStage(db, file, Date.UTC(2024, 2, 1));
  await playEvents(stage, file.events);
  const { merchantId } = stage;
  const waiting = await find(db.read, commissionTable, "merchant_id = ? AND status = 'in_review'", [merchantId]);
  expect(waiting.length).toBe(3);
  await onTimeline(stage.lines, merchantId, async (tx, hand, now) => {
    for (const { id } of waiting) {
      const verdict = { verdict: 'approve' as const, reason: null, by: null };
      const decided = await decideCommission(tx, hand, { id }, verdict, now);
      if (isRefusal(decided)) return decided;
    }
    return {};
  });
  const [counter] = await find(db.read, counterTable, 'merchant_id = ?', [merchantId]);
  expect(counter).toMatchObject({ referralValue: 30_000, referralCount: 3, earned: 3_000, orders: 3, customers: 3 });
});
