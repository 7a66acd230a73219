import type { Out } from '@fenrun/contracts';
import { percent } from '@fenrun/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskWorld, deskWorld, fen } from '../support/world-of-desk';

type List = Out<'commission.list'>;
type Detail = Out<'commission.read'>;
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let world: DeskWorld;

beforeAll(async () => {
  world = await deskWorld();
  await world.promoter('A', { name: '陈嘉' });
  await world.promoter('B', { name: '李，雷' });
  await world.rule('NEW', {
    when: { customer: 'new', amount: { from: fen(50_000), to: null } },
    rate: { kind: 'percent', percent: percent('14') },
  });
  await world.rule('ALL-TEA', { when: { categories: ['tea'] }, rate: { kind: 'percent', percent: percent('12') } });
  await world.rule('TEA-A', {
    layer: 'individual',
    promoters: [(await promoterId('A')) as string],
    rate: { kind: 'percent', percent: percent('13') },
  });
});
afterAll(() => world.server.stop());

async function promoterId(code: string) {
  const [row] = await world.server.db.read.rows<{ id: string }>(
    'SELECT id FROM promoter WHERE merchant_id = ? AND code = ?',
    [world.shop.id, code],
  );
  return row?.id;
}

const list = async (query = '') => {
  const answer = await world.shop.owner.get<List>(`/api/v1/commissions${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const one = async (order: string): Promise<List['data'][number]> => {
  const found = (await list(`?order=${order}`)).data[0];
  if (!found) throw new Error(`no commission of ${order}`);
  return found;
};
const read = async (id: string, lang = 'zh') =>
  (await world.shop.owner.get<Detail>(`/api/v1/commissions/${id}?lang=${lang}`)).body;

test('a commission in the list carries what a scenario expects, and what happens next', async () => {
  // The customer has bought before.
  await world.sale('O0', { promoter: 'B' }, world.daysAgo(40));
  await world.sale('O1', {
    promoter: 'A',
    discount: '15.55',
    lines: [
      { sku: 'TEA', name: '明前龙井', category: 'tea', quantity: 2, price: '398.00', discount: '40.00' },
      { sku: 'NUT', name: '每日坚果', category: 'food', quantity: 1, price: '98.00' },
    ],
  });
  const row = await one('O1');
  expect(row).toMatchObject({
    order: 'O1',
    promoter: 'A',
    promoterName: '陈嘉',
    kind: 'direct',
    currency: 'CNY',
    status: 'pending',
    title: '明前龙井',
    pieces: 3,
    rate: '12%，13%',
  });
  expect(row.lines.map(({ sku, rule, layer, base, amount }) => [sku, rule, layer, base, amount])).toEqual([
    ['TEA', 'ALL-TEA', 'sales_match', '742.23', '89.07'],
    ['NUT', 'TEA-A', 'individual', '96.22', '12.51'],
  ]);
  expect([row.amount, row.net, row.base]).toEqual(['101.58', '101.58', '838.45']);
  expect(row.next).toMatch(/^收货满 7 天成熟，最迟 \d+月\d+日$/);
});

test('the trace names every candidate of every layer in words, and the multiplication as it was rounded', async () => {
  const detail = await read((await one('O1')).id);
  const [tea] = detail.trace.lines;
  expect(tea?.breakdown).toEqual({
    price: '398.00',
    quantity: 2,
    goods: '796.00',
    lineDiscount: '-40.00',
    orderDiscountShare: '-13.77',
    tax: '0.00',
    shippingShare: '0.00',
    excluded: false,
    base: '742.23',
  });
  expect(tea?.candidates.map(({ sentence, rate, won, reasonText }) => [sentence, rate, won, reasonText])).toEqual([
    ['新客单笔满 ¥500，整单付', '14%', false, '这位客户是老客'],
    ['tea类付', '12%', true, '胜出：最先命中的一层'],
    ['对陈嘉，付', '13%', false, '上层已定'],
    ['标准计划，默认付', '10%', false, '上层已定'],
  ]);
  expect(tea?.computation).toBe('¥742.23 × 12% = 89.0676，四舍五入到分');
  expect(detail.orderTotal).toBe('838.45');
  expect(detail.trace.attribution).toBe('订单指定了推广码 A');
  expect(detail.sentence).toBe('tea按「tea类」的 12% 计，food按你的专属比例的 13% 计；优惠 ¥15.55 已分摊到每件。');
  expect(detail.steps.map(({ step, state }) => `${step}:${state}`)).toEqual([
    'earned:done',
    'matured:now',
    'approved:next',
    'paid:next',
  ]);
  expect(detail.can).toEqual({ approve: true, reject: true, adjust: true, reasonToApprove: true });
  const english = await read(detail.id, 'en');
  expect(english.trace.lines[0]?.computation).toBe('¥742.23 × 12% = 89.0676, rounded to 0.01');
  expect(english.sentence).toBe(
    'Tea at 12% (tea), food at 13% (your own rate); the discount of ¥15.55 is shared over all items.',
  );
});

test('a filter finds exactly what it names, page after page, and its totals agree', async () => {
  for (let index = 0; index < 7; index += 1)
    await world.sale(
      `F${index}`,
      {
        promoter: 'B',
        lines: [{ sku: 'CUP', name: '白瓷盖碗', category: 'ware', quantity: 1, price: `${20 + index}.00` }],
      },
      world.daysAgo(20 - index),
    );
  const seen: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await list(`?sku=CUP&limit=3${cursor && `&cursor=${cursor}`}`);
    seen.push(...page.data.map(({ order }) => order));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['F6', 'F5', 'F4', 'F3', 'F2', 'F1', 'F0']);
  expect((await list('?sku=CUP&sort=amount&limit=2')).data.map(({ amount }) => amount)).toEqual(['2.60', '2.50']);
  expect((await list('?promoter=B&sort=oldest')).data[0]?.order).toBe('O0');
  expect((await list('?q=CUP&limit=1')).data[0]?.order).toBe('F6');
  expect((await list('?q=陈嘉')).data.map(({ order }) => order)).toEqual(['O1']);
  expect((await list('?promoter=nobody')).data).toEqual([]);
  expect((await list('?amountFrom=2.50&amountTo=2.60')).data.map(({ order }) => order)).toEqual(['F6', 'F5']);
  const day = (count: number) => world.daysAgo(count).slice(0, 10);
  expect((await list(`?sku=CUP&from=${day(17)}&to=${day(15)}`)).data.length).toBe(2);
  const totals = await world.shop.owner.get<Out<'commission.totals'>>('/api/v1/commissions/totals?sku=CUP');
  expect(totals.body).toMatchObject({ count: 7, promoters: 1, amount: '16.10', net: '16.10' });
  const wrong = await world.shop.owner.get<Problem>('/api/v1/commissions?amountFrom=1.234&limit=1000');
  expect([wrong.status, wrong.body.code]).toEqual([422, 'invalid-request']);
});

test('a person decides: what is pending only with a reason, what a person decided not again', async () => {
  const { id } = await one('F6');
  const post = (path: string, body: object) =>
    world.shop.owner.post<Detail & Problem>(`/api/v1/commissions/${id}/${path}`, body);
  expect((await post('approve', {})).body.code).toBe('reason-required');
  const adjusted = await post('adjustments', { amount: '-0.60', reason: '价格有误' });
  expect([adjusted.status, adjusted.body.net, adjusted.body.adjustments[0]?.by]).toEqual([201, '2.00', 'Owner']);
  expect((await post('adjustments', { amount: '-2.01', reason: 'x' })).body.code).toBe('below-zero');
  expect((await post('adjustments', { amount: '0', reason: 'x' })).body.code).toBe('invalid-amount');
  expect((await post('adjustments', { amount: '1.00' })).body.code).toBe('reason-required');
  const approved = await post('approve', { reason: '老客户' });
  expect(approved.body).toMatchObject({ status: 'approved', decidedBy: 'Owner', next: '可提现', reason: '老客户' });
  const again = await post('reject', { reason: '错了' });
  expect([again.status, again.body.code]).toEqual([409, 'decision-final']);
  expect((await world.shop.owner.post<Problem>('/api/v1/commissions/nobody/approve')).body.code).toBe(
    'unknown-commission',
  );
});

test('what matured waits for a person with its reason, and all that match are decided at once', async () => {
  await world.settings({
    approval: { default: 'manual', rules: [{ when: { amount: { from: null, to: 220 } }, outcome: 'review' }] },
  });
  await world.days(30);
  const waiting = await list('?status=in_review&sort=waiting');
  expect(waiting.data.length).toBeGreaterThan(6);
  expect((await one('F0')).review).toEqual([{ code: 'rule', text: '佣金不满 ¥2.20', severity: 'review' }]);
  expect((await list('?review=rule')).data.map(({ order }) => order).sort()).toEqual(['F0', 'F1']);
  expect((await one('F5')).review[0]?.code).toBe('default_manual');
  const selection = { decision: 'approve', filter: { sku: 'CUP' } };
  const preview = await world.shop.owner.post<Out<'commission.previewDecisions'>>(
    '/api/v1/commissions/decisions/preview',
    selection,
  );
  expect(preview.body).toMatchObject({
    count: 6,
    net: '13.50',
    byPromoter: [{ promoter: 'B', count: 6 }],
    leftOut: [],
  });
  const key = { 'idempotency-key': 'many-1' };
  const decided = await world.shop.owner.post('/api/v1/commissions/decisions', selection, key);
  expect(decided.body).toEqual({ count: 6, net: '13.50', leftOut: [] });
  expect((await world.shop.owner.post('/api/v1/commissions/decisions', selection, key)).body).toEqual(decided.body);
  const ids = (await list('?sku=CUP&limit=2')).data.map(({ id }) => id);
  const named = { decision: 'reject', ids: [...ids, 'nobody'], reason: '测试' };
  const left = await world.shop.owner.post<Out<'commission.decide'>>('/api/v1/commissions/decisions', named);
  expect(left.body.leftOut.map(({ code }) => code).sort()).toEqual([
    'decision-final',
    'decision-final',
    'unknown-commission',
  ]);
  const both = await world.shop.owner.post<Problem>('/api/v1/commissions/decisions', { ...selection, ids });
  expect(both.body.errors).toMatchObject([{ code: 'ids-or-filter' }]);
});

test('a viewer reads and decides nothing, and another merchant sees nothing', async () => {
  const viewer = await world.shop.staff('viewer');
  const { id } = await one('O1');
  expect((await viewer.get(`/api/v1/commissions/${id}`)).status).toBe(200);
  expect((await viewer.post(`/api/v1/commissions/${id}/approve`)).status).toBe(403);
  const other = await world.server.merchant('other');
  const foreign = await other.owner.get<Problem>(`/api/v1/commissions/${id}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'unknown-commission']);
  expect((await other.owner.get<List>('/api/v1/commissions')).body.data).toEqual([]);
});

