import type { Out } from '@fenrun/contracts';
import { foldCoupon } from '@fenrun/engine';
import { DAY_MS, percent } from '@fenrun/kernel';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { insert } from '../../src/foundation/db';
import { couponTable } from '../../src/modules/attribution';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
type Plan = Out<'member.plan'>;
type Client = Awaited<ReturnType<DeskWorld['shop']['member']>>['client'];

beforeEach(async () => {
  await desk?.server.stop();
  desk = await deskWorld();
  await desk.settings({ hold: { from: 'paid', days: 0 }, approval: { default: 'auto', rules: [] } });
});
afterAll(() => desk.server.stop());

const promoter = async (code: string, given: object = {}) => {
  const member = await desk.shop.member();
  return { ...member, promoterId: await desk.promoter(code, { memberId: member.id, ...given }) };
};
const read = async (client: Client, lang = 'zh') =>
  (await client.get<Plan>('/api/v1/member/plan', { 'accept-language': lang })).body;
let sold = 0;
/** ¥200 a time, every time another customer. */
const sell = async (code: string, times: number) => {
  for (let time = 1; time <= times; time += 1) {
    sold += 1;
    await desk.sale(`M${sold}`, { promoter: code, customer: { id: `C${sold}` } });
  }
  await desk.days(0);
};
const programme = async (id: string, name: string, rate: string) => {
  const fields = { name, rate: { percent: rate }, skus: [], recurring: { mode: 'forever' } };
  const categories = [{ category: 'tea', rate: { percent: '20' } }];
  await desk.shop.owner.post('/api/v1/programmes', { id, ...fields, categories });
};
const rate = (of: string) => ({ kind: 'percent' as const, percent: percent(of) });

test('a promoter without anything else earns by the programme, and is told why', async () => {
  const anna = await promoter('ANNA');
  expect(await read(anna.client)).toEqual({
    rate: '10%',
    why: '你在「标准计划」。',
    rates: [],
    programmeName: '标准计划',
    ladder: null,
    group: null,
    bonuses: [],
    self: null,
    network: null,
  });
  expect((await read(anna.client, 'en')).why).toBe('You are on “标准计划”.');
  const guest = await desk.shop.member();
  expect((await guest.client.get('/api/v1/member/plan')).status).toBe(404);
});

