import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backTestRunner } from '../../src/flows/trials/back-test-runner';
import { type BackTestRow, backTestTable } from '../../src/flows/trials/store/back-test.row';
import { find, insert } from '../../src/foundation/db';
import { newId } from '../../src/foundation/ids';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type BackTest = Out<'trials.backTest'>;
type Rows = Out<'trials.backTestRows'>;

let world: DeskWorld;

/** A pays 10 % of a tea of 100.00 in each sale, B as well; the draft pays 20 % and nothing for cups. */
beforeAll(async () => {
  world = await deskWorld();
  await world.promoter('A');
  await world.promoter('=B', { name: '@B' });
  const tea = { sku: 'TEA', name: '=Tea', quantity: 1, price: '100.00' };
  const cup = { sku: 'CUP', name: 'Cup', quantity: 1, price: '50.00' };
  await world.sale('O1', { promoter: 'A', lines: [tea, cup] }, world.daysAgo(2));
  await world.sale('O2', { promoter: 'A', lines: [tea] }, world.daysAgo(2));
  await world.sale('O3', { promoter: '=B', lines: [cup] }, world.daysAgo(1));
  await world.sale('OLD', { promoter: 'A', lines: [tea] }, world.daysAgo(20));
});
afterAll(() => world?.server.stop());

const changes = [
  {
    kind: 'programme',
    id: 'P1',
    programme: {
      ...{ name: 'Standard', rate: { percent: '20' }, skus: [{ sku: 'CUP', rate: { percent: '0' } }] },
      ...{ categories: [], recurring: { mode: 'forever' } },
    },
  },
];

async function programme() {
  const { body } = await world.shop.owner.get<{ data: { id: string }[] }>('/api/v1/programmes');
  return body.data[0]?.id ?? '';
}

const started = async (days = 10) => {
  const id = await programme();
  const body = { days, changes: changes.map((change) => ({ ...change, id })) };
  return world.shop.owner.post<BackTest>('/api/v1/back-tests', body);
};

async function done(id: string): Promise<BackTest> {
  const read = async () => (await world.shop.owner.get<BackTest>(`/api/v1/back-tests/${id}`)).body;
  await expect.poll(async () => (await read()).state).toBe('done');
  return read();
}

const rowsOf = async (id: string, query: string) =>
  (await world.shop.owner.get<Rows>(`/api/v1/back-tests/${id}/rows?${query}`)).body;

test('a back-test is started, followed to its end, and shows old against new', async () => {
  const begun = await started();
  expect(begun).toMatchObject({ status: 202, body: { days: 10, result: null } });
  // It may have been taken up before the answer was read.
  expect(['waiting', 'running']).toContain(begun.body.state);
  expect(begun.body.changesText).toEqual(['推广计划「Standard」：默认 10% → 20%']);
  const test = await done(begun.body.id);
  expect(test).toMatchObject({ done: 3, of: 3, by: 'Owner', problem: null });
  expect(test.result).toMatchObject({
    ...{ sales: 3, old: '30.00', new: '40.00', difference: '10.00', changed: 3 },
    promoters: { more: 1, less: 1, same: 0 },
  });
  const days = test.result?.byDay ?? [];
  expect(days).toHaveLength(10);
  expect(days.map(({ sales }) => sales).reduce((all, one) => all + one)).toBe(3);
  expect([...days].sort((a, b) => (a.day < b.day ? -1 : 1))).toEqual(days);
});

test('its rows come by promoter, product and day, the largest difference first, in pages', async () => {
  const { id } = (await world.shop.owner.get<{ data: BackTest[] }>('/api/v1/back-tests')).body.data[0] as BackTest;
  const first = await rowsOf(id, 'by=promoter&limit=1');
  expect(first.data).toEqual([{ id: 'A', name: 'A', sales: 2, old: '25.00', new: '40.00', difference: '15.00' }]);
  const next = await rowsOf(id, `by=promoter&limit=1&cursor=${first.nextCursor}`);
  expect(next).toEqual({
    data: [{ id: '=B', name: '@B', sales: 1, old: '5.00', new: '0.00', difference: '-5.00' }],
    nextCursor: null,
  });
  expect((await rowsOf(id, 'by=product')).data).toEqual([
    { id: 'TEA', name: '=Tea', sales: 2, old: '20.00', new: '40.00', difference: '20.00' },
    { id: 'CUP', name: 'Cup', sales: 2, old: '10.00', new: '0.00', difference: '-10.00' },
  ]);
  expect((await rowsOf(id, 'by=day')).data).toHaveLength(10);
  expect((await world.shop.owner.get(`/api/v1/back-tests/${id}/rows?by=promoter&cursor=x`)).status).toBe(422);
});

