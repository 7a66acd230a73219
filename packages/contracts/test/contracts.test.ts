import { expect, test } from 'vitest';
import { errorCodes, fieldErrorWords, type Route, routes, saleEvent, schemas, settingsSchema, urlOf } from '../src';

const all: Route[] = Object.values(routes).flatMap((room) => Object.values(room) as Route[]);

test('every route has its schemas, and every schema its route', () => {
  expect(all.map((route) => route.id).sort()).toEqual(Object.keys(schemas).sort());
});

test('no two routes have the same method and path', () => {
  const seen = all.map((route) => `${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`);
  expect(new Set(seen).size).toBe(seen.length);
});

test('the parameters of a path are those of its schema', () => {
  for (const route of all) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const entry = schemas[route.id as keyof typeof schemas] as { params?: { shape: object } };
    expect(Object.keys(entry.params?.shape ?? {}), route.id).toEqual(names);
  }
});

test('every route of staff names a permission, but for those of the session itself', () => {
  const free = all.filter((route) => route.auth === 'staff' && !route.may).map((route) => route.id);
  expect(free.sort()).toEqual([
    'identity.changePassword',
    'identity.session',
    'identity.signOut',
    'identity.switchMerchant',
  ]);
});

test('codes are kebab-case and their status fits an error', () => {
  for (const [code, entry] of Object.entries(errorCodes)) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(entry.status).toBeGreaterThanOrEqual(400);
  }
  for (const code of Object.keys(fieldErrorWords)) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('urlOf escapes what comes from outside and repeats lists', () => {
  expect(urlOf(routes.sales.read, { id: 'a/b c' })).toBe('/api/v1/orders/a%2Fb%20c');
  expect(urlOf(routes.commission.list, {}, { status: ['pending', 'approved'], order: '', limit: 20 })).toBe(
    '/api/v1/commissions?status=pending&status=approved&limit=20',
  );
});

const paid = {
  type: 'order.paid',
  timestamp: '2026-03-01T10:00:00+08:00',
  data: { id: 'O1', paidAt: '2026-03-01T10:00:00+08:00', lines: [{ sku: 'TEA', quantity: 2, price: '100.00' }] },
};

test('a sale needs little', () => {
  expect(saleEvent.safeParse(paid).success).toBe(true);
});

test.each([
  ['a float for money', { lines: [{ sku: 'TEA', quantity: 1, price: 100.5 }] }],
  ['a negative quantity', { lines: [{ sku: 'TEA', quantity: -1, price: '1.00' }] }],
  ['a date that does not exist', { paidAt: '2026-02-30T10:00:00+08:00' }],
  ['a field that nobody knows', { colour: 'red' }],
  ['a renewal without its subscription', { type: 'recurring' }],
  ['a commission on an ordinary sale', { commission: '5.00' }],
  ['an id with a space in front', { id: ' O1' }],
])('a sale with %s is refused', (_, change) => {
  expect(saleEvent.safeParse({ ...paid, data: { ...paid.data, ...change } }).success).toBe(false);
});

test('settings refuse what nobody knows', () => {
  expect(settingsSchema.safeParse({ hold: { from: 'paid', days: 0 }, colour: 'red' }).success).toBe(false);
});
