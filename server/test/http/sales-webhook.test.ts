import { randomUUID } from 'node:crypto';
import { orderCompleted, orderPaid, orderRefunded, signWebhook, teaLine } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let tea: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  tea = await server.merchant('tea');
});
afterAll(() => server.stop());

interface Problem {
  code: string;
  detail: string;
  errors?: { pointer: string; code: string }[];
}
interface Item {
  id: string | null;
  result?: string;
  problem?: Problem;
}

interface Sending {
  id?: string;
  secret?: string | string[];
  slug?: string;
  at?: number;
}

function send<T = Item & Problem>(
  body: unknown,
  { id = randomUUID(), secret = tea.webhookSecret, slug = 'tea', at = server.clock.now() }: Sending = {},
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return server
    .client()
    .send<T>('POST', `/api/v1/webhooks/${slug}/sales`, text, { ...signWebhook(text, secret, id, at) });
}

const count = async (table: string): Promise<number> => {
  const [row] = await server.db.read.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table} WHERE merchant_id = ?`, [
    tea.id,
  ]);
  return Number(row?.n);
};

const paid = (id: string, data = {}) => orderPaid(id, data, '2026-03-01T10:00:00+08:00');

test('one signed event is recorded, and answered by its order', async () => {
  const answer = await send(paid('O1'));
  expect([answer.status, answer.body]).toEqual([200, { id: 'O1', result: 'recorded' }]);
});

test('the same delivery again answers as before, another one of the same order says repeated', async () => {
  const id = randomUUID();
  expect((await send(paid('O2'), { id })).body).toEqual({ id: 'O2', result: 'recorded' });
  expect((await send(paid('O2'), { id })).body).toEqual({ id: 'O2', result: 'recorded' });
  expect((await send(paid('O2'))).body).toEqual({ id: 'O2', result: 'repeated' });
});

test('names, phones and the time of telling never conflict', async () => {
  await send(paid('O3', { customer: { id: 'C3', name: 'Li', phone: '13800000000' } }));
  const again = { ...paid('O3', { customer: { id: 'C3', name: 'Li Lei' } }), timestamp: '2026-03-02T10:00:00+08:00' };
  expect((await send(again)).body.result).toBe('repeated');
});

test('a known order with other money is refused, naming the fields', async () => {
  await send(paid('O4'));
  const other = await send(paid('O4', { lines: [teaLine(3)], country: 'DE' }));
  expect([other.status, other.body.code]).toEqual([409, 'already-recorded-differently']);
  expect(other.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/data/country', '/data/lines']);
});

test('a delivery id that comes back with another body is refused', async () => {
  const id = randomUUID();
  await send(paid('O5'), { id });
  const other = await send(paid('O5b'), { id });
  expect([other.status, other.body.code]).toEqual([422, 'webhook-id-reused']);
});

test.each([
  ['a forged signature', { secret: `whsec_${Buffer.from('another secret').toString('base64')}` }, 'bad-signature'],
  ['an unknown merchant', { slug: 'nobody' }, 'bad-signature'],
  ['the secret of another merchant', { slug: 'other' }, 'bad-signature'],
  ['a time six minutes ago', { at: -360_000 }, 'stale-timestamp'],
  ['a time six minutes ahead', { at: 360_000 }, 'stale-timestamp'],
])('%s is refused before anything else is looked at', async (_, sending, code) => {
  const at = server.clock.now() + ('at' in sending ? (sending.at as number) : 0);
  const answer = await send('{ broken', { ...sending, at });
  expect([answer.status, answer.body.code]).toEqual([401, code]);
});

test('an unknown merchant answers exactly as a bad signature', async () => {
  const known = await send(paid('X'), { secret: 'whsec_AAAA' });
  const unknown = await send(paid('X'), { slug: 'nobody', secret: 'whsec_AAAA' });
  const plain = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
  expect(plain(unknown.body as never)).toEqual(plain(known.body as never));
});

test('missing headers are a bad signature', async () => {
  const answer = await server.client().send<Problem>('POST', '/api/v1/webhooks/tea/sales', '{}', {});
  expect([answer.status, answer.body.code]).toEqual([401, 'bad-signature']);
});

test('five minutes of tolerance follow business time', async () => {
  server.clock.setOffset(server.clock.offset + 86_400_000);
  expect((await send(paid('T1'), { at: Date.now() })).status).toBe(401);
  expect((await send(paid('T1'))).status).toBe(200);
});

test('two secrets are valid during rotation, and a revoked one is not', async () => {
  const { body: before } = await tea.owner.get<{ data: { id: string }[] }>('/api/v1/webhook-secrets');
  const { body: made } = await tea.owner.post<{ secret: string }>('/api/v1/webhook-secrets', {});
  await new Promise((done) => setTimeout(done, 2100));
  expect((await send(paid('R1'), { secret: made.secret })).status).toBe(200);
  expect((await send(paid('R2'))).status).toBe(200);
  expect((await send(paid('R3'), { secret: ['whsec_AAAA', made.secret] })).status).toBe(200);
  expect((await tea.owner.delete(`/api/v1/webhook-secrets/${before.data[0]?.id}`)).status).toBe(204);
  await new Promise((done) => setTimeout(done, 2100));
  expect((await send(paid('R4'))).status).toBe(401);
  Object.assign(tea, { webhookSecret: made.secret });
});

test('a body above 1 MiB is too large only for whoever signed it', async () => {
  const long = JSON.stringify({ ...paid('L1'), filler: 'x'.repeat(2 * 1024 * 1024) });
  const forged = await send(long, { secret: 'whsec_AAAA' });
  expect([forged.status, forged.body.code]).toEqual([401, 'bad-signature']);
  const signed = await send(long);
  expect([signed.status, signed.body.code]).toEqual([413, 'body-too-large']);
});

test.each([
  ['broken JSON', '{"type":', 400, 'malformed-json', undefined],
  ['nesting of a thousand', '['.repeat(1000) + ']'.repeat(1000), 422, 'invalid-request', ''],
  ['an empty list', '[]', 422, 'invalid-request', ''],
  ['a list of 201', JSON.stringify(Array.from({ length: 201 }, (_, i) => paid(`N${i}`))), 422, 'invalid-request', ''],
  ['another type', JSON.stringify({ ...paid('B1'), type: 'order.made' }), 422, 'invalid-request', '/type'],
  [
    'a float',
    JSON.stringify(paid('B2', { lines: [{ ...teaLine(), price: 10.5 }] })),
    422,
    'invalid-request',
    '/data/lines/0/price',
  ],
  [
    'three decimals of CNY',
    JSON.stringify(paid('B3', { lines: [{ ...teaLine(), price: '10.555' }] })),
    422,
    'invalid-amount',
    '/data/lines/0/price',
  ],
  [
    'a quantity of 0',
    JSON.stringify(paid('B4', { lines: [{ ...teaLine(), quantity: 0 }] })),
    422,
    'invalid-request',
    '/data/lines/0/quantity',
  ],
  [
    'an absurd quantity',
    JSON.stringify(paid('B5', { lines: [{ ...teaLine(), quantity: 1e15 }] })),
    422,
    'invalid-request',
    '/data/lines/0/quantity',
  ],
  [
    'an absurd price',
    JSON.stringify(paid('B6', { lines: [teaLine(1_000_000, '9999999999999.99')] })),
    422,
    'invalid-request',
    '/data/lines/0/price',
  ],
  [
    '2,001 lines',
    JSON.stringify(paid('B7', { lines: Array.from({ length: 2001 }, () => teaLine()) })),
    422,
    'invalid-request',
    '/data/lines',
  ],
  ['no lines', JSON.stringify(paid('B8', { lines: [] })), 422, 'invalid-request', '/data/lines'],
  ['another currency', JSON.stringify(paid('B9', { currency: 'EUR' })), 422, 'currency-mismatch', '/data/currency'],
  [
    'a day that does not exist',
    JSON.stringify(paid('B10', { paidAt: '2026-02-30T10:00:00+08:00' })),
    422,
    'invalid-request',
    '/data/paidAt',
  ],
  [
    'an instant without an offset',
    JSON.stringify(paid('B11', { paidAt: '2026-02-03T10:00:00' })),
    422,
    'invalid-request',
    '/data/paidAt',
  ],
  ['a field that nobody knows', JSON.stringify(paid('B12', { colour: 'red' })), 422, 'invalid-request', '/data/colour'],
  ['__proto__', '{"type":"order.paid","__proto__":{}}', 422, 'invalid-request', '/__proto__'],
  ['white space round an id', JSON.stringify(paid(' B13')), 422, 'invalid-request', '/data/id'],
  ['an id of 65 characters', JSON.stringify(paid('x'.repeat(65))), 422, 'invalid-request', '/data/id'],
  [
    'more discount than goods',
    JSON.stringify(paid('B14', { discount: '500' })),
    422,
    'invalid-request',
    '/data/discount',
  ],
  [
    'a refund of lines and amounts',
    JSON.stringify(
      orderRefunded('RX', 'O1', { lines: [{ sku: 'TEA', quantity: 1 }], amounts: [{ sku: 'TEA', amount: '1' }] }),
    ),
    422,
    'invalid-request',
    '/data/amounts',
  ],
])('%s gets its clear problem, and nothing is written', async (_, body, status, code, pointer) => {
  const sales = await count('sale');
  const answer = await send(body);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  if (pointer !== undefined) expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
  expect(await count('sale')).toBe(sales);
});

test('paid more than five minutes ahead is refused by its name', async () => {
  const ahead = (ms: number) => new Date(server.clock.now() + ms).toISOString();
  const refused = await send(paid('F1', { paidAt: ahead(360_000) }));
  expect([refused.status, refused.body.code]).toEqual([422, 'paid-in-future']);
  expect((await send(paid('F1', { paidAt: ahead(200_000) }))).status).toBe(200);
});

test('in a list bad events do not spoil good ones, and pointers name the place', async () => {
  const list = [
    paid('A1'),
    paid('A2', { lines: [{ ...teaLine(), price: 'ten' }] }),
    orderCompleted('A1', '2026-03-02T10:00:00+08:00'),
    orderRefunded('RA', 'A9', {}, '2026-03-02T10:00:00+08:00'),
    5,
  ];
  const { status, body } = await send<Item[]>(list);
  expect(status).toBe(200);
  expect(body.map(({ id, result, problem }) => [id, result ?? problem?.code])).toEqual([
    ['A1', 'recorded'],
    ['A2', 'invalid-request'],
    ['A1', 'recorded'],
    ['RA', 'waiting'],
    [null, 'invalid-request'],
  ]);
  expect(body[1]?.problem?.errors?.[0]?.pointer).toBe('/1/data/lines/0/price');
});

test('a repeated list answers what was taken as before and tries the rest again', async () => {
  const id = randomUUID();
  await send(paid('D1', { lines: [teaLine(9)] }));
  const list = [paid('D0'), paid('D1')];
  const first = await send<Item[]>(list, { id });
  expect(first.body.map(({ result, problem }) => result ?? problem?.code)).toEqual([
    'recorded',
    'already-recorded-differently',
  ]);
  const second = await send<Item[]>(list, { id });
  expect(second.body.map(({ result, problem }) => result ?? problem?.code)).toEqual([
    'recorded',
    'already-recorded-differently',
  ]);
});

test('the same order from twenty connections at once is one order', async () => {
  const before = await count('sale');
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(paid('C1'))));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(answers.filter(({ body }) => body.result === 'recorded')).toHaveLength(1);
  expect(await count('sale')).toBe(before + 1);
});

test('the same delivery from twenty connections at once answers the same twenty times', async () => {
  const id = randomUUID();
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(paid('C2'), { id })));
  expect(new Set(answers.map(({ body }) => body.result))).toEqual(new Set(['recorded']));
});

test('O1, o1 and Ó1 are three orders', async () => {
  for (const id of ['Same1', 'same1', 'Sáme1']) expect((await send(paid(id))).body.result).toBe('recorded');
});

test('unknown SKUs, promoters and coupons do not refuse a sale', async () => {
  const answer = await send(
    paid('U1', {
      promoter: 'NOBODY',
      coupons: ['NONE'],
      campaign: 'NEVER',
      lines: [{ sku: '???', quantity: 1, price: '0' }],
    }),
  );
  expect(answer.body.result).toBe('recorded');
});

test('names that are SQL or formulas are kept as they are', async () => {
  const name = `'); DROP TABLE sale; -- =HYPERLINK("http://evil")`;
  expect((await send(paid('Q1', { customer: { id: 'CQ', name }, lines: [{ ...teaLine(), name }] }))).status).toBe(200);
  const rows = await server.db.read.rows<{ name: string }>(
    'SELECT name FROM customer WHERE merchant_id = ? AND outside_id = ?',
    [tea.id, 'CQ'],
  );
  expect(rows[0]?.name).toBe(name);
});
