import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let shop: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  shop = await server.merchant('exports');
});
afterAll(() => server?.stop());

test('an export is begun, looked at and fetched', async () => {
  const begun = await shop.owner.post<{ id: string; state: string }>('/api/v1/exports', {
    kind: 'commissions',
    filter: { status: ['approved'] },
    lang: 'en',
  });
  expect(begun).toMatchObject({ status: 202, body: { state: 'waiting' } });
  const path = `/api/v1/exports/${begun.body.id}`;
  await expect.poll(async () => (await shop.owner.get<{ state: string }>(path)).body.state).toBe('done');
  const file = await shop.owner.get<string>(`${path}/file`);
  expect(file.status).toBe(200);
  expect(file.body).toContain('TOTAL,0,');
  expect((await shop.owner.get<{ data: unknown[] }>('/api/v1/exports')).body.data).toHaveLength(1);
  const other = await server.merchant('exports-other');
  expect((await other.owner.get(path)).status).toBe(404);
  expect((await other.owner.get(`${path}/file`)).status).toBe(404);
});

test('a filter that cannot be used begins nothing', async () => {
  const answer = await shop.owner.post('/api/v1/exports', { kind: 'commissions', filter: { amountFrom: '1.234' } });
  expect(answer).toMatchObject({ status: 422 });
});
