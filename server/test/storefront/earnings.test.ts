import type { Out } from '@fenrun/contracts';
import { minor, percent } from '@fenrun/kernel';
import type { HttpClient } from '@fenrun/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { onTimeline } from '../../src/flows/timeline/on-timeline';
import { savePlans } from '../../src/modules/plans';
import { addProduct } from '../../src/modules/storefront';
import { type DeskWorld, deskWorld } from '../support/world-of-desk';

let desk: DeskWorld;
let anna: HttpClient;
type Product = Out<'storefront.shopProduct'>;
type Share = Out<'attribution.share'>;

const DAY_MS = 86_400_000;
const product = (name: string, price: number) => ({
  ...{ name, subtitle: '', description: '', specification: '', category: null, pictures: [], isOnShelf: true },
  price: minor(price),
});
const per = (rate: string) => ({ kind: 'percent' as const, percent: percent(rate) });
const read = async (sku: string, lang = 'zh') =>
  (await anna.get<Product>(`/api/v1/member/products/${sku}`, { 'accept-language': lang })).body;
/** The midnight that ends the fifth day from now. */
const end = () => desk.server.clock.now() - (desk.server.clock.now() % DAY_MS) + 5 * DAY_MS - 8 * 3_600_000;

beforeAll(async () => {
  desk = await deskWorld();
  const member = await desk.shop.member();
  anna = member.client;
  await desk.promoter('ANNA', { memberId: member.id, name: '安娜' });
  const { db, clock } = desk.server;
  await db.write(async (tx) => {
    for (const [sku, price] of [
      ['TEA', 26_800],
      ['CUP', 10_000],
      ['HONEY', 5_000],
      ['RARE', 8_000],
    ] as const)
      await addProduct(tx, { merchantId: desk.shop.id, sku }, product(sku, price), 10, clock.now());
  });
  await onTimeline(desk.lines, desk.shop.id, async (tx, _, now) => {
    const window = { from: null, to: end() };
    const winter = { name: '冬日茶席', text: '', image: null, window, skus: ['TEA'], categories: [], bonus: null };
    const bonus = { kind: 'per_order' as const, amount: minor(500) };
    const cups = { name: '喝茶用好盏', text: '', image: null, window, skus: ['CUP'], categories: [], bonus };
    const plans = [
      { kind: 'campaign' as const, code: 'winter', doc: winter, holdsFrom: now },
      { kind: 'campaign' as const, code: 'cups', doc: cups, holdsFrom: now },
    ];
    await savePlans(tx, desk.shop.id, plans, null, now);
    return {};
  });
  await desk.rule('WINTER', { when: { campaign: 'winter' }, rate: per('15') });
  await desk.rule('HONEY', { window: { from: null, to: end() }, when: { skus: ['HONEY'] }, rate: per('20') });
  await desk.rule('RARE', { when: { skus: ['RARE'] }, rate: per('0') });
});
afterAll(() => desk.server.stop());

test('a product in a campaign earns the campaign’s rate, says until when and what comes after', async () => {
  const tea = await read('TEA');
  expect(tea.earn).toMatchObject({ amount: '40.20', rate: '15%', tag: '活动 15%' });
  expect(Date.parse(tea.earn?.until ?? '')).toBe(end());
  expect(tea.why).toMatch(
    /^正在「冬日茶席」活动里，按成交价的 15% 计。\d+ 月 \d+ 日后按你「标准计划」的 10%，是 ¥26\.80。$/,
  );
  expect(tea.computation).toEqual([{ text: '¥268.00 × 15% = ¥40.20', amount: '40.20' }]);
  expect((await read('TEA', 'en')).why).toMatch(
    /^In the campaign 冬日茶席: 15% of the price\. After \d+ \w+: ¥26\.80, by your programme .+ at 10%\.$/,
  );
});

test('the share of a product in a campaign belongs to it, so that the amount shown is the amount earned', async () => {
  const { body } = await anna.post<Share>('/api/v1/member/shares', { channel: 'friend', sku: 'TEA' });
  const guest = await desk.shop.member();
  const touched = await guest.client.post('/api/v1/member/touches', { code: body.code, kind: 'share' });
  expect(touched.body).toMatchObject({ sku: 'TEA', campaign: 'winter' });
});

test('a campaign is shared as a whole: its page, its name, its code', async () => {
  const share = await anna.post<Share>('/api/v1/member/shares', { channel: 'friend', campaign: 'winter' });
  expect(share.body.path).toBe(`/subpackages/shop/campaign/index?id=winter&s=${share.body.code}`);
  expect(share.body.title).toBe('安娜推荐：冬日茶席');
  const guest = await desk.shop.member();
  const touched = await guest.client.post('/api/v1/member/touches', { code: share.body.code, kind: 'share' });
  expect(touched.body).toMatchObject({ sku: null, campaign: 'winter' });
});

test('a reward for each order of a campaign is part of what a product earns, with a line of its own', async () => {
  const cup = await read('CUP');
  expect(cup.earn).toMatchObject({ amount: '15.00', rate: '10%', tag: '活动奖励' });
  expect(cup.why).toMatch(/^按你「标准计划」的 10% 计。/);
  expect(cup.why).toContain('「喝茶用好盏」每单再加 ¥5.00。');
  expect(cup.computation.map(({ amount }) => amount)).toEqual(['10.00', '5.00']);
});

test('a rule of the shop with an end says what comes after it; a rate of nought earns nothing', async () => {
  const honey = await read('HONEY');
  expect(honey.earn).toMatchObject({ amount: '10.00', rate: '20%' });
  expect(honey.why).toContain('后按你「标准计划」的 10%，是 ¥5.00。');
  expect((await read('RARE')).earn).toBeNull();
});