test('the CSV has all rows, no formula, and totals over all sales', async () => {
  const { id } = (await world.shop.owner.get<{ data: BackTest[] }>('/api/v1/back-tests')).body.data[0] as BackTest;
  const english = await world.shop.owner.get<string>(`/api/v1/back-tests/${id}/rows.csv?by=promoter&lang=en`);
  expect(english.body.replace('\ufeff', '').split('\r\n')).toEqual([
    'promoter,promoter_name,sales,old,new,difference,currency',
    'A,A,2,25.00,40.00,15.00,CNY',
    "'=B,'@B,1,5.00,0.00,-5.00,CNY",
    'TOTAL,,3,30.00,40.00,10.00,CNY',
    '',
  ]);
  const chinese = await world.shop.owner.get<string>(`/api/v1/back-tests/${id}/rows.csv?by=product&lang=zh`);
  expect(chinese.body).toContain("TEA,'=Tea,2,20.00,40.00,20.00,CNY\r\n");
  expect(chinese.body).toContain('合计,,3,30.00,40.00,10.00,CNY\r\n');
  const days = await world.shop.owner.get<string>(`/api/v1/back-tests/${id}/rows.csv?by=day&lang=zh`);
  expect(days.body).toContain('日期,订单数,原佣金,新佣金,差额,币种\r\n');
  expect(days.body.trim().split('\r\n')).toHaveLength(12);
});

test('nothing is touched, and a viewer may look but not start', async () => {
  const sums = await world.server.db.read.rows<{ net: number | string }>(
    'SELECT SUM(net) AS net FROM commission WHERE merchant_id = ?',
    [world.shop.id],
  );
  expect(Number(sums[0]?.net)).toBe(4_000);
  const viewer = await world.shop.staff('viewer');
  expect((await viewer.get('/api/v1/back-tests')).status).toBe(200);
  expect((await viewer.post('/api/v1/back-tests', { changes: [], days: 3 })).status).toBe(403);
});

test('changes that cannot be read start nothing', async () => {
  const rule = { layer: 'individual', rate: { fixed: '1.234', per: 'order' } };
  const answer = await world.shop.owner.post('/api/v1/back-tests', { changes: [{ kind: 'rule', rule }] });
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
});

const job = (state: BackTestRow['state']): BackTestRow => {
  const now = world.server.clock.now();
  return {
    ...{ merchantId: world.shop.id, id: newId(now), state, createdAt: now, createdBy: 'Owner', drafts: [] },
    ...{ words: { zh: [], en: [] }, days: 1, fromAt: 0, toAt: now, done: 0, total: null, result: null },
    ...{ problem: null, finishedAt: null },
  };
};

test('one runs at a time for a merchant, and one that was cancelled ends without figures', async () => {
  const { db, clock } = world.server;
  const waiting = job('waiting');
  await db.write((tx) => insert(tx, backTestTable, [waiting]));
  expect(await started()).toMatchObject({ status: 409, body: { code: 'back-test-running' } });
  const path = `/api/v1/back-tests/${waiting.id}`;
  expect(await world.shop.owner.post(`${path}/cancel`, {})).toMatchObject({ body: { state: 'cancelled' } });
  expect(await world.shop.owner.post(`${path}/cancel`, {})).toMatchObject({ status: 409 });
  const runner = backTestRunner(db, clock, { error: (text: string) => expect.fail(text) });
  runner.begin(waiting);
  await runner.stop();
  expect(await world.shop.owner.get(path)).toMatchObject({ body: { state: 'cancelled', result: null } });
  expect((await rowsOf(waiting.id, 'by=promoter')).data).toEqual([]);
  expect((await world.shop.owner.get(`${path}/rows.csv?by=promoter`)).status).toBe(409);
});

test('what a process left behind is marked as broken off', async () => {
  const { db, clock } = world.server;
  const left = [job('running'), job('waiting')];
  await db.write((tx) => insert(tx, backTestTable, left));
  await backTestRunner(db, clock, { error: (text: string) => expect.fail(text) }).recover();
  const rows = await find(db.read, backTestTable, "merchant_id = ? AND state = 'failed'", [world.shop.id]);
  expect(rows.map(({ problem }) => problem)).toEqual(['shutting-down', 'shutting-down']);
  expect((await started()).status).toBe(202);
});

test('a test that the server ends breaks off', async () => {
  const { db, clock } = world.server;
  const cut = job('waiting');
  await db.write((tx) => insert(tx, backTestTable, [cut]));
  const runner = backTestRunner(db, clock, { error: (text: string) => expect.fail(text) });
  runner.begin(cut);
  await runner.stop();
  const answer = await world.shop.owner.get(`/api/v1/back-tests/${cut.id}`);
  expect(answer).toMatchObject({ body: { state: 'failed', problem: '服务正在重启，请稍后再试' } });
});
