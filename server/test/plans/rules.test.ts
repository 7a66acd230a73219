import type { Ask, Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Rule = Out<'rules.save'>;
type Detail = Out<'rules.read'>;
type List = Out<'rules.list'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

let desk: DeskWorld;
let shop: TestMerchant;

const form = (given: Partial<Ask<'rules.add'>['body']> = {}) => ({
  layer: 'sales_match' as const,
  rate: { percent: '12' },
  ...given,
});
const rules = '/api/v1/rules';
const list = async (query = '') => (await shop.owner.get<List>(`${rules}${query}`)).body;
const add = (given: object) => shop.owner.post<Rule & Problem>(rules, form(given));
const read = async (id: string) => (await shop.owner.get<Detail>(`${rules}/${id}`)).body;

const MINUTE = 60_000;
const pass = (ms: number) => desk.server.clock.setOffset(desk.server.clock.offset + ms);
const ago = (ms: number) => new Date(desk.server.clock.now() - ms).toISOString();

/** Records and settles a sale of one cup; answers the rule that won it. */
async function sell(id: string, subId: string, paidAt = ago(0)): Promise<string | null | undefined> {
  await desk.sale(id, { promoter: 'LIN', subId, lines: [{ sku: 'CUP', quantity: 1, price: '100.00' }] }, paidAt);
  const sql = `SELECT l.rule FROM commission_line l JOIN commission c ON c.merchant_id = l.merchant_id AND c.id = l.commission_id
    JOIN sale s ON s.merchant_id = c.merchant_id AND s.id = c.sale_id WHERE s.merchant_id = ? AND s.outside_id = ?`;
  return (await desk.server.db.read.rows<{ rule: string | null }>(sql, [shop.id, id]))[0]?.rule;
}

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  await desk.promoter('LIN');
  await desk.promoter('SU', { name: '苏沐' });
  await shop.owner.post('/api/v1/categories', { id: 'tea', name: '茶叶' });
  await shop.owner.post('/api/v1/products', {
    ...{ sku: 'LONGJING', stock: 5, name: '明前龙井', subtitle: '', description: '', specification: '' },
    ...{ category: 'tea', price: '398.00', pictures: [], onShelf: true },
  });
});
afterAll(() => desk.server.stop());

test('a rule is added and reads as a sentence in pieces, with the names of what it lists', async () => {
  const added = await add({
    id: 'SU-TEA',
    layer: 'individual',
    name: '苏沐茶叶',
    promoters: ['SU'],
    when: { skus: ['LONGJING'], categories: ['tea'] },
    rate: { fixed: '5.00', per: 'unit' },
  });
  expect(added.status).toBe(201);
  expect(added.body).toMatchObject({
    id: 'SU-TEA',
    priority: 100,
    promoters: ['SU'],
    sentence: '对苏沐，明前龙井、茶叶类付',
    rateText: '¥5.00 / 件',
    state: 'running',
    version: 1,
    names: { promoters: { SU: '苏沐' }, skus: { LONGJING: '明前龙井' } },
    findings: [],
  });
  expect(added.body.parts).toContainEqual({ token: 'promoters', text: '苏沐' });
  const english = await shop.owner.get<Detail>(`${rules}/SU-TEA`, { 'accept-language': 'en' });
  expect(english.body).toMatchObject({ sentence: 'For 苏沐, pays on 明前龙井, 茶叶', rateText: '¥5.00 / piece' });
  expect((await add({ id: 'SU-TEA' })).body.code).toBe('rule-exists');
});

test('days of a window are those of the merchant, and the window says where the rule stands', async () => {
  const coming = await add({ id: 'COMING', from: '2031-11-01', to: '2031-11-13', when: { country: ['JP'] } });
  expect(coming.body).toMatchObject({
    from: '2031-10-31T16:00:00.000Z',
    to: '2031-11-12T16:00:00.000Z',
    state: 'coming',
    sentence: '11月1日–11月12日，国家 JP，整单付',
  });
  const over = await add({ id: 'OVER', to: '2020-01-01', when: { country: ['KR'] } });
  expect(over.body.state).toBe('over');
  expect(over.body.findings.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
    ['window-in-past', 'warning', '/to'],
  ]);
  expect((await list()).data.map(({ id }) => id)).not.toContain('OVER');
  expect((await list('?show=all&state=over')).data.map(({ id }) => id)).toEqual(['OVER']);
});

