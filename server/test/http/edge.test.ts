import { connect } from 'node:net';
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
  type: string;
  code: string;
  title: string;
  detail: string;
  status: number;
  requestId: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

const JSON_TYPE = { 'content-type': 'application/json' };

test('a problem says what, where and under which number, in the language that was asked for', async () => {
  const zh = await tea.owner.put<Problem>('/api/v1/merchant', { name: '', colour: 1 });
  expect(zh.status).toBe(422);
  expect(zh.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(zh.body).toMatchObject({ code: 'invalid-request', status: 422, title: '有字段不正确' });
  expect(zh.body.errors).toEqual([
    { pointer: '/name', code: 'required', detail: '必须填写' },
    { pointer: '/colour', code: 'unknown-field', detail: '未知的字段' },
  ]);
  expect(zh.body.requestId).toBe(zh.headers.get('x-request-id'));
  const en = await tea.owner.put<Problem>('/api/v1/merchant', { name: 5 }, { 'accept-language': 'en-GB,en;q=0.9' });
  expect(en.body.errors).toEqual([{ pointer: '/name', code: 'wrong-type', detail: 'has the wrong type' }]);
  const asked = await tea.owner.get<Problem>('/api/v1/nowhere?lang=en');
  expect(asked.body.title).toBe('Not found');
});

test('what nobody serves is 404, and another method than the served ones 405', async () => {
  expect((await tea.owner.get<Problem>('/api/v1/nowhere')).body.code).toBe('not-found');
  const answer = await tea.owner.delete<Problem>('/api/v1/audit');
  expect([answer.status, answer.body.code, answer.headers.get('allow')]).toEqual([405, 'method-not-allowed', 'GET']);
});

test.each([
  ['broken JSON', '{"name": ', 400, 'malformed-json'],
  ['two documents', '{} {}', 400, 'malformed-json'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]), 400, 'malformed-json'],
  ['nesting of a thousand', `{"name":${'['.repeat(1000)}${']'.repeat(1000)}}`, 422, 'invalid-request'],
  ['nesting of a hundred thousand', '['.repeat(100_000) + ']'.repeat(100_000), 422, 'invalid-request'],
  ['__proto__', '{"name":"x","__proto__":{"role":"owner"}}', 422, 'invalid-request'],
  ['__proto__ in disguise', '{"name":"x","\\u005f_proto__":{"role":"owner"}}', 422, 'invalid-request'],
  ['a lone surrogate', '{"name":"\\ud800"}', 422, 'invalid-request'],
  ['a control character', '{"name":"a\\u0000b"}', 422, 'invalid-request'],
  ['an array', '[]', 422, 'invalid-request'],
  ['null', 'null', 422, 'invalid-request'],
  ['nothing', '', 422, 'invalid-request'],
])('a body of %s gets its clear problem', async (_, body, status, code) => {
  const answer = await tea.owner.send<Problem>('PUT', '/api/v1/merchant', body, JSON_TYPE);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('a body of 2 MiB is too large, and so is one that never says its length', async () => {
  const long = 'x'.repeat(2 * 1024 * 1024);
  const answer = await tea.owner.send<Problem>('PUT', '/api/v1/merchant', JSON.stringify({ name: long }), JSON_TYPE);
  expect([answer.status, answer.body.code]).toEqual([413, 'body-too-large']);
});

test('a misspelt filter is refused rather than ignored', async () => {
  const answer = await tea.owner.get<Problem>('/api/v1/audit?form=2026-01-01&limit=500');
  expect(answer.body.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
    ['/limit', 'too-large'],
    ['/form', 'unknown-field'],
  ]);
});

test('what is thrown ends as 500 with a number, and never shows a stack', async () => {
  const broken = await tea.owner.get<Problem>(`/api/v1/audit?cursor=${'%F0%9F%92%A9'.repeat(20)}`);
  expect([200, 422, 500]).toContain(broken.status);
  expect(JSON.stringify(broken.body)).not.toMatch(/at .*\.ts|SELECT/);
});

test('a request line that is no HTTP does not take the server down', async () => {
  const { port } = new URL(server.url);
  await new Promise<void>((done) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.end('\x00\x01 nonsense\r\n\r\n'));
    socket.resume();
    socket.on('close', () => done());
    socket.on('error', () => done());
  });
  expect((await server.client().get('/healthz')).status).toBe(200);
});