test('the ladder says what was gathered, what is missing, and what the reset will do', async () => {
  const anna = await promoter('ANNA');
  await programme('advanced', '进阶计划', '12');
  const levels = [
    { programme: 'standard', threshold: '0' },
    { programme: 'advanced', threshold: '1000.00' },
  ];
  const ladder = { isOn: true, metric: 'personal_volume', levels, reset: null };
  await desk.shop.owner.put('/api/v1/ladder', { version: 0, ladder });
  await sell('ANNA', 3);
  const before = await read(anna.client);
  expect(before.ladder).toEqual({
    metricText: '自己带来的累计成交',
    value: '600.00',
    levels: [
      { name: '标准计划', rate: '10%', threshold: '0.00', state: 'here' },
      { name: '进阶计划', rate: '12%', threshold: '1000.00', state: 'ahead' },
    ],
    next: { share: 0.6, text: '再有 ¥400.00 自己带来的已审核成交，升到「进阶计划」，从下一单起按 12% 计。' },
    pinned: false,
    reset: null,
  });
  const day = new Date(desk.server.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const reset = { everyMonths: 2, day: 1, from: day, to: 'previous' };
  await desk.shop.owner.put('/api/v1/ladder', { version: 1, ladder: { ...ladder, reset } });
  await sell('ANNA', 2);
  const after = await read(anna.client);
  expect(after).toMatchObject({ rate: '12%', programmeName: '进阶计划' });
  expect(after.rates).toEqual([{ sentence: '进阶计划，tea类', rate: '20%', until: null }]);
  expect(after.ladder).toMatchObject({ metricText: '自己带来的本期成交', next: null });
  expect(after.ladder?.levels.map(({ state }) => state)).toEqual(['passed', 'here']);
  expect(after.ladder?.reset?.text).toMatch(/^本期到 \d+ 月 \d+ 日，之后退回「标准计划」，从 0 重新累计。$/);
  const english = (await read(anna.client, 'en')).ladder;
  expect(english?.reset?.text).toMatch(/then you go back to “标准计划” and counting begins anew\.$/);
});

test('rules that reach the promoter stand in the order in which they are tried; whom else they are for is not told', async () => {
  const anna = await promoter('ANNA');
  const ben = await promoter('BEN');
  await programme('special', '特别计划', '11');
  const until = desk.server.clock.now() + 10 * DAY_MS;
  const people = [anna.promoterId, ben.promoterId];
  await desk.rule('own-tea', {
    layer: 'individual',
    promoters: people,
    when: { categories: ['tea'] },
    rate: rate('30'),
  });
  await desk.rule('own-all', {
    layer: 'individual',
    promoters: people,
    rate: rate('25'),
    window: { from: null, to: until },
  });
  await desk.rule('new', { when: { customer: 'new' }, rate: rate('18') });
  await desk.rule('past', { when: { customer: 'new' }, rate: rate('19'), window: { from: null, to: 1 } });
  await desk.rule('others', { layer: 'individual', promoters: [ben.promoterId], rate: rate('40'), priority: 1 });
  await desk.rule('friends', { layer: 'group', groups: ['gold'], rate: rate('50') });
  const plan = await read(anna.client);
  expect(plan).toMatchObject({ rate: '25%' });
  expect(plan.why).toMatch(/^商户单独给你定的比例，到 \d+ 月 \d+ 日。$/);
  expect(plan.rates).toEqual([
    { sentence: '新客，整单', rate: '18%', until: null },
    { sentence: 'tea类', rate: '30%', until: null },
  ]);
  expect((await read(ben.client)).rate).toBe('40%');
});

test('a coupon that gives the sale to somebody else is not told, the own one is', async () => {
  const anna = await promoter('ANNA');
  const ben = await promoter('BEN');
  const coupon = (code: string, ownerId: string | null) => ({
    merchantId: desk.shop.id,
    ...{ code, foldedCode: foldCoupon(code), ownerId, discount: null, fromAt: null, toAt: null },
    ...{ useLimit: null, uses: 0, isActive: true, createdAt: desk.server.clock.now() },
  });
  const rows = [coupon('ANNA10', anna.promoterId), coupon('BEN10', ben.promoterId)];
  await desk.server.db.write((tx) => insert(tx, couponTable, rows));
  await desk.rule('a', { when: { coupons: ['ANNA10'] }, rate: rate('15') });
  await desk.rule('b', { when: { coupons: ['BEN10'] }, rate: rate('16') });
  expect((await read(anna.client)).rates).toMatchObject([{ rate: '15%' }]);
  expect((await read(ben.client)).rates).toMatchObject([{ rate: '16%' }]);
});

test('the next group shows each criterion, the group held its rate', async () => {
  const anna = await promoter('ANNA');
  const criteria = { orders: 4, customers: 2 };
  const groups = [
    { id: 'silver', name: '银牌组', auto: { join: 'all', compare: 'gte', criteria: { orders: 2 } } },
    { id: 'friends', name: '老友组', auto: null },
    { id: 'gold', name: '金牌组', auto: { join: 'any', compare: 'gt', criteria } },
  ];
  await desk.shop.owner.put('/api/v1/groups', { version: 1, groups: { isOn: true, groups } });
  await desk.rule('silver-14', { layer: 'group', groups: ['silver'], rate: rate('14') });
  expect((await read(anna.client)).group).toEqual({
    name: null,
    pinned: false,
    next: { name: '银牌组', criteria: [{ share: 0, text: '成交满 2 单，已有 0 单' }] },
  });
  await sell('ANNA', 2);
  const plan = await read(anna.client);
  expect(plan).toMatchObject({ rate: '14%', why: '你在「银牌组」，按这一组的比例。' });
  expect(plan.group).toEqual({
    name: '银牌组',
    pinned: false,
    next: {
      name: '金牌组',
      criteria: [
        { share: 0.5, text: '成交超过 4 单，已有 2 单' },
        { share: 1, text: '或者成交客户超过 2 位，已有 2 位' },
      ],
    },
  });
});

test('bonuses that run say when they end, those that can be reached how far they are', async () => {
  const anna = await promoter('ANNA');
  const steps = [
    { threshold: '400.00', window: 'trailing_30_days', rate: { percent: '12' }, days: 30 },
    { threshold: '1000.00', window: 'since_joining', rate: { percent: '15' }, days: null },
    { threshold: '800.00', window: 'last_month', rate: { percent: '14' }, days: 31 },
  ];
  await desk.shop.owner.put('/api/v1/tier-bonuses', { version: 0, tierBonuses: { metric: 'sales', steps } });
  const told = async () =>
    (await read(anna.client)).bonuses.map(({ sentence, rate: of, running, untilText, progress }) => ({
      sentence,
      rate: of,
      running,
      untilText,
      text: progress?.text ?? null,
    }));
  await sell('ANNA', 1);
  expect((await told()).slice(0, 2)).toEqual([
    {
      sentence: '近 30 天销售满 ¥400',
      rate: '12%',
      running: false,
      untilText: null,
      text: '近 30 天已审核 ¥200，还差 ¥200',
    },
    {
      sentence: '加入以来销售满 ¥1,000',
      rate: '15%',
      running: false,
      untilText: null,
      text: '累计已审核 ¥200，还差 ¥800',
    },
  ]);
  expect((await told())[2]?.text).toMatch(/^本月已审核 ¥200，还差 ¥600，够了 \d+ 月 1 日起生效$/);
  await sell('ANNA', 1);
  const plan = await read(anna.client);
  expect(plan.rate).toBe('12%');
  expect(plan.why).toMatch(/^达标奖励：近 30 天销售满 ¥400，到 \d+ 月 \d+ 日。$/);
  expect((await told())[0]).toMatchObject({ running: true, text: null });
  expect((await told())[0]?.untilText).toMatch(/^\d+ 月 \d+ 日结束$/);
  await sell('ANNA', 3);
  expect((await read(anna.client)).rate).toBe('15%');
  expect((await told()).filter(({ running }) => running).map(({ untilText }) => untilText)).toContain('一直有效');
  expect((await told()).at(-1)?.text).toMatch(/^本月已审核 ¥1,000，\d+ 月 1 日起生效$/);
});

test('own purchases and partners’ sales are said in one sentence each', async () => {
  const anna = await promoter('ANNA');
  const rates = { default: rate('5'), skus: { TEA: rate('6') }, categories: {}, campaigns: {} };
  const selfPurchase = { mode: 'rebate', rates, payNetwork: false, countInMetrics: false };
  await desk.settings({ selfPurchase, network: { basis: 'sale', levels: [percent('3')] } });
  expect(await read(anna.client)).toMatchObject({
    self: '自己买返 5%，部分商品另有比例。',
    network: '你邀请的伙伴成交，你再得计佣金额的 3%。',
  });
  expect(await read(anna.client, 'en')).toMatchObject({
    self: 'Your own purchases earn 5%; some products differ.',
    network: 'When a partner whom you invited sells, you earn 3% of the base.',
  });
});
