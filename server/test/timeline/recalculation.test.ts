import type { Programme, Rule, Settings } from '@fenrun/engine';
import { isRefusal, parseInstant, percent } from '@fenrun/kernel';
import { chance, randomScenario } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addOutcomes, type Outcome } from '../../src/flows/recalculate/outcome';
import { previewRecalculation, recalculateSlice } from '../../src/flows/recalculate/recalculate';
import { recountMerchant } from '../../src/flows/recount/recount';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { type Database, find } from '../../src/foundation/db';
import { adjustmentTable, commissionTable } from '../../src/modules/commission';
import { verifyLedger } from '../../src/modules/ledger';
import { currentBook, savePlans } from '../../src/modules/plans';
import { recordRefunds, saleTable } from '../../src/modules/sales';
import { playEvents } from '../../src/scenario/play';
import { parseScenario } from '../../src/scenario/run-scenario';
import { type Stage, setStage } from '../../src/scenario/stage';
import { testDatabase } from '../support/database';

let db: Database;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.close());

/** Saves other rates, another network and a few rules, and takes away about half of the rules. */
async function changeBook({ merchantId, clock, reading }: Stage, seed: number): Promise<void> {
  const roll = chance(seed);
  const { book } = await currentBook(db.read, merchantId, db);
  const rate = () => ({ kind: 'percent' as const, percent: percent(String(roll.whole(0, 30))) });
  const last = <T>(versions: readonly { readonly value: T | null }[]) => versions.at(-1)?.value as T;
  const settings: Settings = {
    ...last(book.settings),
    network: { basis: 'sale', levels: roll.is(0.5) ? [] : [percent('3')] },
    excludedSkus: roll.is(0.5) ? [] : ['TEA'],
  };
  const programmes = book.programmes.map(({ code, versions }) => {
    const doc: Programme = { ...last(versions), rate: rate() };
    return { kind: 'programme' as const, code, doc };
  });
  const ended = book.rules.filter(() => roll.is(0.5)).map(({ code }) => ({ kind: 'rule' as const, code, doc: null }));
  const promoters = [...reading.promoterIds.values()].filter(() => roll.is(0.3));
  const rule: Rule = {
    ...{ layer: 'individual', priority: 100, window: { from: null, to: null }, scope: null, promoters, groups: [] },
    ...{ when: {}, rate: rate() },
  };
  const added = promoters.length > 0 ? [{ kind: 'rule' as const, code: `NEW${seed}`, doc: rule }] : [];
  const savings = [{ kind: 'settings' as const, code: '', doc: settings }, ...programmes, ...ended, ...added];
  const holdsFrom = clock.now();
  await db.write((tx) =>
    savePlans(
      tx,
      merchantId,
      savings.map((one) => ({ ...one, holdsFrom })),
      null,
      holdsFrom,
    ),
  );
}

async function saleIds({ merchantId }: Stage): Promise<string[]> {
  return (await find(db.read, saleTable, 'merchant_id = ?', [merchantId], 'ORDER BY paid_at, id')).map(({ id }) => id);
}

async function recalculate({ lines, merchantId }: Stage, ids: readonly string[], size = 7): Promise<Outcome> {
  const { bookVersion } = await previewRecalculation(db, merchantId, []);
  const note = { reason: 'a mistake in the rates', by: null, bookVersion };
  const outcomes: Outcome[] = [];
  for (let at = 0; at < ids.length; at += size) {
    const slice = ids.slice(at, at + size);
    const outcome = await onTimeline(lines, merchantId, (tx, hand, now) =>
      recalculateSlice(tx, hand, slice, note, now),
    );
    if (isRefusal(outcome)) throw new Error(outcome.refused);
    outcomes.push(outcome);
  }
  return addOutcomes(outcomes);
}

/** Every account adds up, every counter is what its commissions add up to, and a net is its amount with its adjustments, never below 0. */
async function checkBooks({ merchantId }: Stage): Promise<void> {
  expect((await verifyLedger(db.read)).differences).toEqual([]);
  expect((await recountMerchant(db.read, merchantId, db)).differences).toEqual([]);
  const adjusted = new Map<string, number>();
  for (const { commissionId, amount } of await find(db.read, adjustmentTable, 'merchant_id = ?', [merchantId]))
    adjusted.set(commissionId, (adjusted.get(commissionId) ?? 0) + amount);
  for (const { id, amount, net } of await find(db.read, commissionTable, 'merchant_id = ?', [merchantId])) {
    expect(net).toBe(amount + (adjusted.get(id) ?? 0));
    expect(net).toBeGreaterThanOrEqual(0);
  }
}

async function refundEverything({ merchantId, clock, lines }: Stage): Promise<void> {
  const sales = await find(db.read, saleTable, 'merchant_id = ?', [merchantId]);
  const refundedAt = clock.now();
  const asks = sales.map(({ outsideId }) => ({
    ...{ outsideId: `ALL-${outsideId}`, saleOutsideId: outsideId, source: 'scenario' as const, refundedAt },
    ask: { kind: 'rest' as const },
  }));
  await db.write((tx) => recordRefunds(tx, merchantId, asks, refundedAt));
  await lines.advance(merchantId);
}

test.each([4, 9, 15, 26, 37, 48, 61, 73])(
  'random scenario %i: sales decided again keep the books, once and for all, and full refunds leave nothing',
  async (seed) => {
    const file = parseScenario(JSON.stringify(randomScenario(seed, 90)));
    const stage = await setStage(db, file, parseInstant(file.events[0]?.at ?? '') as number);
    const middle = Math.floor(file.events.length * 0.7);
    await playEvents(stage, file.events.slice(0, middle));
    await changeBook(stage, seed);
    const ids = await saleIds(stage);
    const { outcome: preview } = await previewRecalculation(db, stage.merchantId, ids);
    expect(preview.changed).toBeGreaterThan(0);
    const outcome = await recalculate(stage, ids);
    expect({ ...outcome, rows: outcome.rows.length }).toEqual({ ...preview, rows: preview.rows.length });
    await checkBooks(stage);
    const posted = (await verifyLedger(db.read)).postings;
    const again = await recalculate(stage, ids, 200);
    expect([again.changed, again.fresh]).toEqual([0, outcome.fresh]);
    expect((await verifyLedger(db.read)).postings).toBe(posted);
    await playEvents(stage, file.events.slice(middle));
    await changeBook(stage, seed + 1);
    await recalculate(stage, await saleIds(stage));
    await checkBooks(stage);
    await refundEverything(stage);
    await checkBooks(stage);
    const left = await find(db.read, commissionTable, 'merchant_id = ? AND net <> 0', [stage.merchantId]);
    expect(left.map(({ id }) => id)).toEqual([]);
    expect((await recalculate(stage, await saleIds(stage))).changed).toBe(0);
  },
);

test('by the book that decided it, a sale decided again stays as it is', async () => {
  for (const seed of [2, 12, 30]) {
    const file = parseScenario(JSON.stringify(randomScenario(seed, 80)));
    // The book never changed, so that it always stood as it stands.
    const events = file.events.filter(({ do: deed }) => deed !== 'add_rule' && deed !== 'end_rule');
    const stage = await setStage(db, file, parseInstant(events[0]?.at ?? '') as number);
    await playEvents(
      stage,
      events.filter((event) => event.do !== 'deactivate_programme'),
    );
    const { outcome } = await previewRecalculation(db, stage.merchantId, await saleIds(stage));
    expect(outcome.changed).toBe(0);
  }
});
