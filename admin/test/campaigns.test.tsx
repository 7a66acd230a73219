import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { calendarSpan, monthsLater, placeBars } from '../src/features/campaigns/calendar-layout';
import { CampaignsPage } from '../src/features/campaigns/campaigns-page';
import { CouponsPage } from '../src/features/coupons/coupons-page';
import { generateCode } from '../src/features/coupons/generate-code';
import { SelfPurchasePage } from '../src/features/self-purchase/self-purchase-page';
import { windowDays, windowOf } from '../src/kit/time/window-days';
import { campaigns } from './fixtures/campaigns';
import { settings } from './fixtures/rest';
import { renderPage } from './render';

const zone = 'Asia/Shanghai';
const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`);

const fill = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

test('a last day becomes the next midnight, and an untouched side keeps its exact instant', () => {
  const before = { from: '2026-11-01T00:00:00+08:00', to: '2026-11-07T14:32:00+08:00' };
  expect(windowDays(before, zone)).toEqual({ from: '2026-11-01', to: '2026-11-07' });
  expect(windowOf({ from: '2026-11-01', to: '2026-11-07' }, before, zone)).toEqual(before);
  expect(windowOf({ from: '2026-10-31', to: '2026-12-31' }, before, zone)).toEqual({
    from: '2026-10-31',
    to: '2027-01-01',
  });
  expect(windowOf({ from: null, to: null }, before, zone)).toEqual({ from: null, to: null });
});

test('bars share a lane where they and their names do not meet, and open ends reach the edge', () => {
  const span = calendarSpan('2026-10', 6, zone);
  expect(span.months.at(-1)).toBe('2027-03');
  const window = (id: string, from: string | null, to: string | null) => ({
    id,
    name: id,
    fromMs: from ? at(from) : null,
    toMs: to ? at(to) : null,
  });
  const bars = placeBars(
    [
      window('a', '2026-10-01', '2026-11-01'),
      window('b', '2026-10-20', '2026-12-01'),
      window('c', '2026-12-05', '2026-12-20'),
      window('open', null, null),
      window('gone', '2026-01-01', '2026-09-30'),
    ],
    span,
    1200,
  );
  expect(bars.map(({ id, lane }) => [id, lane])).toEqual([
    ['open', 0],
    ['a', 1],
    ['b', 2],
    ['c', 1],
  ]);
  expect(bars[0]).toMatchObject({ left: 0, width: 1, beginsBefore: true, endsAfter: true });
  expect(monthsLater('2026-11', 3)).toBe('2027-02');
});

test('the calendar and the list say the same: name, window, state', async () => {
  renderPage(<CampaignsPage />, { path: '/rules/campaigns' });
  expect(await screen.findByLabelText('秋茶季，11月1日–11月12日，进行中')).toBeTruthy();
  expect(await screen.findByLabelText('岁末茶礼，11月20日起，未开始')).toBeTruthy();
  expect(screen.getByText('11月20日起')).toBeTruthy();
});

test('a campaign is added with its reward, and its rebate goes into the self-purchase table', async () => {
  const { asked } = renderPage(<CampaignsPage />, { path: '/rules/campaigns?open=+new' });
  fill(await screen.findByLabelText('名称'), '春茶季');
  await userEvent.click(screen.getByText('每满几单给一次'));
  fill(await screen.findByLabelText('每满几单'), '5');
  fill(screen.getByLabelText('给多少'), '20');
  expect(await screen.findByText(/推广员看到：长期，每满 5 单多给 ¥20.00。/)).toBeTruthy();
  await userEvent.click(screen.getByText('加活动', { selector: 'button span' }));
  await waitFor(() => expect(asked('POST', '/campaigns')).toHaveLength(1));
  expect(asked('POST', '/campaigns')[0]?.body).toMatchObject({
    name: '春茶季',
    from: null,
    to: null,
    bonus: { kind: 'every_nth', amount: '20', every: 5 },
  });
  expect(asked('PUT', '/settings')).toHaveLength(0);
});

test('a campaign that is edited keeps the instants that nobody touched, and says which version it changes', async () => {
  const { asked } = renderPage(<CampaignsPage />, { path: '/rules/campaigns?open=mid' });
  fill(await screen.findByLabelText('名称'), '中秋');
  await userEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(asked('PUT', '/campaigns/mid')).toHaveLength(1));
  expect(asked('PUT', '/campaigns/mid')[0]?.body).toMatchObject({
    version: 2,
    from: campaigns[2]?.from,
    to: campaigns[2]?.to,
  });
});

test('a running campaign says what it brought and which rules ask for it, and can be ended now', async () => {
  const { asked } = renderPage(<CampaignsPage />, { path: '/rules/campaigns?open=autumn' });
  expect((await screen.findByText('规则 1')).getAttribute('href')).toContain('/rules/layers?open=R-7');
  await userEvent.click(screen.getByText('现在结束…'));
  await userEvent.click(await screen.findByText('结束活动'));
  await waitFor(() => expect(asked('POST', '/campaigns/autumn/end')).toHaveLength(1));
  expect(asked('POST', '/campaigns/autumn/end')[0]?.body).toEqual({ version: 2 });
});

test('a made-up code has no signs that are mistaken for each other', () => {
  let next = 0;
  const code = generateCode((bytes) => bytes.map(() => next++ * 7));
  expect(code).toMatch(/^[A-HJ-KMNP-Z2-9]{8}$/);
});

test('a coupon is added with a made-up code; its last day becomes the next midnight', async () => {
  const { asked } = renderPage(<CouponsPage />, { path: '/rules/coupons?open=+new' });
  await userEvent.click(await screen.findByText('生成一个'));
  fill(screen.getByLabelText('减百分之几'), '12.5');
  await userEvent.click(screen.getByText('加优惠券', { selector: 'button span' }));
  await waitFor(() => expect(asked('POST', '/coupons')).toHaveLength(1));
  const body = asked('POST', '/coupons')[0]?.body;
  expect(body).toMatchObject({ discount: { percent: '12.5' }, owner: null, from: null, to: null, useLimit: null });
  expect(String(body?.['code'])).toMatch(/^[A-Z2-9]{8}$/);
});

test('coupons say what they take off, whose they are, and how often they were used', async () => {
  const { asked } = renderPage(<CouponsPage />, { path: '/rules/coupons?state=running&state=coming' });
  const row = (await screen.findByText('QIUCHA20')).closest('tr') as HTMLElement;
  expect(within(row).getByText('减 20%')).toBeTruthy();
  expect(within(row).getByText('陈嘉')).toBeTruthy();
  expect(within(row).getByText('148 / 500 次')).toBeTruthy();
  expect(within(row).getByText('11月1日–11月30日')).toBeTruthy();
  expect(asked('GET', 'state=running')[0]?.url).toContain('state=coming');
});

test('the self-purchase table is read product, category, campaign, everything else, and saved with the settings', async () => {
  const selfPurchase = {
    mode: 'rebate',
    rates: { default: { percent: '2' }, skus: { 'TEA-100': { percent: '8' } }, categories: {}, campaigns: {} },
    payNetwork: false,
    countInMetrics: false,
  };
  const kept = { ...settings, settings: { ...settings.settings, selfPurchase } };
  const { asked } = renderPage(<SelfPurchasePage />, {
    path: '/rules/self-purchase',
    answer: ({ url, method }) =>
      url.endsWith('/settings') && method === 'GET' ? { status: 200, body: kept } : undefined,
  });
  const names = (await screen.findAllByText(/^(商品|品类|活动|其他商品)$/, { selector: 'b' })).map(
    (one) => one.textContent,
  );
  expect(names).toEqual(['商品', '品类', '活动', '其他商品']);
  expect(screen.getByText('例子：自己买 ¥100.00 的其他商品，返 ¥2.00。')).toBeTruthy();
  await userEvent.click(screen.getByLabelText('算进升级、分组和达标奖励'));
  await userEvent.click(await screen.findByText('保存新的一版'));
  await waitFor(() => expect(asked('PUT', '/settings')).toHaveLength(1));
  expect(asked('PUT', '/settings')[0]?.body).toMatchObject({
    version: 4,
    settings: { selfPurchase: { ...selfPurchase, countInMetrics: true } },
  });
});

test('without rebates the page says what each way means and hides the table', async () => {
  renderPage(<SelfPurchasePage />, { path: '/rules/self-purchase' });
  expect(await screen.findByText('订单照常记录，谁也得不到佣金。新商户默认这样。')).toBeTruthy();
  expect(screen.queryByText('返佣表')).toBeNull();
});
