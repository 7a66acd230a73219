import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CommissionsPage } from '../src/features/commission/commissions-page';
import { ProgrammesPage } from '../src/features/plans/programmes-page';
import { PromoterPage } from '../src/features/promoters/promoter-page';
import { OverviewPage } from '../src/features/reporting/overview-page';
import { SalesPage } from '../src/features/sales/sales-page';
import { SettingsPage } from '../src/features/settings/settings-page';
import { chooseLanguage } from '../src/kit/i18n/language';
import { renderPage } from './render';

const money = (text: string) => (_: string, element: Element | null) =>
  element?.textContent === text && element.children.length <= 1;

test('the overview names what each figure is compared with', async () => {
  renderPage(<OverviewPage />);
  expect((await screen.findAllByText(money('¥86,420.50'))).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/上周二同一时刻/)).toHaveLength(4);
  expect(screen.getByText('↓ 0.3 个百分点')).toBeTruthy();
  expect(await screen.findByText('佣金待审核')).toBeTruthy();
  expect(await screen.findByText('每次分享 5.3 次打开')).toBeTruthy();
});

test('behind the trend stands its table', async () => {
  renderPage(<OverviewPage />);
  await screen.findByText('近 30 天', { selector: 'h2' });
  await userEvent.click(screen.getByRole('button', { name: '看数据表' }));
  const table = within(screen.getByRole('region', { name: '近 30 天的数据表' }));
  expect(table.getAllByRole('row')).toHaveLength(31);
  expect(table.getByText('11月10日')).toBeTruthy();
});

test('the export has the same filter as the list', async () => {
  const { asked } = renderPage(<CommissionsPage />, {
    path: '/commissions?status=approved&status=paid&from=2026-11-01&to=2026-11-07',
  });
  const link = await screen.findByRole('link', { name: /导出/ });
  const list = new URL(asked('GET', '/commissions?')[0]?.url ?? '', 'http://x.test').searchParams;
  const file = new URL(link.getAttribute('href') ?? '', 'http://x.test').searchParams;
  for (const key of ['status', 'from', 'to']) expect(file.getAll(key)).toEqual(list.getAll(key));
  expect(file.get('to')).toBe('2026-11-08');
});

test('an order that nobody got can be given to a promoter', async () => {
  renderPage(<SalesPage />, { path: '/sales?open=202611010191' });
  await userEvent.click(await screen.findByRole('button', { name: '指定推广员…' }));
  expect(await screen.findByText('把这笔订单算给谁')).toBeTruthy();
});

test('a refund by pieces sends the lines that were filled in', async () => {
  const { asked } = renderPage(<SalesPage />, { path: '/sales?open=202611010187' });
  await userEvent.click(await screen.findByRole('button', { name: '退款…' }));
  await userEvent.click(await screen.findByText('按件数'));
  await userEvent.type(screen.getByRole('spinbutton', { name: /明前龙井/ }), '1');
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '退款' }));
  await waitFor(() => expect(asked('POST', '/refunds')).toHaveLength(1));
  expect(asked('POST', '/refunds')[0]?.body).toEqual({ reason: null, lines: [{ sku: 'SKU-0', quantity: 1 }] });
});

test('a promoter’s page says what can be taken and what waits', async () => {
  renderPage(<PromoterPage />, { path: '/promoters/P-10427', route: '/promoters/:code' });
  expect((await screen.findAllByText(money('¥1,284.60'))).length).toBeGreaterThan(0);
  expect(screen.getByText('¥102.40 等你审核')).toBeTruthy();
  expect(await screen.findByText('还差', { exact: false })).toBeTruthy();
});

test('the default rate is edited in the sentence and saved as a new version', async () => {
  const { asked } = renderPage(<ProgrammesPage />, {
    answer: ({ method }) => (method === 'PUT' ? { status: 200, body: {} } : undefined),
  });
  const line = (await screen.findByText('标准计划')).closest('li') as HTMLElement;
  await userEvent.click(within(line).getByRole('button', { name: '默认比例' }));
  const field = await screen.findByRole('spinbutton', { name: '默认比例' });
  await userEvent.clear(field);
  await userEvent.type(field, '6.5');
  await userEvent.click(screen.getByRole('button', { name: '应用' }));
  await waitFor(() => expect(asked('PUT', '/programmes/P1')).toHaveLength(1));
  expect(asked('PUT', '/programmes/P1')[0]?.body).toMatchObject({ rate: { percent: '6.5' }, version: 2 });
});

test('settings wait for saving, and the whole version is sent', async () => {
  const { asked } = renderPage(<SettingsPage />, { path: '/settings/hold', route: '/settings/:section' });
  await userEvent.click(await screen.findByRole('button', { name: '等待天数' }));
  const field = await screen.findByRole('spinbutton', { name: '等待天数' });
  await userEvent.clear(field);
  await userEvent.type(field, '10');
  await userEvent.click(screen.getByRole('button', { name: '应用' }));
  expect(asked('PUT', '/settings')).toHaveLength(0);
  await userEvent.click(await screen.findByRole('button', { name: '保存新的一版' }));
  await waitFor(() => expect(asked('PUT', '/settings')).toHaveLength(1));
  expect(asked('PUT', '/settings')[0]?.body).toMatchObject({
    version: 4,
    settings: { hold: { from: 'completed', days: 10 }, risk: 'on' },
  });
});

test('every page speaks English too', async () => {
  chooseLanguage('en');
  renderPage(<OverviewPage />);
  expect(await screen.findByText('Waiting for you')).toBeTruthy();
  expect(screen.getByText('Referred sales')).toBeTruthy();
  chooseLanguage('zh');
});
