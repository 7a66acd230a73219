import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Coupon = Out<'coupons.read'>;
type List = Out<'coupons.list'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let desk: DeskWorld;
let shop: TestMerchant;

const path = '/api/v1/coupons';
const add = (given: object) => shop.owner.post<Coupon & Problem>(path, given);
const codes = async (query: string) =>
  (await shop.owner.get<List>(`${path}${query}`)).body.data.map(({ code }) => code);

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  await desk.promoter('LIN', { name: '林晓雯' });
  await desk.promoter('SU', { name: '苏沐' });
  await desk.promoter('NEW', { status: 'applicant' });
});
afterAll(() => desk.server.stop());

test('a coupon is added, read in any letter case, and changed', async () => {
  const given = { owner: 'LIN', discount: { percent: '12.5' }, from: '2020-01-01', to: '2031-01-01', useLimit: 100 };
  const added = await add({ code: 'Qiucha20', ...given });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    ...{ code: 'Qiucha20', owner: 'LIN', ownerName: '林晓雯', discount: { percent: '12.5' }, useLimit: 100, uses: 0 },
    ...{ from: '2019-12-31T16:00:00.000Z', to: '2030-12-31T16:00:00.000Z', state: 'running', active: true, rules: 0 },
  });
  expect((await add({ code: 'QIUCHA20' })).body.code).toBe('coupon-exists');
  await shop.owner.post('/api/v1/rules', {
    ...{ layer: 'sales_match', when: { coupons: ['qiucha20'] }, rate: { percent: '20' } },
  });
  const changed = { owner: null, discount: { amount: '20.00' }, active: false };
  const saved = await shop.owner.put<Coupon>(`${path}/QIUCHA20`, changed);
  expect(saved.body).toMatchObject({ code: 'Qiucha20', owner: null, discount: { amount: '20.00' }, useLimit: null });
  expect(saved.body).toMatchObject({ state: 'off', rules: 1, from: null });
  expect((await shop.owner.get(`${path}/NONE`)).status).toBe(404);
});

test('what does not fit is named by its place', async () => {
  const wrong = async (given: object) =>
    (await add({ code: 'WRONG', ...given })).body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
  expect(await wrong({ owner: 'NOBODY' })).toEqual(['/owner unknown-promoter']);
  expect(await wrong({ owner: 'NEW' })).toEqual(['/owner unknown-promoter']);
  expect(await wrong({ discount: { percent: '100.1' } })).toEqual(['/discount/percent too-large']);
  expect(await wrong({ discount: { amount: '1.005' } })).toEqual(['/discount/amount invalid-amount']);
  expect(await wrong({ from: '2026-02-02', to: '2026-02-02' })).toEqual(['/to ends-before-begin']);
  expect(await wrong({ useLimit: 0 })).toHaveLength(1);
  const viewer = await shop.staff('viewer');
  expect((await viewer.post(path, { code: 'V' })).status).toBe(403);
});

test('coupons are found by their state, their owner and their code', async () => {
  await add({ code: 'OVER', to: '2020-01-01', owner: 'SU' });
  await add({ code: 'COMING', from: '2031-01-01' });
  await add({ code: 'USED', useLimit: 1 });
  await desk.server.db.write((tx) => tx.run("UPDATE coupon SET uses = 1 WHERE code = 'USED'"));
  expect(await codes('?state=over')).toEqual(['OVER']);
  expect(await codes('?state=coming,used_up')).toEqual(expect.arrayContaining(['COMING', 'USED']));
  expect(await codes('?owner=SU')).toEqual(['OVER']);
  expect(await codes('?owner=NOBODY')).toEqual([]);
  expect(await codes('?q=苏沐')).toEqual(['OVER']);
  expect(await codes('?q=sed')).toEqual(['USED']);
  const first = (await shop.owner.get<List>(`${path}?limit=2`)).body;
  const second = (await shop.owner.get<List>(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
  const all = [...first.data, ...second.data].map(({ code }) => code);
  expect(new Set(all).size).toBe(4);
});

test('an order with a coupon goes to its owner and meets the rules that ask for it', async () => {
  await add({ code: 'SU15', owner: 'SU', discount: { amount: '15.00' } });
  await shop.owner.post('/api/v1/rules', {
    ...{ id: 'SU15-RATE', layer: 'sales_match', when: { coupons: ['Su15'] }, rate: { percent: '30' } },
  });
  desk.server.clock.setOffset(desk.server.clock.offset + 60_000);
  await desk.sale('S1', {
    coupons: ['su15'],
    lines: [{ sku: 'CUP', quantity: 1, price: '100.00' }],
    discount: '15.00',
  });
  const sql = `SELECT st.attributed_by AS cause, p.code, c.amount, l.rule FROM settlement st
    JOIN promoter p ON p.merchant_id = st.merchant_id AND p.id = st.promoter_id
    JOIN commission c ON c.merchant_id = st.merchant_id AND c.sale_id = st.sale_id
    JOIN commission_line l ON l.merchant_id = c.merchant_id AND l.commission_id = c.id WHERE st.merchant_id = ?`;
  const rows = await desk.server.db.read.rows<Record<string, string | number>>(sql, [shop.id]);
  expect(rows.map((row) => ({ ...row, amount: Number(row['amount']) }))).toEqual([
    { cause: 'coupon', code: 'SU', amount: 2550, rule: 'SU15-RATE' },
  ]);
});

test('an order with several coupons says which one brought it to the promoter', async () => {
  await add({ code: 'PLAIN' });
  await add({ code: 'SU16', owner: 'SU' });
  await desk.sale('TWO', { coupons: ['PLAIN', 'su16'], lines: [{ sku: 'CUP', quantity: 1, price: '10.00' }] });
  const order = async () => (await shop.owner.get<Out<'sales.read'>>('/api/v1/orders/TWO')).body;
  expect((await order()).attribution).toMatchObject({ promoter: 'SU', by: 'coupon', text: '用了归属券 su16' });
  await shop.owner.put(`${path}/SU16`, { owner: 'LIN' });
  expect((await order()).attribution).toMatchObject({ promoter: 'SU', by: 'coupon', text: '用了归属券 PLAIN、su16' });
});
