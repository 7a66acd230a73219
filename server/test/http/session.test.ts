import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let tea: TestMerchant;
let oil: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  tea = await server.merchant('tea');
  oil = await server.merchant('oil');
});
afterAll(() => server.stop());

interface Session {
  person: { id: string; name: string };
  merchant: { slug: string; role: string };
  permissions: string[];
  merchants: { slug: string }[];
}
interface Problem {
  code: string;
  title: string;
  requestId: string;
  errors?: { pointer: string; code: string }[];
}

test('whoever signs in is told who he is and what he may', async () => {
  const { status, body } = await tea.owner.get<Session>('/api/v1/session');
  expect(status).toBe(200);
  expect(body.merchant).toMatchObject({ slug: 'tea', role: 'owner' });
  expect(body.permissions).toContain('staff');
  expect(body.merchants.map(({ slug }) => slug)).toEqual(['tea']);
});

test('whoever signed in is listed as having been there', async () => {
  const { body } = await tea.owner.get<{ data: { email: string; lastSeenAt: string | null }[] }>('/api/v1/staff');
  expect(body.data.find(({ email }) => email === tea.ownerEmail)?.lastSeenAt).not.toBeNull();
});

test('the cookie is for the API only, and no script reads it', async () => {
  const answer = await server.client().post('/api/v1/session', { email: tea.ownerEmail, password: PASSWORD });
  expect(answer.headers.get('set-cookie')).toMatch(
    /^fenrun_session=\S+; Path=\/api; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  );
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await server.client().post('/api/v1/session', { email: tea.ownerEmail, password: 'not it at all' });
  const unknown = await server.client().post('/api/v1/session', { email: 'nobody@tea.test', password: PASSWORD });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const plain = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
  expect(plain(wrong.body as never)).toEqual(plain(unknown.body as never));
});

