import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { planTrials } from '../../src/flows/trials/plan-trials';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';
import { buildScenarioProgram } from '../support/scenario-program';

type Answer = Out<'trials.plan'>;

let program: Awaited<ReturnType<typeof buildScenarioProgram>>;
let server: TestServer;
let shop: TestMerchant;

beforeAll(async () => {
  program = await buildScenarioProgram();
  server = await startServer({ scenarioProgram: program.file });
  shop = await server.merchant('plans');
});
afterAll(async () => {
  await server?.stop();
  program?.remove();
});

const plan = (expected: object) => ({
  title: 'a tea is sold',
  programmes: [{ id: 'P1', default: true, rate: { percent: '10' } }],
  promoters: [{ id: 'A' }],
  events: [
    {
      ...{ at: '2024-03-01T10:00:00+08:00', do: 'order', id: 'O1', customer: 'C1', promoter: 'A' },
      lines: [{ sku: 'TEA', price: '100.00' }],
    },
  ],
  expect: expected,
});

const play = (scenario: unknown) => shop.owner.post<Answer>('/api/v1/trials/plan', { scenario });

test('a plan is played in a database of its own, and what was expected came', async () => {
  const before = await server.db.read.rows('SELECT COUNT(*) AS n FROM sale');
  const { status, body } = await play(plan({ commissions: [{ order: 'O1', promoter: 'A', amount: '10.00' }] }));
  expect(status).toBe(200);
  expect(body).toMatchObject({ title: 'a tea is sold', passed: true, diffs: [], invalid: null });
  expect(body.actual).toMatchObject({ commissions: [{ order: 'O1', net: '10.00' }], ledger: 'balanced' });
  expect(body.milliseconds).toBeGreaterThan(0);
  expect(await server.db.read.rows('SELECT COUNT(*) AS n FROM sale')).toEqual(before);
});

test('each difference says where it is, what was expected and what came', async () => {
  const { body } = await play(plan({ balances: { A: { available: '12.00' } } }));
  expect(body.passed).toBe(false);
  expect(body.diffs).toEqual([
    {
      ...{ path: 'expect.balances.A.available', expected: '12.00', actual: '10.00' },
      text: 'expect.balances.A.available：预期 12.00，实际 10.00',
    },
  ]);
});

test('a plan that is not valid says where in the file and why', async () => {
  const { status, body } = await play({ ...plan({}), programmes: [] });
  expect(status).toBe(200);
  expect(body).toMatchObject({ title: 'a tea is sold', passed: false, invalid: { path: '$.programmes' } });
  const unknown = await play({ ...plan({}), promoters: [] });
  expect(unknown.body.invalid?.path).toBe('$.events[0].promoter');
});

test('who may not change rules tries no plan', async () => {
  const viewer = await shop.staff('viewer');
  expect((await viewer.post('/api/v1/trials/plan', { scenario: plan({}) })).status).toBe(403);
});

test('a merchant tries one at a time, few run in all, and none longer than it may', async () => {
  const trials = planTrials(script('setInterval(() => undefined, 1000);'), { milliseconds: 400, atOnce: 2 });
  const first = trials.play('M1', {});
  expect(await trials.play('M1', {})).toMatchObject({ refused: 'plan-trial-running' });
  const second = trials.play('M2', {});
  expect(await trials.play('M3', {})).toMatchObject({ refused: 'too-many-requests' });
  expect(await Promise.all([first, second])).toMatchObject([
    { refused: 'plan-trial-too-long' },
    { refused: 'plan-trial-too-long' },
  ]);
});

test('the child gets nothing of our environment, and ends with us', async () => {
  process.env['FENRUN_TEST_SECRET'] = 'secret';
  const tells =
    'process.stdout.write(JSON.stringify({ title: "", passed: true, differences: [], actual: process.env }));';
  const played = await planTrials(script(tells)).play('M1', {});
  delete process.env['FENRUN_TEST_SECRET'];
  expect(Object.keys((played as { actual: object }).actual).sort()).toEqual(['TEMP', 'TMPDIR', 'TZ']);
  const trials = planTrials(script('setInterval(() => undefined, 1000);'));
  const waiting = trials.play('M1', {});
  await new Promise((resolve) => setTimeout(resolve, 200));
  trials.stop();
  expect(await waiting).toMatchObject({ refused: 'shutting-down' });
});

let scripts = 0;

/** A program that does what a test wants in place of playing. */
function script(text: string): string {
  scripts += 1;
  const file = join(dirname(program.file), `script-${scripts}.cjs`);
  writeFileSync(file, text);
  return file;
}