test('what a layer cannot have is refused with the place in the form', async () => {
  const wrong = await add({
    layer: 'individual',
    promoters: ['NOBODY'],
    groups: ['GOLD'],
    scope: 'order',
    from: '2031-02-01',
    to: '2031-02-01',
    when: { coupons: ['X'], campaign: 'FALL' },
  });
  expect([wrong.status, wrong.body.code]).toEqual([422, 'unsafe-rules']);
  expect(wrong.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual(
    [
      '/groups groups-not-taken',
      '/groups/0 unknown-group',
      '/promoters/0 unknown-promoter',
      '/scope scope-not-taken',
      '/to window-empty',
      '/when/campaign condition-not-taken',
      '/when/campaign unknown-campaign',
      '/when/coupons condition-not-taken',
    ].sort(),
  );
  expect(wrong.body.errors?.find(({ pointer }) => pointer === '/when/coupons')?.detail).toBe(
    '这条规则 只能按商品或品类设条件，不能按券。',
  );
  const digits = await add({ rate: { fixed: '1.234', per: 'order' }, when: { amount: { from: '0.001', to: null } } });
  expect([digits.status, digits.body.code]).toEqual([422, 'invalid-request']);
  expect(digits.body.errors?.map(({ pointer }) => pointer).sort()).toEqual(['/rate/fixed', '/when/amount/from']);
  expect((await add({ layer: 'group' })).body.errors?.[0]).toMatchObject({ pointer: '/groups' });
});

test('no rule is added under an id that an address cannot carry', async () => {
  for (const id of ['.', '..', ' R', '']) {
    const answer = await add({ id });
    expect([answer.status, answer.body.errors?.[0]?.code], JSON.stringify(id)).toEqual([422, 'invalid-id']);
  }
});

test('a product that the catalogue lacks is a warning that names the rule', async () => {
  const added = await add({ id: 'NEW-TEA', name: '新茶', when: { skus: ['NOT-YET'], subId: 'a' } });
  expect(added.status).toBe(201);
  expect(added.body.findings).toEqual([
    expect.objectContaining({
      severity: 'warning',
      code: 'unknown-sku',
      text: '「新茶」用到的 SKU NOT-YET 不在商品目录里。',
      pointer: '/when/skus/0',
    }),
  ]);
  expect((await list()).findings.map(({ code }) => code)).toContain('unknown-sku');
});

test('a draft is checked before it is saved, and nothing is kept of it', async () => {
  const before = (await list('?show=all')).counts.all;
  const changes = [
    { kind: 'rule', rule: form({ name: '甲', when: { subId: 'check' }, rate: { percent: '120' } }) },
    { kind: 'rule', rule: form({ name: '乙', layer: 'group', groups: ['SILVER'] }) },
    { kind: 'groups', groups: { isOn: true, groups: [{ id: 'SILVER', name: '银牌组', auto: null }] } },
  ];
  const checked = await shop.owner.post<Out<'rules.check'>>('/api/v1/rule-book/check', { changes });
  expect(checked.status).toBe(200);
  expect(checked.body.findings).toContainEqual(
    expect.objectContaining({ code: 'total-above-whole', pointer: '/changes/0/rule/rate', severity: 'warning' }),
  );
  expect(checked.body.findings.map(({ code }) => code)).not.toContain('unknown-group');
  expect((await list('?show=all')).counts.all).toBe(before);
  const wrong = [{ kind: 'rule', rule: form({ rate: { fixed: '1.234', per: 'unit' } }) }];
  const refused = await shop.owner.post<Problem>('/api/v1/rule-book/check', { changes: wrong });
  expect(refused.body.errors?.[0]?.pointer).toBe('/changes/0/rule/rate/fixed');
});

test('a save makes a new version; one who edited an older one is told so; the layer stays', async () => {
  await add({ id: 'EDITED', when: { subId: 'edited' } });
  const path = `${rules}/EDITED`;
  const changed = form({ rate: { percent: '13' }, when: { subId: 'edited' } });
  const saved = await shop.owner.put<Rule>(path, { ...changed, version: 1, note: '旺季上调' });
  expect(saved.body).toMatchObject({ version: 2, rateText: '13%' });
  const late = await shop.owner.put<Problem>(path, { ...changed, version: 1 });
  expect([late.status, late.body.code]).toEqual([409, 'changed-meanwhile']);
  const moved = await shop.owner.put<Problem>(path, { ...changed, layer: 'group', groups: [], version: 2 });
  expect(moved.body.errors?.[0]).toMatchObject({ pointer: '/layer' });
  const both = [3, 4].map((percent) =>
    shop.owner.put<Rule>(path, { ...changed, rate: { percent: String(percent) }, version: 2 }),
  );
  expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 409]);
  const versions = (await read('EDITED')).versions.slice(1);
  expect(versions.map(({ version, rateText, note, savedBy }) => [version, rateText, note, savedBy])).toEqual([
    [2, '13%', '旺季上调', 'Owner'],
    [1, '12%', '', 'Owner'],
  ]);
});

