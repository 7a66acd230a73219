import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ShopOnStage, shopOnStage, weappBuild } from '../src/stage/shop-on-stage';
import { storySteps } from '../src/stage/step';
import { type Person, packageSizes, person, type ShareCard } from '../src/weapp';

const MB = 1024 * 1024;
/** WeChat's scene of a card that was opened in a chat. */
const FROM_CHAT = 1007;
/** A promoter of the demo; her people are played by their codes. */
const PROMOTER = 'LX1006';

const step = storySteps();
const dist = weappBuild();
let shop: ShopOnStage;
let promoter: Person;
let customer: Person;
let newcomer: Person;
let card: ShareCard;
let order = '';

interface OrderRead {
  readonly attribution: { readonly promoter: string; readonly by: string };
}

interface Earned {
  readonly id: string;
  readonly promoter: string;
  readonly status: string;
}

const ownCommissions = async () =>
  (await shop.owner.get<{ data: Earned[] }>(`/api/v1/commissions?order=${order}`)).body.data;

const people = () => [promoter, customer, newcomer].filter(Boolean);
const inHand = (name: string) =>
  person(name, { dist, server: shop.url, control: shop.emulator.control, appid: shop.appid });

beforeAll(async () => {
  shop = await shopOnStage();
  promoter = await inHand(PROMOTER);
  customer = await inHand('walk-customer');
  newcomer = await inHand('walk-newcomer');
});

afterAll(async () => {
  for (const one of people()) one.leave();
  await shop?.stop();
});

test('the main package stays below 1.5 MB and every package below 2 MB', () => {
  const sizes = packageSizes(dist);
  expect(sizes.map(({ name }) => name)).toContain('subpackages/shop');
  for (const { name, bytes } of sizes) expect(bytes, name).toBeLessThanOrEqual(name === 'main' ? 1.5 * MB : 2 * MB);
});

step('a promoter is signed in silently and finds what sharing earns', async () => {
  await promoter.enter('pages/home/index');
  await promoter.sees('今天好分享');
  await promoter.go('products');
  await promoter.sees(/赚¥/);
  await promoter.tap(/^武夷岩茶 大红袍/);
  await promoter.isAt('shop/product');
  await promoter.sees('为什么是');
  await promoter.tap('看计算');
  await promoter.sees('每件可得');
  await promoter.tap('好');
});

step('a promoter shares a product as a card, as a link, as a code and as a poster', async () => {
  await promoter.tap(/^分享赚/);
  await promoter.sees('发给微信好友');
  await promoter.tap('发给微信好友');
  card = promoter.lastCard() as ShareCard;
  await promoter.seesNoMore('发给微信好友');
  expect(card.path).toMatch(/^\/?subpackages\/shop\/product\/index\?.*s=/);
  await promoter.tap(/^分享赚/);
  await promoter.tap('复制链接');
  await promoter.toldBy('链接已复制');
  expect(promoter.screen.clipboard).toContain(`${shop.url}/m/`);
  await promoter.tap('小程序码');
  await promoter.tap('保存到相册');
  await promoter.toldBy('已保存到相册');
  await promoter.tap('关闭');
  await promoter.tap('海报');
  await promoter.isAt('promoter/poster');
  await promoter.tap('保存到相册');
  expect(promoter.screen.drawn.length).toBeGreaterThan(0);
  await promoter.back();
});

step('a promoter shares a campaign in one tap, and its card leads to the campaign', async () => {
  await promoter.go('home');
  await promoter.tap('冬日茶席');
  await promoter.isAt('shop/campaign/');
  await promoter.sees('你得什么');
  await promoter.sees(/活动商品 \d+ 件/);
  await promoter.tap('分享活动');
  await promoter.tap('发给微信好友');
  const campaign = promoter.lastCard() as ShareCard;
  expect(campaign.path).toMatch(/^\/?subpackages\/shop\/campaign\/index\?id=winter-tea-table&s=/);
  expect(campaign.title).toContain('冬日茶席');
  await promoter.seesNoMore('发给微信好友');
  await promoter.tap('分享活动');
  await promoter.tap('小程序码');
  await promoter.sees('朋友用微信扫一扫，就到这个活动');
  await promoter.tap('保存到相册');
  await promoter.toldBy('已保存到相册');
  await promoter.tap('关闭');
  await newcomer.enter(campaign.path, FROM_CHAT);
  await newcomer.isAt('shop/campaign/');
  await newcomer.sees('林晓雯推荐给你');
  await newcomer.sees('活动好物');
  await newcomer.tap(/^武夷岩茶 大红袍/);
  await newcomer.isAt('shop/product');
  expect(newcomer.query()['campaign']).toBe('winter-tea-table');
});

step('a friend opens the card, is told who recommends it, and buys with a coupon', async () => {
  await customer.enter(card.path, FROM_CHAT);
  await customer.sees('林晓雯推荐给你');
  await customer.tap(/^立即购买/);
  await customer.isAt('shop/checkout');
  await customer.tap('先填写收货地址');
  await customer.tap('用微信里的地址');
  await customer.tap('保存地址');
  await customer.sees('来自林晓雯的推荐');
  await customer.tap('优惠券');
  await customer.write('券码', 'NOSUCHCODE');
  await customer.tap('用这张券');
  await customer.sees('优惠券不可用');
  await customer.write('券码', 'warm30');
  await customer.tap('用这张券');
  await customer.seesNoMore('优惠券不可用');
  await customer.sees('−¥30.00');
  await customer.tap(/^微信支付/);
  await customer.isAt('shop/order');
  await customer.sees('待发货');
  order = customer.query()['id'] ?? '';
  expect(order).not.toBe('');
});

