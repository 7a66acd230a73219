import type { Ask, Out } from '@fenrun/contracts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestMerchant } from '../support/harness';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

type Trial = Out<'trials.order'>;
type Order = Ask<'trials.order'>['body']['order'];
interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}

let desk: DeskWorld;
let shop: TestMerchant;

const product = (sku: string, name: string, category: string, price: string) => ({
  ...{ sku, name, category, price, stock: 9, subtitle: '', description: '', specification: '' },
  ...{ pictures: [], onShelf: true },
});

const order = (given: Partial<Order> = {}): Order => ({
  promoter: 'CHEN',
  customer: 'returning',
  lines: [
    { sku: 'LONGJING', quantity: 2 },
    { sku: 'NUTS', quantity: 1 },
  ],
  discount: '70.00',
  ...given,
});

const path = '/api/v1/trials/order';
const tried = async (given: Partial<Order> = {}, changes: unknown[] = []) => {
  const answer = await shop.owner.post<Trial & Problem>(path, { order: order(given), changes });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
};
const refused = async (given: Partial<Order>) => {
  const answer = await shop.owner.post<Problem>(path, { order: order(given) });
  expect(answer.status).toBe(422);
  return answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`);
};

const rule = (id: string, given: object) =>
  shop.owner.post('/api/v1/rules', { id, layer: 'sales_match', rate: { percent: '15' }, ...given });

beforeAll(async () => {
  desk = await deskWorld();
  shop = desk.shop;
  await shop.owner.post('/api/v1/categories', { id: 'tea', name: '茶叶' });
  await shop.owner.post('/api/v1/categories', { id: 'food', name: '坚果' });
  await shop.owner.post('/api/v1/products', product('LONGJING', '明前龙井', 'tea', '398.00'));
  await shop.owner.post('/api/v1/products', product('NUTS', '每日坚果', 'food', '168.00'));
  const inviterId = await desk.promoter('LIN', { name: '林晓雯' });
  await desk.promoter('CHEN', { name: '陈嘉', inviterId });
  await rule('COUPON', { when: { coupons: ['QIUCHA20'] } });
  await rule('NEW', { when: { customer: 'new', amount: { from: '500.00', to: null } }, rate: { percent: '14' } });
  await rule('SOON', { from: '2031-11-20', when: { skus: ['LONGJING'] } });
  await rule('TEA', {
    layer: 'individual',
    promoters: ['CHEN'],
    when: { categories: ['tea'] },
    rate: { percent: '12' },
  });
  await rule('SU', { layer: 'individual', promoters: ['LIN'] });
});
afterAll(() => desk.server.stop());

test('a hypothetical order is decided with what each line earns, and nothing is kept', async () => {
  const trial = await tried();
  expect(trial).toMatchObject({ total: '104.16', paid: '894.00', share: '11.7%', cap: '100%' });
  expect(trial.payees).toHaveLength(1);
  expect(trial.payees[0]).toMatchObject({ promoter: 'CHEN', promoterName: '陈嘉', kind: 'direct', amount: '104.16' });
  const lines = trial.payees[0]?.lines ?? [];
  expect(lines.map(({ name, base, rate, rule: won, amount }) => [name, base, rate, won, amount])).toEqual([
    ['明前龙井', '738.20', '12%', 'TEA', '88.58'],
    ['每日坚果', '155.80', '10%', 'programme:standard', '15.58'],
  ]);
  expect(trial.remarks).toEqual(['邀请人林晓雯：邀请佣金没有开启']);
  expect(trial.sentence).toContain('12%');
  expect(trial.trace.lines[0]?.winner).toMatchObject({ rule: 'TEA', won: true, sentence: '对陈嘉，茶叶类付' });
  const rows = await desk.server.db.read.rows('SELECT id FROM sale WHERE merchant_id = ?', [shop.id]);
  expect(rows).toEqual([]);
});

test('every rule that was looked at has a verdict in a few words', async () => {
  const { verdicts } = await tried();
  expect(verdicts).toEqual({
    COUPON: { won: false, text: '没用这张券' },
    NEW: { won: false, text: '是老客' },
    SOON: { won: false, text: '付款时还没开始' },
    TEA: { won: true, text: '茶叶行用这条' },
    'programme:standard': { won: true, text: '坚果行用这条' },
  });
  const used = await tried({ coupons: ['qiucha20'] });
  expect(used.verdicts['COUPON']).toEqual({ won: true, text: '用这条' });
  expect(used.verdicts['TEA']).toEqual({ won: false, text: '上层已定' });
  expect(used.remarks).toContain('没有登记券 qiucha20');
  const small = await tried({ customer: 'new', lines: [{ sku: 'NUTS', quantity: 1 }], discount: '0' });
  expect(small.verdicts['NEW']).toEqual({ won: false, text: '单笔 ¥168，不在范围内' });
});

test('an order ahead of time meets the rules of its day', async () => {
  const trial = await tried({ paidAt: '2031-12-01T10:00:00+08:00' });
  expect(trial.verdicts['SOON']).toMatchObject({ won: true });
});

test('a rule that was added after the payment says that it had not begun', async () => {
  const paidAt = new Date(Date.now() - 86_400_000).toISOString();
  const trial = await tried({ paidAt, coupons: ['QIUCHA20'] });
  expect(trial.verdicts['COUPON']).toEqual({ won: false, text: '付款时还没开始' });
  expect(trial.trace.lines[0]?.candidates.find((one) => one.rule === 'COUPON')?.reasonText).toContain('规则还没开始');
});

test('changes of the book are tried before they are saved', async () => {
  const changes = [
    { kind: 'rule', id: 'TEA', rule: { layer: 'individual', promoters: ['CHEN'], rate: { percent: '20' } } },
    { kind: 'rule', id: 'COUPON', rule: null },
    { kind: 'rule', rule: { layer: 'group', groups: ['GOLD'], rate: { percent: '30' } } },
  ];
  const trial = await tried({ coupons: ['QIUCHA20'] }, changes);
  expect(trial.total).toBe('178.80');
  expect(Object.keys(trial.verdicts)).not.toContain('COUPON');
  expect((await tried()).total).toBe('104.16');
});

test('a campaign that is still a draft is tried with its reward and the rules that ask for it', async () => {
  const changes = [
    { kind: 'campaign', id: 'FALL', campaign: { name: '秋茶', bonus: { kind: 'per_order', amount: '5.00' } } },
    { kind: 'rule', rule: { layer: 'sales_match', when: { campaign: 'FALL' }, rate: { percent: '19' } } },
  ];
  const trial = await tried({ campaign: 'FALL', lines: [{ sku: 'NUTS', quantity: 1 }], discount: '0' }, changes);
  expect(trial.payees.map(({ kind, amount }) => [kind, amount])).toEqual([
    ['direct', '31.92'],
    ['bonus', '5.00'],
  ]);
  expect(await refused({ campaign: 'FALL' })).toEqual(['/order/campaign unknown-value']);
});

test('inviters, the cap and an own purchase are told', async () => {
  const settings = (await shop.owner.get<Out<'plans.settings'>>('/api/v1/settings')).body.settings;
  const capped = {
    kind: 'settings',
    settings: { ...settings, maxCommissionPercent: '11', network: { basis: 'sale', levels: ['5'] } },
  };
  const trial = await tried({}, [capped]);
  expect(trial.payees.map(({ kind, promoter }) => [kind, promoter])).toEqual([
    ['direct', 'CHEN'],
    ['network', 'LIN'],
  ]);
  expect(trial.cap).toBe('11%');
  expect(trial.remarks.filter((remark) => remark.startsWith('上限 11%'))).toHaveLength(2);
  expect(trial.sentence).toMatch(/；超出上限 11% 的 ¥[\d.]+ 不计。$/);
  const own = await tried({ self: true });
  expect(own).toMatchObject({ total: '0.00', payees: [], sentence: null });
  expect(own.trace.nothing).toBe('推广员自己购买，不计佣金');
  const nobody = await tried({ promoter: null });
  expect(nobody.trace.nothing).toBe('订单没有归属');
});

test('an amount set by hand goes before all rules', async () => {
  const trial = await tried({ type: 'manual', commission: '50.00', discount: '0' });
  expect(trial).toMatchObject({ total: '50.00', sentence: '商户录入这一单时指定了 ¥50.00。' });
  expect(trial.verdicts['TEA']).toEqual({ won: false, text: '人工指定了金额' });
});

test('what does not fit is named by its place', async () => {
  expect(await refused({ promoter: 'NOBODY' })).toEqual(['/order/promoter unknown-promoter']);
  expect(await refused({ lines: [{ sku: 'UNKNOWN', quantity: 1 }] })).toEqual(['/order/lines/0/price required']);
  expect(await refused({ discount: '5000.00' })).toEqual(['/order/discount discount-too-large']);
  expect(await refused({ commission: '5.00' })).toEqual(['/order/commission only-manual']);
  expect(await refused({ sequence: 2, campaign: 'FALL' })).toEqual([
    '/order/campaign unknown-value',
    '/order/sequence only-recurring',
  ]);
  const viewer = await shop.staff('viewer');
  expect((await viewer.post(path, { order: order() })).status).toBe(200);
});