test('the promoter sees the same in plain words, and nothing of others', async () => {
  const member = await world.shop.member();
  await world.promoter('M', { name: '林小满', memberId: member.id });
  await world.sale('M1', {
    promoter: 'M',
    lines: [{ sku: 'CUP', name: '白瓷盖碗', category: 'ware', quantity: 2, price: '20.00' }],
  });
  await world.sale('M2', { promoter: 'M' });
  await world.refund('RM1', 'M1', { lines: [{ sku: 'CUP', quantity: 1 }] });
  const own = await member.client.get<Out<'commission.memberList'>>('/api/v1/member/commissions');
  expect(own.body.data.map(({ order, next, stepsDone, net }) => [order, next, stepsDone, net])).toEqual([
    ['M1', '待顾客收货', 1, '2.00'],
    ['M2', '待顾客收货', 1, '24.00'],
  ]);
  const [first] = own.body.data;
  const whole = await member.client.get<Out<'commission.memberRead'>>(`/api/v1/member/commissions/${first?.id}`);
  expect(whole.body).toMatchObject({
    why: '按你「标准计划」的 10% 计。',
    lines: [{ computation: '¥40.00 × 10%', amount: '4.00', net: '2.00' }],
    adjustments: [{ amount: '-2.00', text: '顾客退货' }],
    from: '订单写了你的推广码',
    reason: null,
  });
  expect(whole.body.headline).toMatch(
    /^待结算，顾客收货满 7 天过售后期，最迟 \d+ 月 \d+ 日。之后商户审核，通过就能提现。$/,
  );
  expect(whole.body.steps.map(({ label, state }) => `${label}:${state}`)).toEqual([
    '已获得:done',
    '过售后期:now',
    '审核:next',
    '到账:next',
  ]);
  const foreign = await member.client.get<Problem>(`/api/v1/member/commissions/${(await one('O1')).id}`);
  expect([foreign.status, foreign.body.code]).toEqual([404, 'unknown-commission']);
});

