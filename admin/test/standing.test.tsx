import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { CommissionsPage } from '../src/features/commission/commissions-page';
import { PromoterPage } from '../src/features/promoters/promoter-page';
import { SalesPage } from '../src/features/sales/sales-page';
import { promoterDetail } from './fixtures/rest';
import { type Request, renderPage } from './render';

const groups = {
  version: 1,
  groups: {
    isOn: true,
    groups: [
      { id: 'gold', name: '金牌组', auto: null },
      { id: 'store', name: '门店组', auto: null },
    ],
  },
  members: [],
};
const withGroups = ({ url }: Request) => (url.endsWith('/api/v1/groups') ? { status: 200, body: groups } : undefined);
const promoterPage = (answer: (request: Request) => { status: number; body: unknown } | undefined = withGroups) =>
  renderPage(<PromoterPage />, { path: '/promoters/P-10427', route: '/promoters/:code', answer });

const pinned = ({ url, method }: Request) =>
  method === 'GET' && url.endsWith('/promoters/P-10427')
    ? { status: 200, body: { ...promoterDetail, pinnedGroup: true } }
    : withGroups({ url, method, body: {}, headers: {} });

test('another group is chosen by name and pins the promoter there', async () => {
  const { asked } = promoterPage();
  await userEvent.click(await screen.findByRole('button', { name: '换分组或计划…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('combobox', { name: '分组' }));
  await userEvent.click(await screen.findByTitle('门店组'));
  await userEvent.click(dialog.getByRole('button', { name: '换过去' }));
  await waitFor(() => expect(asked('PUT', '/group')).toHaveLength(1));
  expect(asked('PUT', '/group')[0]?.body).toEqual({ group: 'store', reason: null });
  expect(asked('PUT', '/programme')).toHaveLength(0);
});

test('a pin says that it is one and is released', async () => {
  const { asked } = promoterPage(pinned);
  expect(await screen.findByText('金牌组 · 手动固定')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '换分组或计划…' }));
  await userEvent.click(await screen.findByRole('button', { name: '解除固定' }));
  await screen.findByText('解除陈嘉的分组固定');
  const dialog = within(screen.getAllByRole('dialog').at(-1) as HTMLElement);
  await userEvent.click(dialog.getByRole('button', { name: '解除固定' }));
  await waitFor(() => expect(asked('POST', '/group/release')).toHaveLength(1));
});

test('a circle of inviters is refused in the words of the server, and what was typed stays', async () => {
  const detail = '陈嘉在唐果的上面，换过去就成了一个圈';
  const { asked } = promoterPage(({ method, url }) =>
    method === 'PUT' && url.endsWith('/inviter')
      ? { status: 422, body: { title: '换不了', status: 422, code: 'inviter-circle', detail } }
      : undefined,
  );
  await userEvent.click(await screen.findByRole('button', { name: '更多操作' }));
  await userEvent.click(await screen.findByText('换邀请人…'));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(dialog.getByRole('textbox', { name: /原因/ }), '登记错了');
  await userEvent.click(dialog.getByRole('button', { name: '换过去' }));
  expect(await dialog.findByText(detail)).toBeTruthy();
  expect(asked('PUT', '/inviter')[0]?.body).toMatchObject({ inviter: 'P-10420', reason: '登记错了' });
  expect((dialog.getByRole('textbox', { name: /原因/ }) as HTMLTextAreaElement).value).toBe('登记错了');
});

test('a ban needs a reason', async () => {
  const { asked } = promoterPage();
  await userEvent.click(await screen.findByRole('button', { name: '更多操作' }));
  await userEvent.click(await screen.findByText('封禁…'));
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByRole('button', { name: '封禁' }).hasAttribute('disabled')).toBe(true);
  await userEvent.type(dialog.getByRole('textbox'), '多次自己刷单');
  await userEvent.click(dialog.getByRole('button', { name: '封禁' }));
  await waitFor(() => expect(asked('POST', '/ban')[0]?.body).toEqual({ reason: '多次自己刷单' }));
});

test('selected sales are previewed, what stays as it is says why, and a reason runs it', async () => {
  const { asked } = renderPage(<SalesPage />, { path: '/sales' });
  const [first] = await screen.findAllByRole('checkbox', { name: '选中这一行' });
  await userEvent.click(first as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: '按现在的规则重算…' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('已拒绝，不再变')).toBeTruthy();
  const run = dialog.getByRole('button', { name: '重算 1 笔，−¥30.00' });
  expect(run.hasAttribute('disabled')).toBe(true);
  await userEvent.type(dialog.getByRole('textbox'), '当时的规则写错了');
  await userEvent.click(run);
  await waitFor(() => expect(asked('POST', '/api/v1/recalculations')).toHaveLength(2));
  expect(asked('POST', '/api/v1/recalculations').at(-1)?.body).toMatchObject({
    orders: ['202611010187'],
    bookVersion: 7,
    reason: '当时的规则写错了',
  });
  expect(await dialog.findByText(/已重算 1 笔订单/)).toBeTruthy();
});

test('rules that changed between preview and run lead to a new preview', async () => {
  const { asked } = renderPage(<SalesPage />, {
    path: '/sales',
    answer: ({ url, method }) =>
      method === 'POST' && url.endsWith('/recalculations')
        ? { status: 409, body: { title: '规则改过了', status: 409, code: 'changed-meanwhile' } }
        : undefined,
  });
  const [first] = await screen.findAllByRole('checkbox', { name: '选中这一行' });
  await userEvent.click(first as HTMLElement);
  await userEvent.click(screen.getByRole('button', { name: '按现在的规则重算…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.type(await dialog.findByRole('textbox'), '当时的规则写错了');
  await userEvent.click(dialog.getByRole('button', { name: /重算 1 笔/ }));
  expect(await dialog.findByText(/规则刚刚又改过/)).toBeTruthy();
  expect(asked('POST', '/recalculations/preview')).toHaveLength(2);
});

test('the filter of the commissions suggests which sales to recalculate', async () => {
  const { asked } = renderPage(<CommissionsPage />, { path: '/commissions?from=2026-11-01&to=2026-11-07&sku=TEA' });
  await userEvent.click(await screen.findByRole('button', { name: '重算…' }));
  const dialog = within(await screen.findByRole('dialog'));
  await userEvent.click(dialog.getByRole('button', { name: '先试算' }));
  await waitFor(() => expect(asked('POST', '/recalculations/preview')).toHaveLength(1));
  expect(asked('POST', '/recalculations/preview')[0]?.body).toEqual({
    filter: { from: '2026-11-01', to: '2026-11-08', sku: 'TEA' },
  });
});
