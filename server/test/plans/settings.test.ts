import type { Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let tea: TestMerchant;
let oil: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  tea = await server.merchant('tea');
  oil = await server.merchant('oil', { currency: 'GBP', region: 'GB', timezone: 'Europe/London' });
});
afterAll(() => server.stop());

type Settings = Out<'plans.settings'>;
type Programme = Out<'plans.programme'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

const read = async (merchant: TestMerchant): Promise<Settings> =>
  (await merchant.owner.get<Settings>('/api/v1/settings')).body;

test('a new merchant begins with the defaults of the law', async () => {
  const { version, since, settings, warnings } = await read(tea);
  expect({ version, since, warnings }).toEqual({ version: 1, since: null, warnings: [] });
  expect(settings).toMatchObject({
    hold: { from: 'completed', days: 7 },
    approval: { default: 'manual', rules: [] },
    network: { levels: [] },
    selfPurchase: { mode: 'block' },
    attribution: { windowDays: 30, touch: 'last', binding: 'none' },
    payout: { minimum: '0.01', maximum: null },
    applications: { mode: 'reviewed', requireInvitation: false },
  });
});

test('a save makes a new version, and one who edited an older one is told so', async () => {
  const { settings } = await read(oil);
  const changed = { ...settings, hold: { from: 'paid' as const, days: 3 } };
  const saved = await oil.owner.put<Settings>('/api/v1/settings', { version: 1, settings: changed });
  expect(saved.status).toBe(200);
  expect(saved.body).toMatchObject({ version: 2, savedBy: 'Owner', settings: { hold: { from: 'paid', days: 3 } } });
  expect(saved.body.since).not.toBeNull();
  const late = await oil.owner.put<Problem>('/api/v1/settings', { version: 1, settings });
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
});

test('wrong settings are named field by field', async () => {
  const { version, settings } = await read(oil);
  const wrong = {
    ...settings,
    payout: { ...settings.payout, minimum: '1.005', maximum: '0.50' },
    attribution: { ...settings.attribution, binding: 'window', bindingDays: null },
    selfPurchase: {
      ...settings.selfPurchase,
      rates: { ...settings.selfPurchase.rates, skus: { 'A/B': { fixed: '1.234', per: 'unit' } } },
    },
  };
  const answer = await oil.owner.put<Problem>('/api/v1/settings', { version, settings: wrong });
  expect(answer.status).toBe(422);
  expect(answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(
    expect.arrayContaining([
      '/settings/payout/minimum invalid-amount',
      '/settings/attribution/bindingDays required',
      '/settings/selfPurchase/rates/skus/A~1B/fixed invalid-amount',
    ]),
  );
  expect((await read(oil)).version).toBe(version);
});

test('a rate for own purchases stands under something that can be a product’s id', async () => {
  const { version, settings } = await read(oil);
  const skus = {
    '': { percent: '2' },
    ' TEA': { percent: '2' },
    ['T'.repeat(65)]: { percent: '2' },
    TEA: { percent: '2' },
  };
  const { selfPurchase } = settings;
  const wrong = { ...settings, selfPurchase: { ...selfPurchase, rates: { ...selfPurchase.rates, skus } } };
  const answer = await oil.owner.put<Problem>('/api/v1/settings', { version, settings: wrong });
  expect([answer.status, answer.body.errors?.map(({ code }) => code)]).toEqual([
    422,
    ['invalid-id', 'invalid-id', 'invalid-id'],
  ]);
});

test('an approval rule names groups that there are', async () => {
  const { version, settings } = await read(oil);
  const rule = { when: { groups: ['nobody-has-it'] }, outcome: 'approve' as const };
  const wrong = { ...settings, approval: { ...settings.approval, rules: [rule] } };
  const answer = await oil.owner.put<Problem>('/api/v1/settings', { version, settings: wrong });
  expect(answer.status).toBe(422);
  expect(answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
    '/settings/approval/rules/0/when/groups/0 unknown-value',
  ]);
});