test('the same key and body give the same answer, once', async () => {
  const key = { 'idempotency-key': 'one' };
  const body = { email: 'twice@tea.test', name: 'Twice', role: 'viewer' };
  const first = await tea.owner.post<{ id: string; password: string | null }>('/api/v1/staff', body, key);
  const second = await tea.owner.post<{ id: string; password: string | null }>('/api/v1/staff', body, key);
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(second.body.id).toBe(first.body.id);
  expect(first.body.password).toMatch(/^.{4}-.{4}-.{4}-.{4}$/);
  expect(second.body.password).toBeNull();
  const other = await tea.owner.post<Problem>('/api/v1/staff', { ...body, name: 'Other' }, key);
  expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
});

test('a key belongs to who used it, on the path where he did', async () => {
  const key = { 'idempotency-key': 'shared' };
  const operator = await server.merchant('second');
  const mine = await tea.owner.post<{ id: string }>('/api/v1/api-keys', { name: 'a', role: 'viewer' }, key);
  const theirs = await operator.owner.post<{ id: string }>('/api/v1/api-keys', { name: 'a', role: 'viewer' }, key);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test('twenty at once with one key make one thing', async () => {
  const body = { name: 'only one', role: 'viewer' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => tea.owner.post('/api/v1/api-keys', body, { 'idempotency-key': 'race' })),
  );
  expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
  const { body: keys } = await tea.owner.get<{ data: { name: string }[] }>('/api/v1/api-keys');
  expect(keys.data.filter(({ name }) => name === 'only one')).toHaveLength(1);
});

test('a refusal is not kept: the same key may succeed later', async () => {
  const key = { 'idempotency-key': 'refused-first' };
  expect((await tea.owner.post('/api/v1/webhook-secrets', {}, { 'idempotency-key': 'fill' })).status).toBe(201);
  const { body: secrets } = await tea.owner.get<{ data: { id: string }[] }>('/api/v1/webhook-secrets');
  expect((await tea.owner.post('/api/v1/webhook-secrets', {}, key)).status).toBe(409);
  await tea.owner.delete(`/api/v1/webhook-secrets/${secrets.data[0]?.id}`);
  expect((await tea.owner.post('/api/v1/webhook-secrets', {}, key)).status).toBe(201);
});

test('an invalid key is named', async () => {
  const answer = await tea.owner.post<Problem>(
    '/api/v1/api-keys',
    { name: 'a', role: 'viewer' },
    { 'idempotency-key': 'x'.repeat(300) },
  );
  expect(answer.body.code).toBe('idempotency-key-invalid');
});

test('alive, ready, documented and measured', async () => {
  const visitor = server.client();
  expect((await visitor.get('/healthz')).body).toEqual({ status: 'alive' });
  expect((await visitor.get('/readyz')).body).toEqual({ status: 'ready' });
  expect((await visitor.get('/docs')).body).toContain('swagger-ui');
  expect((await visitor.get('/docs/swagger-ui-bundle.js')).status).toBe(200);
  expect((await visitor.get('/metrics')).body).toContain('fenrun_http_seconds');
  expect((await visitor.get('/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(404);
  const root = await visitor.get('/');
  expect([root.status, root.headers.get('location')]).toEqual([302, '/admin/']);
});

test('the page of the API loads nothing from elsewhere', async () => {
  const { body, headers } = await server.client().get<string>('/docs');
  expect(body).not.toMatch(/(src|href)="(https?:)?\/\//);
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('paths that climb out of a folder find nothing', async () => {
  for (const path of [
    '/docs/../package.json',
    '/docs/%2e%2e/package.json',
    '/docs/..%2fpackage.json',
    '/admin/..%2f..%2fpackage.json',
  ]) {
    const { status, body } = await server.client().get<string>(path);
    expect([404, 503]).toContain(status);
    expect(JSON.stringify(body)).not.toContain('dependencies');
  }
});
