import { afterAll, beforeAll, expect, test } from 'vitest';
import { PASSWORD, startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let tea: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  tea = await server.merchant('tea');
});
afterAll(() => server.stop());

interface Session {
  person: { name: string };
  merchant: { slug: string; role: string };
  permissions: string[];
  merchants: { slug: string }[];
}

test('whoever signs in is told who he is and what he may', async () => {
  const { status, body } = await tea.owner.get<Session>('/api/v1/session');
  expect(status).toBe(200);
  expect(body.merchant).toMatchObject({ slug: 'tea', role: 'owner' });
  expect(body.permissions).toContain('staff');
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await server.client().post('/api/v1/session', { email: tea.ownerEmail, password: 'not it at all' });
  const unknown = await server.client().post('/api/v1/session', { email: 'nobody@tea.test', password: PASSWORD });
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  const plain = ({ requestId: _, ...rest }: Record<string, unknown>) => rest;
  expect(plain(wrong.body as never)).toEqual(plain(unknown.body as never));
});