step('the commission appears with the promoter, pending and with its reason', async () => {
  await promoter.go('earnings');
  await promoter.sees('今天·新获得');
  await promoter.tap(/^武夷岩茶 大红袍/);
  await promoter.isAt('promoter/commission');
  await promoter.sees('为什么是');
  await promoter.tap('看我的比例');
  await promoter.isAt('promoter/plan');
  await promoter.back();
});

step('the paid order and its commission stand in the books of the shop', async () => {
  const read = await shop.owner.get<OrderRead>(`/api/v1/orders/${order}`);
  expect(read.status).toBe(200);
  expect(read.body.attribution).toMatchObject({ promoter: PROMOTER, by: 'touch' });
  expect(await ownCommissions()).toMatchObject([{ promoter: PROMOTER, status: 'pending' }]);
});

step('shipped, received on the phone, matured and approved, it can be taken out', async () => {
  const shipment = { carrier: 'SF', trackingNumber: 'SF1020304050607' };
  expect((await shop.owner.post(`/api/v1/orders/${order}/shipment`, shipment)).status).toBeLessThan(300);
  await customer.go('me');
  await customer.tap('我买的');
  await customer.sees('待收货');
  await customer.tap(/^武夷岩茶 大红袍/);
  await customer.isAt('shop/order/');
  await customer.tap('确认收货');
  await customer.sees('已完成');
  await shop.passDays(8);
  const [commission] = await ownCommissions();
  expect(commission).toMatchObject({ status: 'in_review' });
  expect((await shop.owner.post(`/api/v1/commissions/${commission?.id}/approve`)).status).toBeLessThan(300);
  await promoter.sees('现在可以提现');
  await promoter.go('earnings');
  await promoter.tap('提现');
  await promoter.isAt('account/withdraw');
  await promoter.tap('全部提现');
  await promoter.tap(/^提现¥/);
  await promoter.isAt('account/payout/');
  await promoter.sees('商户审核中');
});

step('a newcomer applies with one tap on the phone number, and sees by push that he is admitted', async () => {
  await newcomer.enter('pages/home/index');
  await newcomer.tap('成为推广员');
  await newcomer.isAt('promoter/join');
  await newcomer.write('朋友会看到的名字', '秦朗');
  await newcomer.tap('已阅读并同意');
  await newcomer.tap('用微信手机号加入');
  await newcomer.isAt('promoter/application');
  await newcomer.sees('正在审核');
  const { body } = await shop.owner.get<{ data: { code: string; name: string }[] }>(
    '/api/v1/promoters?status=applicant&limit=200',
  );
  const code = body.data.find(({ name }) => name === '秦朗')?.code;
  expect((await shop.owner.post(`/api/v1/promoters/${code}/approve`)).status).toBeLessThan(300);
  await newcomer.sees('欢迎，秦朗', 2000);
});

step('every other page opens by a tap and shows what it is for', async () => {
  await promoter.go('me');
  for (const [words, page, shown] of [
    ['我的比例', 'promoter/plan', '看每件商品赚多少'],
    ['邀请的伙伴', 'promoter/partners', '邀请的伙伴'],
    ['消息', 'account/messages', '消息'],
    ['提现记录', 'account/payouts', '提现记录'],
    ['我买的', 'shop/orders', '我买的'],
    ['协议与规则', 'account/agreements', '推广员协议'],
    ['投诉与建议', 'account/feedback', '商户联系方式'],
    ['设置', 'account/settings', '语言'],
    ['等级规则', 'promoter/levels', '你在这里'],
    ['我的数据', 'promoter/performance', '卖得好的'],
  ] as const) {
    await promoter.tap(words);
    await promoter.isAt(page);
    await promoter.sees(shown);
    await promoter.back();
    await promoter.isAt('pages/me');
  }
  await promoter.go('home');
  await promoter.tap('全部活动');
  await promoter.isAt('shop/campaigns');
  await promoter.sees('即将开始');
  await promoter.back();
  await promoter.go('me');
  await promoter.tap('协议与规则');
  await promoter.tap('推广员协议');
  await promoter.isAt('account/agreement/');
  await promoter.back();
  await promoter.back();
  await promoter.go('products');
  await promoter.tap('搜商品、品类');
  await promoter.isAt('shop/search');
  await promoter.write('搜商品', '龙井');
  await promoter.sees('明前龙井');
  await promoter.back();
});

step('no page was left out, and nothing was called that is not modelled', async () => {
  const { pages, subPackages } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    pages: string[];
    subPackages: { root: string; pages: string[] }[];
  };
  const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
  const visited = new Set(people().flatMap((one) => [...one.visited()]));
  expect(all.filter((page) => !visited.has(page))).toEqual([]);
  expect(people().flatMap((one) => one.violations())).toEqual([]);
  expect(await shop.unmodelled()).toEqual([]);
});
