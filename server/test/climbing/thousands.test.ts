import type { Out } from '@fenrun/contracts';
import { BEGINNING } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insert } from '../../src/foundation/db';
import { newId } from '../../src/foundation/ids';
import { type CounterRow, counterTable } from '../../src/modules/climbing';
import {
  type PromoterChangeRow,
  type PromoterRow,
  promoterChangeTable,
  promoterTable,
} from '../../src/modules/promoters';
import { timelinesOf } from '../../src/parts';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let shop: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  shop = await server.merchant('large');
});
afterAll(() => server.stop());

const PEOPLE = 5_000;

/** Promoters with so many fen of own sales as their number says, without the sales themselves. */
async function addPeople(): Promise<void> {
  const now = server.clock.now();
  const promoters: PromoterRow[] = [];
  const changes: PromoterChangeRow[] = [];
  const counters: CounterRow[] = [];
  const { id: merchantId } = shop;
  for (let number = 0; number < PEOPLE; number += 1) {
    const id = newId(now);
    const who = { code: `P${number}`, name: `P${number}`, phone: null, avatar: null, memberId: null, customerId: null };
    const tree = { inviterId: null, inviter2Id: null, inviter3Id: null, depth: 1 };
    const standing = {
      programme: 'standard',
      groupCode: null,
      isProgrammePinned: number % 100 === 0,
      isGroupPinned: false,
    };
    const times = { joinedAt: null, changedAt: BEGINNING, createdAt: now };
    promoters.push({ merchantId, id, ...who, ...tree, ...standing, ...times, status: 'active' });
    const first = { fromAt: BEGINNING, isPinned: false, cause: 'start', reason: null, madeBy: null };
    changes.push({ merchantId, promoterId: id, id: newId(now), aspect: 'programme', value: 'standard', ...first });
    const lifetime = { lifetimeReferralValue: 0, lifetimeReferralCount: 0, lifetimeEarned: 0, lifetimeDownline: 0 };
    counters.push({
      ...{ merchantId, promoterId: id, cycleAt: 0, referralValue: 0, referralCount: 0, earned: 0, downline: 0 },
      ...{
        ...lifetime,
        personal: number,
        lifetimePersonal: number,
        orders: number % 10,
        revenue: number,
        customers: 1,
      },
    });
  }
  await server.db.write(async (tx) => {
    await insert(tx, promoterTable, promoters);
    await insert(tx, promoterChangeTable, changes);
    await insert(tx, counterTable, counters);
  });
}

test('a ladder and groups saved over thousands of people move them all at once, and are previewed over all of them', async () => {
  await addPeople();
  const fields = { name: 'x', rate: { percent: '12' }, skus: [], categories: [], recurring: { mode: 'forever' } };
  for (const id of ['advanced', 'senior']) await shop.owner.post('/api/v1/programmes', { id, ...fields });
  const levels = [
    { programme: 'standard', threshold: '0' },
    { programme: 'advanced', threshold: '5.00' },
    { programme: 'senior', threshold: String(PEOPLE / 200) },
  ];
  const reset = { everyMonths: 1, day: 1, from: '2020-01-01', to: 'previous' };
  const ladder = { isOn: true, metric: 'personal_volume', levels, reset };
  const preview = (await shop.owner.post<Out<'climbing.previewLadder'>>('/api/v1/ladder/preview', { ladder })).body;
  const pinned = PEOPLE / 100;
  const expected = PEOPLE - 500 - (pinned - 5);
  expect(preview.total).toBe(expected);
  expect(preview.some).toHaveLength(50);
  expect(preview.some[0]?.promoter.code).toBe(`P${PEOPLE - 1}`);
  const saved = await shop.owner.put<Out<'climbing.saveLadder'>>('/api/v1/ladder', { version: 0, ladder });
  expect(saved.status).toBe(200);
  expect(saved.body.moved).toBe(expected);
  expect(saved.body.steps.map(({ people }) => people)).toEqual([
    PEOPLE - expected,
    expected - (PEOPLE / 2 - pinned / 2),
    PEOPLE / 2 - pinned / 2,
  ]);
  expect(saved.body.nextReset).toMatchObject({ moves: expected, pinned: 0 });
  const page = await shop.owner.get<Out<'climbing.resetPreview'>>('/api/v1/ladder/next-reset?limit=200');
  expect(page.body.data).toHaveLength(200);
  const auto = { join: 'all', compare: 'gte', criteria: { orders: 5 } };
  const groups = { isOn: true, groups: [{ id: 'g', name: 'G', auto }] };
  const grouped = await shop.owner.put<Out<'climbing.saveGroups'>>('/api/v1/groups', { version: 1, groups });
  expect(grouped.body.moved).toBe(PEOPLE / 2);
  const at = Date.parse(saved.body.nextReset?.at ?? '');
  server.clock.setOffset(server.clock.offset + at - server.clock.now() + 1);
  await timelinesOf(server.installation).advance(shop.id);
  const after = (await shop.owner.get<Out<'climbing.ladder'>>('/api/v1/ladder')).body;
  expect(after.steps.map(({ people }) => people)).toEqual(saved.body.steps.map(({ afterReset }) => afterReset));
  const ran = await shop.owner.get<Out<'climbing.resets'>>('/api/v1/ladder/resets');
  expect(ran.body.data).toMatchObject([{ moved: expected }]);
});
