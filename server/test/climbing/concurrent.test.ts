import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recountMerchant } from '../../src/flows/recount/recount';
import { startTimelineWorker } from '../../src/flows/timeline/worker';
import { verifyLedger } from '../../src/modules/ledger';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
beforeAll(async () => {
  desk = await deskWorld();
});
afterAll(() => desk.server.stop());

const PEOPLE = ['A', 'B', 'C', 'D'];

test('sales that are settled while ladder, groups and bonuses are saved again and again leave the books balanced and everybody in place', async () => {
  const { owner } = desk.shop;
  await desk.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
  const fields = { name: 'x', rate: { percent: '12' }, skus: [], categories: [], recurring: { mode: 'forever' } };
  await owner.post('/api/v1/programmes', { id: 'advanced', ...fields });
  let inviterId: string | null = null;
  for (const code of PEOPLE) inviterId = await desk.promoter(code, { inviterId });
  const worker = startTimelineWorker(desk.lines, { error: (text, facts) => void problems.push(text, String(facts)) });
  const problems: string[] = [];
  const ladder = (version: number) => ({
    isOn: version % 5 !== 4,
    metric: version % 2 === 0 ? 'personal_volume' : 'earned_commission',
    levels: [
      { programme: 'standard', threshold: '0' },
      { programme: 'advanced', threshold: String(50 + version * 10) },
    ],
    reset: null,
  });
  const auto = (orders: number) => ({ join: 'all', compare: 'gte', criteria: { orders } });
  const groups = (version: number) => ({ isOn: true, groups: [{ id: 'g', name: 'G', auto: auto(1 + (version % 3)) }] });
  const step = { window: 'since_joining', rate: { percent: '15' }, days: 10 };
  const bonuses = (version: number) => ({ metric: 'sales', steps: [{ ...step, threshold: String(300 + version) }] });
  const statuses: number[] = [];
  const saving = async () => {
    for (let version = 0; version < 12; version += 1) {
      const saved = await Promise.all([
        owner.put('/api/v1/ladder', { version, ladder: ladder(version) }),
        owner.put('/api/v1/groups', { version: version + 1, groups: groups(version) }),
        owner.put('/api/v1/tier-bonuses', { version, tierBonuses: bonuses(version) }),
        owner.post('/api/v1/ladder/preview', { ladder: ladder(version + 1) }),
        owner.get('/api/v1/ladder'),
      ]);
      statuses.push(...saved.map(({ status }) => status));
    }
  };
  const selling = async (from: number) => {
    for (let sale = from; sale < 60; sale += 3) {
      const id = `X${sale}`;
      await desk.sale(id, { promoter: PEOPLE[sale % PEOPLE.length] as string, customer: { id: `C${sale % 7}` } });
      if (sale % 6 === 0) await desk.refund(`R${sale}`, id);
    }
  };
  await Promise.all([saving(), selling(0), selling(1), selling(2)]);
  await desk.lines.advance(desk.shop.id);
  await worker.stop();
  expect(problems).toEqual([]);
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await verifyLedger(desk.server.db.read)).balanced).toBe(true);
  expect((await recountMerchant(desk.server.db.read, desk.shop.id, desk.server.db)).differences).toEqual([]);
  const present = (await owner.get<Out<'climbing.ladder'>>('/api/v1/ladder')).body;
  expect(present.version).toBe(12);
  const preview = await owner.post<Out<'climbing.previewLadder'>>('/api/v1/ladder/preview', { ladder: present.ladder });
  expect(preview.body.total).toBe(0);
  const { settled } = (
    await desk.server.db.read.rows<{ settled: number | string }>('SELECT COUNT(*) AS settled FROM settlement')
  )[0] as { settled: number | string };
  expect(Number(settled)).toBe(60);
});

test('of two people who save the same version one is told that the other was first', async () => {
  const version = 12;
  const ladder = {
    isOn: true,
    metric: 'personal_volume',
    levels: [{ programme: 'standard', threshold: '0' }],
    reset: null,
  };
  const both = await Promise.all([1, 2].map(() => desk.shop.owner.put('/api/v1/ladder', { version, ladder })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});
