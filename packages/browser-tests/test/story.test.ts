import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openBrowser, type Sight } from '../src/browser/browser';
import { consoleOf, phoneOf } from '../src/browser/faces';
import { type ShopOnStage, shopOnStage } from '../src/stage/shop-on-stage';
import { storySteps } from '../src/stage/step';

const NAME = '沈青禾';

let shop: ShopOnStage;
let browser: Browser;
let desk: Sight;
let promoter: Sight;
let customer: Sight;
let code = '';
let order = '';
let earned = '';

/** The three screens, for whoever has to find out what went wrong. */
const step = storySteps(async () => {
  for (const [name, sight] of Object.entries({ desk, promoter, customer })) await sight?.picture(`failed-${name}`);
});

const at = (path: string) => desk.page.goto(`${shop.url}/admin${path}`);

beforeAll(async () => {
  shop = await shopOnStage();
  browser = await openBrowser();
  desk = await consoleOf(browser, shop);
});

afterAll(async () => {
  await browser?.close();
  await shop?.stop();
});

step('the overview shows the shop at a glance', async () => {
  await desk.sees('概览');
  await desk.page.locator('canvas, [class*=chart] svg, svg path').first().waitFor();
  await desk.sees('等你处理');
  await desk.picture('01-overview');
});

step('a person applies in the mini-program', async () => {
  promoter = await phoneOf(browser, shop, 'merchant=demo&person=story-promoter&lang=zh');
  await promoter.tap('成为推广员');
  await promoter.page.getByRole('textbox', { name: '朋友会看到的名字' }).fill(NAME);
  await promoter.tap('已阅读并同意');
  await promoter.picture('02-join');
  await promoter.tap('用微信手机号加入');
  await promoter.sees('正在审核');
  await promoter.picture('03-application');
});

step('the merchant approves him, and his phone shows it within two seconds', async () => {
  await at('/approvals?tab=applications');
  await desk.tap(NAME);
  await desk.sees(`${NAME}的申请`);
  await desk.picture('04-applications');
  await desk.button(/^通过/).click();
  await promoter.sees(/^欢迎，/, 2000);
  await promoter.picture('05-welcome');
  const { body } = await shop.owner.get<{ data: { code: string; name: string }[] }>(
    `/api/v1/promoters?q=${encodeURIComponent(NAME)}`,
  );
  code = body.data.find(({ name }) => name === NAME)?.code ?? '';
  expect(code).not.toBe('');
});

step('he shares a product, and somebody opens it and buys', async () => {
  await promoter.tap('去挑第一件');
  await promoter.picture('06-products');
  await promoter.tap(/^武夷岩茶 大红袍/);
  await promoter.sees('为什么是');
  await promoter.picture('07-product');
  await promoter.tap('分享赚');
  await promoter.sees('发给微信好友');
  await promoter.picture('08-share');
  await promoter.tap('复制链接');
  await promoter.sees('链接已复制');
  const link = await promoter.page.evaluate<string>('navigator.clipboard.readText()');
  customer = await phoneOf(browser, shop, link);
  await customer.sees(/推荐给你/);
  await customer.picture('09-opened');
  await customer.tap('立即购买');
  await customer.tap('先填写收货地址');
  await customer.picture('10-address');
  const fields = customer.page.locator('.address-field input:visible');
  for (const [index, words] of ['苏安', '13900004321', '浙江省 杭州市 西湖区'].entries())
    await fields.nth(index).fill(words);
  await customer.page.locator('.address-field textarea:visible').fill('文三路 1 号');
  await customer.tap('保存地址');
  await customer.seesNoMore('保存地址');
  await customer.tap('填券码');
  await customer.picture('10-coupon-sheet');
  await customer.page.locator('.coupon-field input:visible').fill('warm30');
  await customer.tap('用这张券');
  await customer.seesNoMore('用这张券');
  await customer.picture('10-coupon');
  await customer.tap('微信支付');
  await customer.sees('待发货');
  await customer.picture('11-paid');
  order = /[?&]id=(\d+)/.exec(customer.page.url())?.[1] ?? '';
  expect(order).toMatch(/^\d+$/);
});