test('after five wrong passwords the right one has to wait too', async () => {
  await oil.staff('viewer');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const { status } = await server
      .client()
      .post('/api/v1/session', { email: oil.ownerEmail, password: 'wrong password' });
    expect(status).toBe(401);
  }
  const answer = await server.client().post<Problem>('/api/v1/session', { email: oil.ownerEmail, password: PASSWORD });
  expect(answer.status).toBe(429);
  expect(answer.body.code).toBe('too-many-attempts');
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('a session that was ended is no session any more', async () => {
  const person = await tea.staff('viewer');
  const cookie = { cookie: '' };
  const answer = await person.get('/api/v1/session');
  expect(answer.status).toBe(200);
  expect((await person.delete('/api/v1/session')).status).toBe(204);
  expect((await person.get('/api/v1/session', cookie)).status).toBe(401);
});

test('a person with roles at two merchants switches between them, and sees only one at a time', async () => {
  const both = await server.merchant('both');
  await tea.owner.post('/api/v1/staff', { email: both.ownerEmail, name: 'Both', role: 'viewer' });
  const before = await both.owner.get<Session>('/api/v1/session');
  expect(before.body.merchants.map(({ slug }) => slug).sort()).toEqual(['both', 'tea']);
  const after = await both.owner.put<Session>('/api/v1/session', { merchant: 'tea' });
  expect(after.body.merchant).toMatchObject({ slug: 'tea', role: 'viewer' });
  expect((await both.owner.post('/api/v1/api-keys', { name: 'x', role: 'viewer' })).status).toBe(403);
  expect((await both.owner.put('/api/v1/session', { merchant: 'oil' })).status).toBe(404);
});

test('a new password ends the other sessions and keeps this one', async () => {
  const added = await tea.owner.post<{ password: string }>('/api/v1/staff', {
    email: 'new@tea.test',
    name: 'New',
    role: 'operator',
  });
  expect(added.status).toBe(201);
  const first = server.client();
  const second = server.client();
  for (const one of [first, second])
    await one.post('/api/v1/session', { email: 'new@tea.test', password: added.body.password });
  const wrong = await first.put<Problem>('/api/v1/session/password', {
    current: 'nope',
    password: 'another-long-password',
  });
  expect(wrong.body.code).toBe('wrong-password');
  expect(
    (await first.put('/api/v1/session/password', { current: added.body.password, password: 'another-long-password' }))
      .status,
  ).toBe(204);
  expect((await first.get('/api/v1/session')).status).toBe(200);
  expect((await second.get('/api/v1/session')).status).toBe(401);
});

test('sessions follow real time, whatever the clock of the demo says', async () => {
  const person = await tea.staff('viewer');
  server.clock.setOffset(server.clock.offset + 400 * 86_400_000);
  expect((await person.get('/api/v1/session')).status).toBe(200);
});

test('a page of another site cannot write with the cookie', async () => {
  const body = { name: 'Taken over' };
  const foreign = await tea.owner.put<Problem>('/api/v1/merchant', body, { origin: 'https://evil.test' });
  expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign-origin']);
  const opaque = await tea.owner.put<Problem>('/api/v1/merchant', body, { origin: 'null' });
  expect(opaque.status).toBe(403);
  expect((await tea.owner.put('/api/v1/merchant', { name: 'Tea' }, { origin: server.url })).status).toBe(200);
});

test('a form is not JSON and writes nothing', async () => {
  const form = await tea.owner.send<Problem>('PUT', '/api/v1/merchant', 'name=Taken', {
    'content-type': 'application/x-www-form-urlencoded',
  });
  expect([form.status, form.body.code]).toEqual([415, 'unsupported-media-type']);
  const text = await tea.owner.send<Problem>('PUT', '/api/v1/merchant', '{"name":"Taken"}', {
    'content-type': 'text/plain',
  });
  expect(text.status).toBe(415);
});

test('staff, keys and members stay on their own side', async () => {
  const member = await tea.member();
  const key = await tea.owner.post<{ key: string }>('/api/v1/api-keys', { name: 'reader', role: 'viewer' });
  const program = server.client({ authorization: `Bearer ${key.body.key}` });
  expect((await member.client.get('/api/v1/merchant')).status).toBe(401);
  expect((await program.get('/api/v1/merchant')).status).toBe(200);
  expect((await program.put('/api/v1/merchant', { name: 'x' })).status).toBe(403);
  expect((await program.get('/api/v1/session')).status).toBe(403);
  expect((await tea.owner.delete('/api/v1/member/session')).status).toBe(401);
  expect((await program.delete('/api/v1/member/session')).status).toBe(401);
  expect((await member.client.delete('/api/v1/member/session')).status).toBe(204);
  expect((await member.client.delete('/api/v1/member/session')).status).toBe(401);
});

test('a revoked key opens nothing', async () => {
  const { body } = await tea.owner.post<{ id: string; key: string }>('/api/v1/api-keys', {
    name: 'gone',
    role: 'finance',
  });
  expect((await tea.owner.delete(`/api/v1/api-keys/${body.id}`)).status).toBe(204);
  expect((await server.client({ authorization: `Bearer ${body.key}` }).get('/api/v1/merchant')).status).toBe(401);
});

test('the last owner cannot be removed or lowered', async () => {
  const { body } = await tea.owner.get<Session>('/api/v1/session');
  const removed = await tea.owner.delete<Problem>(`/api/v1/staff/${body.person.id}`);
  const lowered = await tea.owner.patch<Problem>(`/api/v1/staff/${body.person.id}`, { role: 'viewer' });
  expect([removed.body.code, lowered.body.code]).toEqual(['last-owner', 'last-owner']);
});

test('whoever is removed is out at once', async () => {
  const person = await tea.staff('finance');
  const { body } = await person.get<Session>('/api/v1/session');
  expect((await tea.owner.delete(`/api/v1/staff/${body.person.id}`)).status).toBe(204);
  expect((await person.get('/api/v1/merchant')).status).toBe(401);
});

test('what was changed is written down with who and why, and without secrets', async () => {
  await tea.owner.post('/api/v1/api-keys', { name: 'audited', role: 'viewer' });
  const { body } = await tea.owner.get<{ data: { action: string; actor: { kind: string }; details: object }[] }>(
    '/api/v1/audit?action=identity.addApiKey&limit=1',
  );
  expect(body.data[0]).toMatchObject({
    action: 'identity.addApiKey',
    actor: { kind: 'staff' },
    details: { name: 'audited', role: 'viewer' },
  });
  const changed = await tea.owner.get<{ data: { details: Record<string, unknown> }[] }>(
    '/api/v1/audit?action=identity.changePassword',
  );
  expect(JSON.stringify(changed.body)).not.toContain('another-long-password');
});

test('the audit log is read page by page, newest first, without gap or double', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  for (let count = 0; cursor !== null && count < 50; count += 1) {
    const page: { body: { data: { id: string }[]; nextCursor: string | null } } = await tea.owner.get(
      `/api/v1/audit?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
    );
    seen.push(...page.body.data.map(({ id }) => id));
    cursor = page.body.nextCursor;
  }
  expect(seen.length).toBeGreaterThan(4);
  expect([...new Set(seen)].sort().reverse()).toEqual(seen);
});