test('what the cap took is told to the shop and to the promoter, with the amount before it', async () => {
  const member = await world.shop.member();
  await world.promoter('CAP', { name: '周禾', memberId: member.id });
  await world.settings({ maxCommissionPercent: percent('3') });
  const lines = [{ sku: 'CUP', name: '白瓷盖碗', category: 'ware', quantity: 2, price: '20.00' }];
  await world.sale('CAP1', { promoter: 'CAP', lines });
  await world.sale('CAP2', { promoter: 'CAP', type: 'manual', commission: '30.00', lines });
  await world.settings({ maxCommissionPercent: percent('100') });
  const own = async (order: string) => {
    const { id } = await one(order);
    const seen = await member.client.get<Out<'commission.memberRead'>>(`/api/v1/member/commissions/${id}`);
    expect(seen.body.why).toBe((await read(id)).sentence);
    return seen.body;
  };
  expect(await own('CAP1')).toMatchObject({
    why: '按你「标准计划」的 10% 计；超出上限 3% 的 ¥2.80 不计。',
    lines: [{ computation: '¥40.00 × 10%，上限截掉 ¥2.80', amount: '1.20' }],
  });
  expect((await own('CAP2')).why).toBe('商户录入这一单时指定了 ¥30.00；超出上限 3% 的 ¥28.80 不计。');
});

test('rules that are long over do not crowd out those that held from what the promoter reads', async () => {
  const member = await world.shop.member();
  await world.promoter('CROWD', { name: '安宁', memberId: member.id });
  for (let index = 0; index < 31; index++)
    await world.rule(`OVER-${index}`, { priority: 1, window: { from: null, to: 1 } });
  await world.rule('YONDER', { when: { country: ['US'] } });
  await world.sale('CROWD1', { promoter: 'CROWD', country: 'CN' });
  const { id } = await one('CROWD1');
  const seen = await member.client.get<Out<'commission.memberRead'>>(`/api/v1/member/commissions/${id}`);
  expect(seen.body.others).toHaveLength(30);
  expect(seen.body.others.map(({ sentence }) => sentence)).toContain('国家 US，整单付');
});
