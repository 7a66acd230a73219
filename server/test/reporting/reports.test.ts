import { orderPaid, orderRefunded, signWebhook } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { timelinesOf } from '../../src/parts';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let shop: TestMerchant;

const NOW = Date.now();
const ago = (days: number) => new Date(NOW - days * 86_400_000 - 60_000).toISOString();

beforeAll(async () => {
  server = await startServer();
  shop = await server.merchant('reports', { currency: 'CNY', timezone: 'Asia/Shanghai', region: 'CN' });
  const events = [
    orderPaid('O1', { paidAt: ago(0), lines: [{ sku: 'TEA', quantity: 1, price: '100.00' }] }),
    orderPaid('O2', { paidAt: ago(1), lines: [{ sku: 'TEA', quantity: 2, price: '50.00' }] }),
    orderPaid('O3', { paidAt: ago(40), promoter: 'nobody' }),
    orderRefunded('R1', 'O2', { lines: [{ sku: 'TEA', quantity: 1 }] }, ago(0)),
  ];
  const body = JSON.stringify(events);
  const headers = { ...signWebhook(body, shop.webhookSecret, 'm1', NOW), 'content-type': 'application/json' };
  const answer = await server.client().send('POST', '/api/v1/webhooks/reports/sales', body, headers);
  expect(answer.status).toBe(200);
  await timelinesOf(server.installation).advance(shop.id);
});
afterAll(() => server?.stop());

test('the overview compares a period with the one before', async () => {
  const { status, body } = await shop.owner.get<Record<string, { value: unknown; before: unknown; change: unknown }>>(
    '/api/v1/reports/overview?period=last_30_days',
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({
    currency: 'CNY',
    sales: { value: '200.00', before: '200.00', change: '0' },
    orders: { value: 2, before: 1, change: '100' },
    commission: { value: '0.00' },
  });
});

test('the trend has every day, the last one unfinished', async () => {
  const { body } = await shop.owner.get<{
    days: { sales: string; unfinished: boolean; salesBefore: string }[];
    sales: string;
  }>('/api/v1/reports/trend?days=30');
  expect(body.days).toHaveLength(30);
  expect(body.days.at(-1)).toMatchObject({ unfinished: true });
  expect(body.sales).toBe('200.00');
  expect(body.days.map((day) => day.salesBefore).filter((sales) => sales !== '0.00')).toEqual(['200.00']);
});

test('funnel, promoters and what waits are answered for a shop where nothing was shared yet', async () => {
  const funnel = await shop.owner.get('/api/v1/reports/funnel');
  expect(funnel.body).toMatchObject({
    steps: [
      { step: 'share', count: 0 },
      { step: 'open', count: 0 },
      { step: 'order', count: 0 },
    ],
  });
  expect((await shop.owner.get('/api/v1/reports/promoters?by=change')).body).toEqual({ currency: 'CNY', data: [] });
  expect((await shop.owner.get('/api/v1/reports/waiting')).body).toMatchObject({
    unattributed: { count: 1, amount: '200.00' },
    commissions: { count: 0 },
    shippingProblems: { count: 0 },
  });
  expect((await shop.owner.get('/api/v1/promoters/nobody/work')).status).toBe(404);
});

test('the commissions’ CSV comes over HTTP in the language of the request', async () => {
  const { status, body, headers } = await shop.owner.get<string>('/api/v1/commissions.csv?lang=en');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(body).toBe(
    '\ufeffcommission,order,paid_at,promoter,promoter_name,kind,programme,campaign,skus,base,amount,net,currency,status,reason\r\nTOTAL,0,,,,,,,,0.00,0.00,0.00,CNY,all,\r\n'.replace(
      '\ufeff',
      body.startsWith('\ufeff') ? '\ufeff' : '',
    ),
  );
  expect((await shop.owner.get('/api/v1/commissions.csv?from=soon')).status).toBe(422);
});

test('a member who does not promote sees the shop and no earnings', async () => {
  const { client } = await shop.member();
  const { status, body } = await client.get('/api/v1/member/home');
  expect(status).toBe(200);
  expect(body).toMatchObject({ currency: 'CNY', earnings: null, application: null, picks: [], unread: 0 });
  expect((await client.get('/api/v1/member/work')).status).toBe(409);
});