test('in mainland China two inviters are refused, and one wants the legal warning acknowledged', async () => {
  const { version, settings } = await read(tea);
  const paying = (levels: string[]) => ({ ...settings, network: { basis: 'sale' as const, levels } });
  const two = await tea.owner.put<Problem>('/api/v1/settings', { version, settings: paying(['5', '2']) });
  expect([two.status, two.body.code]).toEqual([422, 'too-many-levels']);
  const silent = await tea.owner.put<Problem>('/api/v1/settings', { version, settings: paying(['5']) });
  expect([silent.status, silent.body.code]).toEqual([422, 'acknowledgement-required']);
  expect(silent.body.errors?.[0]?.code).toBe('network-legal');
  const acknowledged = ['network-legal'];
  const saved = await tea.owner.put<Settings>('/api/v1/settings', { version, settings: paying(['5']), acknowledged });
  expect(saved.status).toBe(200);
  expect(saved.body.warnings.map(({ code, mustAcknowledge }) => [code, mustAcknowledge])).toEqual([
    ['network-legal', false],
  ]);
  const audit = await tea.owner.get<Out<'identity.audit'>>('/api/v1/audit?action=plans.acknowledge');
  expect(audit.body.data).toHaveLength(1);
});

test('elsewhere ten inviters may be paid', async () => {
  const { version, settings } = await read(oil);
  const levels = Array.from({ length: 10 }, () => '1');
  const saved = await oil.owner.put<Settings>('/api/v1/settings', {
    version,
    settings: { ...settings, network: { basis: 'sale', levels } },
  });
  expect(saved.status).toBe(200);
});

test('a programme is added, changed and read with its versions', async () => {
  const fields = {
    name: '进阶计划',
    rate: { percent: '12' },
    skus: [{ sku: 'TEA', rate: { fixed: '5.00', per: 'unit' } }],
    categories: [{ category: 'ware', rate: { percent: '8.5' } }],
    recurring: { mode: 'first_n', n: 3 },
  };
  const added = await tea.owner.post<Programme>('/api/v1/programmes', fields);
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    ...fields,
    version: 1,
    since: null,
    isDefault: false,
    active: true,
    promoters: 0,
  });
  const path = `/api/v1/programmes/${added.body.id}`;
  const changed = { ...fields, rate: { percent: '13' }, version: 1, note: '旺季上调' };
  expect((await tea.owner.put<Programme>(path, changed)).body).toMatchObject({ version: 2, rate: { percent: '13' } });
  const one = (await tea.owner.get<Programme>(path)).body;
  expect(one.versions.map(({ version, rate, note }) => [version, rate, note])).toEqual([
    [2, { percent: '13' }, '旺季上调'],
    [1, { percent: '12' }, ''],
  ]);
  expect((await tea.owner.put<Problem>(path, changed)).body.code).toBe('changed-meanwhile');
  const all = (await tea.owner.get<Out<'plans.programmes'>>('/api/v1/programmes')).body.data;
  expect(all.map(({ id, isDefault }) => [id, isDefault])).toEqual([
    ['standard', true],
    [added.body.id, false],
  ]);
});

test('special rates name each SKU once, and who may only look does not save', async () => {
  const rate = { percent: '5' };
  const twice = [
    { sku: 'A', rate },
    { sku: 'A', rate },
  ];
  const fields = { name: 'x', rate: null, skus: twice, categories: [], recurring: { mode: 'forever' } };
  const answer = await tea.owner.post<Problem>('/api/v1/programmes', fields);
  expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/skus/1/sku', code: 'already-exists' })]);
  const viewer = await tea.staff('viewer');
  expect((await viewer.post('/api/v1/programmes', { ...fields, skus: [] })).status).toBe(403);
  expect((await viewer.get('/api/v1/programmes')).status).toBe(200);
  expect((await oil.owner.get(`/api/v1/programmes/P2`)).status).toBe(404);
});
