import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { ApprovalsPage } from '../src/features/approvals/approvals-page';
import { placeOf } from './list-place';
import { renderPage } from './render';

const rowOf = async (name: string) =>
  (await screen.findAllByRole('row')).find((row) => row.textContent?.includes(name)) as HTMLElement;

test('the queue shows what waits, oldest first, with sums of all that the filter finds', async () => {
  const { asked } = renderPage(<ApprovalsPage />, { path: '/approvals' });
  expect(await screen.findByText('周以宁')).toBeTruthy();
  await waitFor(() => expect(screen.getAllByRole('row')[1]?.textContent).toContain('¥2,261.85'));
  expect(await screen.findByText('38 笔 · 28 人')).toBeTruthy();
  expect(asked('GET', '/commissions?')[0]?.url).toContain('status=in_review');
  expect(asked('GET', '/commissions?')[0]?.url).toContain('sort=waiting');
  expect((await rowOf('周以宁')).textContent).toContain('加入不满 30 天');
});

test('J, K and X move and select, A approves the row under the cursor', async () => {
  const { asked } = renderPage(<ApprovalsPage />, { path: '/approvals' });
  await screen.findByText('周以宁');
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.keyDown(document.body, { key: 'x' });
  await waitFor(async () => expect((await rowOf('周以宁')).getAttribute('aria-selected')).toBe('true'));
  fireEvent.keyDown(document.body, { key: 'a' });
  await waitFor(() => expect(asked('POST', '/approve')).toHaveLength(1));
  expect(asked('POST', '/approve')[0]?.url).toContain('C-88212');
  expect(asked('POST', '/approve')[0]?.headers['idempotency-key']).toBeTruthy();
});

test('selected rows are previewed: the button says exactly what it will do, and held ones stay behind', async () => {
  const { asked } = renderPage(<ApprovalsPage />, { path: '/approvals' });
  await screen.findByText('周以宁');
  for (const name of ['苏沐', '何静怡', '王海涛']) {
    await userEvent.click(within(await rowOf(name)).getByRole('checkbox'));
  }
  const approve = await screen.findByRole('button', { name: /批准 2 笔，¥83.04/ });
  expect(screen.getByText('1 笔被扣住', { exact: false })).toBeTruthy();
  await userEvent.click(approve);
  await waitFor(() =>
    expect(asked('POST', '/commissions/decisions').filter((one) => !one.url.endsWith('preview'))).toHaveLength(1),
  );
  const [decision] = asked('POST', '/commissions/decisions').filter((one) => !one.url.endsWith('preview'));
  expect(decision?.body).toMatchObject({ decision: 'approve', ids: ['C-88214', 'C-88215', 'C-88216'] });
});

test('rejecting asks for a reason and sends it', async () => {
  const { asked } = renderPage(<ApprovalsPage />, { path: '/approvals?open=C-88213' });
  await userEvent.click(await screen.findByRole('button', { name: /拒绝…/ }));
  const dialog = await screen.findByRole('dialog');
  const confirm = within(dialog).getByRole('button', { name: '拒绝' });
  expect(confirm.hasAttribute('disabled')).toBe(true);
  await userEvent.type(within(dialog).getByRole('textbox'), '同一地址下单');
  await userEvent.click(confirm);
  await waitFor(() => expect(asked('POST', '/reject')).toHaveLength(1));
  expect(asked('POST', '/reject')[0]?.body).toEqual({ reason: '同一地址下单' });
});

test('the panel explains the amount: winner, losers with their reasons, the multiplication', async () => {
  renderPage(<ApprovalsPage />, { path: '/approvals?open=C-88213' });
  expect(await screen.findByText('¥731.45 × 12% = 87.774，四舍五入到分')).toBeTruthy();
  expect(screen.getByText('订单没有用这张券')).toBeTruthy();
  expect(screen.getByText('胜出：最先命中的一层，条件也更多', { exact: false })).toBeTruthy();
  expect(screen.getByText('第 3 笔，共 38 笔')).toBeTruthy();
});

test('approving in the panel goes on to the next case, and Escape closes it', async () => {
  const { router } = renderPage(<ApprovalsPage />, { path: '/approvals?open=C-88213' });
  await screen.findByText('怎么算出来的');
  fireEvent.keyDown(document.body, { key: 'a' });
  await waitFor(() => expect(placeOf(router)).toBe('?open=C-88214'));
  await screen.findByText('怎么算出来的');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await waitFor(() => expect(placeOf(router)).toBe(''));
});

test('who may only look sees no decisions', async () => {
  renderPage(<ApprovalsPage />, { path: '/approvals?open=C-88213', permissions: ['read'] });
  await screen.findByText('怎么算出来的');
  expect(screen.queryByRole('button', { name: /批准/ })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('a failure says what was not lost and gives the number for support', async () => {
  const problem = {
    status: 500,
    code: 'internal',
    title: '服务出错了',
    detail: '服务器没有回答。',
    requestId: '7F3A-19C2',
    type: 'about:blank',
  };
  renderPage(<ApprovalsPage />, {
    path: '/approvals',
    answer: ({ url }) => (url.includes('/commissions?') ? { status: 500, body: problem } : undefined),
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('没能取到佣金');
  expect(alert.textContent).toContain('7F3A-19C2');
  expect(within(alert).getByRole('button', { name: /重试/ })).toBeTruthy();
});

test('an empty filter says so and offers the way back', async () => {
  const { router } = renderPage(<ApprovalsPage />, {
    path: '/approvals?group=school',
    answer: ({ url }) =>
      url.includes('/commissions?') ? { status: 200, body: { data: [], nextCursor: null } } : undefined,
  });
  await userEvent.click(await screen.findByRole('button', { name: '去掉筛选' }));
  await waitFor(() => expect(placeOf(router)).not.toContain('group'));
});

test('an applicant is admitted from the queue', async () => {
  const { asked } = renderPage(<ApprovalsPage />, { path: '/approvals?tab=applications&open=A-0' });
  await userEvent.click(await screen.findByRole('button', { name: /通过，看下一位/ }));
  await waitFor(() => expect(asked('POST', '/promoters/A-0/approve')).toHaveLength(1));
});