step('the commission is told by push, pending and with its reason', async () => {
  await promoter.page.goto(
    `${shop.url}/m/index.html?merchant=demo&person=story-promoter&lang=zh#/pages/earnings/index`,
  );
  await promoter.tap(/^武夷岩茶 大红袍/);
  await promoter.sees('为什么是');
  await promoter.picture('12-commission');
  await at(`/commissions?order=${order}`);
  await desk.sees(NAME);
  await desk.picture('13-commissions');
  await desk.tap(NAME);
  await desk.picture('14-trace');
});

step('he is shown his own rate and why, and what a campaign pays', async () => {
  const on = (page: string) =>
    promoter.page.goto(`${shop.url}/m/index.html?merchant=demo&person=story-promoter&lang=zh#/pages/${page}/index`);
  await on('me');
  await promoter.picture('12-me');
  await promoter.tap('我的比例');
  await promoter.sees('一般商品现在按');
  await promoter.sees('看每件商品赚多少');
  await promoter.picture('12-plan');
  await on('home');
  await promoter.sees('进行中的活动');
  await promoter.picture('12-home');
  await promoter.tap('冬日茶席');
  await promoter.sees('你得什么');
  await promoter.picture('12-campaign');
  await promoter.tap('分享活动');
  await promoter.sees('发给微信好友');
  await promoter.picture('12-campaign-share');
});

step('the merchant ships, and the customer confirms the receipt', async () => {
  await at(`/sales?open=${order}`);
  await desk.sees(`订单 ${order}`);
  await desk.picture('15-order');
  await desk.button('发货…').click();
  await desk.page.getByRole('combobox').last().click();
  await desk.text(/顺丰/).click();
  await desk.page.getByLabel('快递单号').fill('SF1020304050607');
  await desk.picture('16-ship');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /^发\s*货$/ })
    .click();
  await desk.sees('已发货，正在上报微信');
  await customer.page.reload();
  await customer.tap('确认收货');
  await customer.tap('收到了');
  await customer.sees('已完成');
  await customer.picture('17-received');
});

step('time passes, the commission matures and is approved in the queue', async () => {
  await shop.passDays(8);
  await at(`/approvals?order=${order}`);
  await desk.sees(NAME);
  await desk.picture('18-queue');
  await desk.tap(NAME);
  await desk.button(/^批准/).click();
  await desk.sees(/已批准/);
  await promoter.page.goto(
    `${shop.url}/m/index.html?merchant=demo&person=story-promoter&lang=zh#/pages/earnings/index`,
  );
  await promoter.page.reload();
  await promoter.sees('已审核，可提现');
  await promoter.picture('19-approved');
});

step('a part of the money is given back, and the commission follows', async () => {
  const before = await commissionOf();
  earned = before.net;
  await at(`/sales?open=${order}`);
  await desk.button('退款…').click();
  await desk.tap('按金额');
  await desk.page.getByRole('dialog').getByRole('spinbutton').fill('100');
  await desk.picture('20-refund');
  await desk.page
    .getByRole('dialog')
    .getByRole('button', { name: /^退\s*款$/ })
    .click();
  await desk.sees('退款已提交');
  await expect.poll(async () => (await commissionOf()).net, { timeout: 20_000 }).not.toBe(earned);
  expect(Number((await commissionOf()).net)).toBeLessThan(Number(earned));
  await promoter.page.reload();
  await promoter.picture('21-after-refund');
});

step('finance exports exactly these rows, with totals at the end', async () => {
  await at(`/commissions?promoter=${code}`);
  await desk.sees(NAME);
  const download = desk.page.waitForEvent('download');
  await desk.page.locator('a[href*="commissions.csv"]').first().click();
  const csv = readFileSync((await (await download).path()) as string, 'utf8');
  expect(csv.startsWith('\uFEFF')).toBe(true);
  const lines = csv.trimEnd().split('\r\n');
  expect(lines.filter((line) => line.includes(order))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/^合计/);
  expect(lines.at(-1)).toContain((await commissionOf()).net);
  await desk.picture('22-export');
});

step('nothing broke on the way', async () => {
  expect([desk, promoter, customer].flatMap(({ errors }) => errors)).toEqual([]);
  expect(await shop.unmodelled()).toEqual([]);
});

interface Earned {
  readonly promoter: string;
  readonly net: string;
}

async function commissionOf(): Promise<Earned> {
  const { body } = await shop.owner.get<{ data: Earned[] }>(`/api/v1/commissions?order=${order}&promoter=${code}`);
  return body.data[0] as Earned;
}
