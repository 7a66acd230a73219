import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decideCommission } from '../../src/flows/decide-commission';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Programme = Out<'plans.programme'>;
type Problem = { code: string };

let desk: DeskWorld;
let shop: TestMerchant;

const path = (id: string, deed = '') => `/api/v1/programmes/${id}${deed}`;
const post = <T>(id: string, deed: string, body: object = {}) => shop.owner.post<T & Problem>(path(id, deed), body);
const all = async () => (await shop.owner.get<Out<'plans.programmes'>>('/api/v1/programmes')).body.data;
const of = async (code: string) => (await shop.owner.get<Out<'promoters.read'>>(`/api/v1/promoters/${code}`)).body;

const add = (id: string, percent: string) =>
  shop.owner.post('/api/v1/programmes', {
    ...{ id, name: id, rate: { percent }, skus: [], categories: [], recurring: { mode: 'forever' } },
  });

/** A sale of 200.00 that is approved at once, so that the promoter climbs. */
async function earn(id: string, promoter: string): Promise<void> {
  await desk.sale(id, { promoter, customer: { id } });
  const sql = `SELECT c.id FROM commission c JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id
    WHERE s.merchant_id = ? AND s.outside_id = ?`;
  const [row] = await desk.server.db.read.rows<{ id: string }>(sql, [shop.id, id]);
  await onTimeline(desk.lines, shop.id, (tx, hand, now) =>
    decideCommission(tx, hand, { id: row?.id ?? '' }, { verdict: 'approve', reason: 'x', by: null }, now),
  );
}

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  await add('silver', '11');
  await add('gold', '12');
  await add('beside', '13');
  const levels = [
    { programme: 'standard', threshold: '0.00' },
    { programme: 'silver', threshold: '100.00' },
    { programme: 'gold', threshold: '200.00' },
  ];
  const ladder = { isOn: true, metric: 'personal_volume', levels, reset: null };
  const saved = await shop.owner.put('/api/v1/ladder', { version: 0, ladder, acknowledged: [] });
  expect(saved.status, JSON.stringify(saved.body)).toBe(200);
  await desk.promoter('LIN');
  await desk.promoter('SU', { programme: 'beside' });
  await earn('E1', 'LIN');
});
afterAll(() => desk.server.stop());

test('a deactivated programme gives its level up, and its members go to the highest that remains', async () => {
  expect((await of('LIN')).programme).toBe('gold');
  const late = await post(`gold`, '/deactivate', { version: 7 });
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
  const left = await post<Out<'plans.deactivateProgramme'>>('gold', '/deactivate', { version: 1 });
  expect(left.body).toMatchObject({ moved: 1, programme: { id: 'gold', active: false, version: 2, promoters: 0 } });
  expect((await of('LIN')).programme).toBe('silver');
  expect((await post('gold', '/deactivate')).body.code).toBe('programme-inactive');
  expect((await post('standard', '/deactivate')).body.code).toBe('default-programme');
  expect((await post('none', '/deactivate')).status).toBe(404);
});

test('activated again, a level comes back and everybody is evaluated', async () => {
  const back = await post<Programme>('gold', '/activate');
  expect(back.body).toMatchObject({ id: 'gold', active: true, promoters: 1 });
  expect((await of('LIN')).programme).toBe('gold');
});

test('another active programme becomes the default, and newcomers start in it', async () => {
  await post('gold', '/deactivate');
  expect((await post('gold', '/default')).body.code).toBe('programme-inactive');
  const made = await post<Programme>('beside', '/default');
  expect(made.body).toMatchObject({ id: 'beside', isDefault: true });
  expect((await all()).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual(['beside']);
  await desk.promoter('NEW');
  expect((await of('NEW')).programme).toBe('standard');
  expect((await post('standard', '/default')).status).toBe(200);
});

test('only a programme without members is deleted; a level is left like a deactivated one', async () => {
  const remove = (id: string) => shop.owner.delete<Problem>(path(id));
  expect((await remove('standard')).body.code).toBe('default-programme');
  await desk.promoter('OLD', { programme: 'beside' });
  const members = await remove('beside');
  expect([members.status, members.body.code]).toEqual([409, 'programme-has-members']);
  await shop.owner.put('/api/v1/promoters/LIN/programme', { programme: 'silver' });
  expect((await remove('silver')).body.code).toBe('programme-has-members');
  await shop.owner.post('/api/v1/promoters/LIN/programme/release', {});
  expect((await of('LIN')).programme).toBe('silver');
  expect((await remove('silver')).status).toBe(204);
  expect((await of('LIN')).programme).toBe('standard');
  expect((await all()).map(({ id }) => id)).not.toContain('silver');
  expect((await shop.owner.get(path('silver'))).status).toBe(404);
  expect((await remove('silver')).status).toBe(404);
  expect((await post('silver', '/activate')).status).toBe(404);
});

test('who may only look changes no programme', async () => {
  const viewer = await shop.staff('viewer');
  expect((await viewer.post(path('gold', '/activate'), {})).status).toBe(403);
  expect((await viewer.delete(path('gold'))).status).toBe(403);
});