test('a rule decides what is paid after it was added, and not what is paid after it was ended', async () => {
  const before = ago(MINUTE);
  await add({ id: 'TIMED', when: { subId: 'timed' }, rate: { percent: '20' } });
  pass(MINUTE);
  expect(await sell('T1', 'timed', before)).toBe('programme:standard');
  expect(await sell('T2', 'timed')).toBe('TIMED');
  pass(MINUTE);
  const running = ago(MINUTE / 2);
  const ended = await shop.owner.post<Rule>(`${rules}/TIMED/end`, { version: 1, note: '活动结束' });
  expect(ended.body).toMatchObject({ state: 'ended', version: 2 });
  expect(ended.body.endedAt).not.toBeNull();
  pass(MINUTE);
  expect(await sell('T3', 'timed')).toBe('programme:standard');
  expect(await sell('T4', 'timed', running)).toBe('TIMED');
  const story = await read('TIMED');
  expect(story.won).toEqual({ lines: 2, orders: 2, base: '200.00', amount: '40.00' });
  expect(story.versions[0]).toMatchObject({ ended: true, note: '活动结束', rateText: '20%' });
});

test('ranking puts a rule before another with the fewest changes, and the order decides', async () => {
  for (const [id, priority] of [
    ['RANK-A', 50],
    ['RANK-B', 60],
    ['RANK-C', 70],
  ] as const)
    await add({ id, priority, when: { subId: 'ranked' } });
  pass(MINUTE);
  expect(await sell('K1', 'ranked')).toBe('RANK-A');
  const order = async () => (await list('?q=RANK')).data.map(({ id }) => id);
  expect(await order()).toEqual(['RANK-A', 'RANK-B', 'RANK-C']);
  const ranked = await shop.owner.post<Out<'rules.rank'>>(`${rules}/RANK-C/rank`, { before: 'RANK-A' });
  expect(ranked.body.changed).toEqual([{ id: 'RANK-C', from: 70, to: expect.any(Number) }]);
  expect(await order()).toEqual(['RANK-C', 'RANK-A', 'RANK-B']);
  pass(MINUTE);
  expect(await sell('K2', 'ranked')).toBe('RANK-C');
  await shop.owner.post(`${rules}/RANK-C/rank`, { before: null });
  expect((await order()).at(-1)).toBe('RANK-C');
  const foreign = await shop.owner.post<Problem>(`${rules}/RANK-A/rank`, { before: 'SU-TEA' });
  expect(foreign.body.errors?.[0]).toMatchObject({ pointer: '/before' });
});

test('rules are found by layer, promoter, and by what they say', async () => {
  const ids = async (query: string) => (await list(query)).data.map(({ id }) => id);
  expect(await ids('?layer=individual')).toEqual(['SU-TEA']);
  expect(await ids('?promoter=SU')).toEqual(['SU-TEA']);
  expect(await ids('?promoter=NOBODY')).toEqual([]);
  expect(await ids('?q=苏沐')).toEqual(['SU-TEA']);
  expect(await ids('?q=龙井')).toEqual(['SU-TEA']);
  expect(await ids('?q=not-yet')).toEqual(['NEW-TEA']);
  await add({ id: 'FRESH', when: { customer: 'new', subId: 'fresh' } });
  expect(await ids('?q=新客')).toEqual(['FRESH']);
  const first = await list('?show=all&limit=2');
  const second = await list(`?show=all&limit=2&cursor=${first.nextCursor}`);
  expect(first.data).toHaveLength(2);
  expect(second.data[0]?.id).not.toBe(first.data[1]?.id);
  expect(first.counts.byLayer.sales_match + first.counts.byLayer.individual).toBe(first.counts.all);
});

test('who may only look does not write rules', async () => {
  const viewer = await shop.staff('viewer');
  expect((await viewer.get(rules)).status).toBe(200);
  expect((await viewer.post(rules, form())).status).toBe(403);
  expect((await viewer.post(`${rules}/EDITED/end`, {})).status).toBe(403);
});
