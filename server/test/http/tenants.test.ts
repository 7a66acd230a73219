import { routes as contract, type Route, urlOf } from '@fenrun/contracts';
import type { Answer, HttpClient } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routerPath, servedRoutes } from '../../src/foundation/http';
import { bodies, type ForeignIds, foreignIds, NOT_AN_ID } from '../support/foreign';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

interface Document {
  paths: Record<string, Record<string, { operationId: string }>>;
}
interface Problem {
  code: string;
  errors?: unknown;
}

let server: TestServer;
let mine: TestMerchant;
let theirs: TestMerchant;
let ids: ForeignIds;

const all = Object.values(contract).flatMap((room) => Object.values(room) as Route[]);
const signedIn = (route: Route) => route.auth === 'staff' || route.auth === 'member';
const withIds = () =>
  servedRoutes().filter((route) => signedIn(route) && /\{/.test(route.path) && !NOT_AN_ID.has(route.id));

beforeAll(async () => {
  server = await startServer();
  mine = await server.merchant('mine');
  theirs = await server.merchant('theirs');
  ids = await foreignIds(server, theirs, withIds());
});
afterAll(() => server.stop());

test('the document and the router are equal', async () => {
  const { body } = await server.client().get<Document>('/api/openapi.json');
  const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const demo = all.filter(({ auth }) => auth === 'demo').map((route) => `${route.method} ${routerPath(route)}`);
  const routed = (await server.routes()).filter((route) => !demo.includes(route));
  expect([...documented].sort()).toEqual([...routed].sort());
});

test('every route of the contract is served', () => {
  const served = new Set(servedRoutes().map(({ id }) => id));
  expect(all.filter(({ id, auth }) => auth !== 'webhook' && !served.has(id)).map(({ id }) => id)).toEqual([]);
});

test('every reference of the document leads somewhere', async () => {
  const { body } = await server.client().get<{ components: { schemas: object } }>('/api/openapi.json');
  const wanted = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    (match) => match[1],
  );
  expect(wanted.length).toBeGreaterThan(100);
  expect(wanted.filter((name) => !Object.hasOwn(body.components.schemas, name as string))).toEqual([]);
});

function callWith(
  client: HttpClient,
  route: Route,
  params: Readonly<Record<string, string>>,
): Promise<Answer<Problem>> {
  const body = bodies[route.id as keyof typeof bodies];
  const headers: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return client.send<Problem>(
    route.method,
    urlOf(route, params),
    body === undefined ? undefined : JSON.stringify(body),
    headers,
  );
}

test('what belongs to another merchant answers on every route as what does not exist', async () => {
  const member = await mine.member();
  const seen: string[] = [];
  for (const route of withIds()) {
    const real = ids[route.id] ?? {};
    expect(Object.values(real).every(Boolean), `${route.id}: no example of a real id`).toBe(true);
    const made = Object.fromEntries(Object.keys(real).map((name) => [name, 'NOBODY-HAS-THIS']));
    const client = route.auth === 'member' ? member.client : mine.owner;
    const [foreign, nothing] = [await callWith(client, route, real), await callWith(client, route, made)];
    const got = `${route.id} ${foreign.status} ${foreign.body?.code}`;
    expect(got).toBe(`${route.id} ${nothing.status} ${nothing.body?.code}`);
    expect(
      foreign.body?.code,
      `${route.id}: the body of the example is wrong: ${JSON.stringify(foreign.body)}`,
    ).not.toBe('invalid-request');
    expect([400, 401, 403, 404, 409, 422].includes(foreign.status), `${got}\n${server.logged.at(-2)}`).toBe(true);
    seen.push(got);
  }
  expect(seen.length).toBeGreaterThan(0);
});

test('lists show nothing of another merchant', async () => {
  const member = await mine.member();
  const foreign = new Set(
    Object.values(ids)
      .flatMap((params) => Object.values(params))
      .filter((id) => id.length > 8),
  );
  for (const route of servedRoutes().filter((one) => signedIn(one) && one.method === 'GET' && !/\{/.test(one.path))) {
    const client = route.auth === 'member' ? member.client : mine.owner;
    const answer = await client.get(route.path);
    const text = JSON.stringify(answer.body ?? '');
    for (const id of foreign) expect(text.includes(id), `${route.id} shows ${id}`).toBe(false);
  }
});

test('the cookie of one merchant opens nothing of another', async () => {
  for (const route of withIds().filter(({ auth, method }) => auth === 'staff' && method === 'GET')) {
    const answer = await mine.owner.get(urlOf(route, ids[route.id] ?? {}));
    expect(answer.status, route.id).toBe(404);
  }
});
