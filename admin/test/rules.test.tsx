import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProgrammesPage } from '../src/features/plans/programmes-page';
import { LayersPage } from '../src/features/rules/layers-page';
import { blankValues, bodyOf } from '../src/features/rules/rule-values';
import { windowMark } from '../src/features/rules/rule-window';
import { rulesWords } from '../src/features/rules/words';
import { chooseLanguage } from '../src/kit/i18n/language';
import { placeOf } from './list-place';
import { renderPage } from './render';

const layers = (path = '/rules/layers', options: Parameters<typeof renderPage>[1] = {}) =>
  renderPage(<LayersPage />, { path, route: '/rules/layers', ...options });

const rowOf = (id: string) => document.querySelector(`[data-rule="${id}"]`) as HTMLElement;
const named = async (id: string) => {
  await waitFor(() => expect(rowOf(id)).toBeTruthy());
  return rowOf(id);
};

/** Opens the menu of a row and chooses what it offers. */
async function choose(id: string, item: string) {
  const row = await named(id);
  fireEvent.click(row.querySelector('.ant-dropdown-trigger') as HTMLElement);
  fireEvent.click(await screen.findByText(item));
}

const write = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

test('the five layers stand in their order, with where each rule is in its window', async () => {
  layers();
  expect((await named('R-COUPON')).textContent).toContain('长期');
  expect((await named('R-BOX')).textContent).toContain('10 天后开始');
  expect((await named('R-CHEN')).textContent).toContain('已结束');
  expect((await named('R-GOLD')).textContent).toContain('还剩 3 天');
  expect(await screen.findByText('近期 13')).toBeTruthy();
  expect(await screen.findByText('标准计划')).toBeTruthy();
  const heads = [...document.querySelectorAll('section[aria-label]')].map((one) => one.getAttribute('aria-label'));
  expect(heads).toEqual(['销售匹配', '指定推广员', '分组', '达标奖励', '推广计划']);
});

test('a tried order marks at each rule what it won, or why not, also where the rule does not reach the promoter', async () => {
  layers();
  expect(await screen.findByText('这笔会付给陈嘉')).toBeTruthy();
  expect(await screen.findByText('明前龙井 731.45 × 12%')).toBeTruthy();
  await waitFor(() => expect(rowOf('R-GOLD').textContent).toContain('✓ 明前龙井行用这条'));
  expect(rowOf('R-NEW').textContent).toContain('老客，第 3 次下单');
  await waitFor(() => expect(rowOf('R-CHEN').textContent).toMatch(/没有点到.+/));
  fireEvent.click(screen.getByLabelText('在左边标出结果'));
  expect(rowOf('R-GOLD').textContent).not.toContain('✓');
});

test('what is typed into the order is asked a moment later, and what is empty is left to the server', async () => {
  const { asked } = layers();
  await screen.findByText('这笔会付给陈嘉');
  write(screen.getByLabelText('优惠'), '70');
  await waitFor(() =>
    expect(asked('POST', '/trials/order').at(-1)?.body).toMatchObject({ order: { discount: '70', shipping: '0' } }),
  );
  const order = asked('POST', '/trials/order').at(-1)?.body['order'] as Record<string, unknown>;
  expect(order).not.toHaveProperty('paidAt');
  expect((order['lines'] as object[])[0]).not.toHaveProperty('price');
});

test('a rule is moved by its menu, at once and before the one that follows, and can be put back', async () => {
  const { asked } = layers();
  await choose('R-COUPON', '往后移一位');
  await waitFor(() => expect(asked('POST', '/rules/R-COUPON/rank')).toHaveLength(1));
  expect(asked('POST', '/rank')[0]?.body).toEqual({ before: 'R-BOX' });
  fireEvent.click(await screen.findByText('撤销'));
  await waitFor(() => expect(asked('POST', '/rank')).toHaveLength(2));
  expect(asked('POST', '/rank')[1]?.body).toEqual({ before: 'R-NEW' });
});

test('a move that the server refuses goes back to where it was', async () => {
  const problem = { status: 409, code: 'conflict', title: '没有移动', detail: '规则刚被别人改过' };
  layers('/rules/layers', {
    answer: ({ url }) => (url.includes('/rank') ? { status: 409, body: problem } : undefined),
  });
  await choose('R-COUPON', '移到最后');
  expect(await screen.findByText('规则刚被别人改过')).toBeTruthy();
  const ids = [...document.querySelectorAll('[data-rule]')].map((row) => row.getAttribute('data-rule'));
  expect(ids.slice(0, 3)).toEqual(['R-COUPON', 'R-NEW', 'R-BOX']);
});

test('ending says what it paid lately and what stays, and sends why', async () => {
  const { asked } = layers();
  await choose('R-COUPON', '结束…');
  expect(await screen.findByText('近 30 天它定了 38 笔订单，佣金 ¥3,018.00。')).toBeTruthy();
  expect(screen.getByText(/已经产生的佣金不变/)).toBeTruthy();
  write(screen.getByPlaceholderText(/为什么结束/), '活动结束');
  fireEvent.click(screen.getByText('结束规则'));
  await waitFor(() => expect(asked('POST', '/rules/R-COUPON/end')).toHaveLength(1));
  expect(asked('POST', '/end')[0]?.body).toEqual({ version: 3, note: '活动结束' });
});

test('the percentage is edited in the sentence and the whole rule is sent', async () => {
  const { asked } = layers();
  const row = await named('R-NEW');
  fireEvent.click(within(row).getByTitle('佣金比例'));
  const field = await screen.findByLabelText('佣金比例', { selector: 'input' });
  write(field, '16');
  fireEvent.click(screen.getByText('应用'));
  await waitFor(() => expect(asked('PUT', '/rules/R-NEW')).toHaveLength(1));
  expect(asked('PUT', '/rules/R-NEW')[0]?.body).toMatchObject({
    version: 3,
    rate: { percent: '16' },
    when: { customer: 'new', amount: { from: '500.00', to: null } },
  });
});

test('a token leads to its field; what the server refuses stands at the field that it names', async () => {
  const refusal = {
    status: 422,
    code: 'unsafe-rules',
    title: '这样保存后规则会有错误',
    detail: '这样保存后规则会有错误。',
    errors: [{ pointer: '/rate/percent', code: 'total-above-cap', detail: '加上邀请佣金超过上限' }],
  };
  const { router } = layers('/rules/layers', {
    answer: ({ method }) => (method === 'PUT' ? { status: 422, body: refusal } : undefined),
  });
  fireEvent.click(within(await named('R-NEW')).getByText('单笔满 ¥500'));
  await waitFor(() => expect(placeOf(router)).toContain('open=R-NEW'));
  expect(placeOf(router)).toContain('field=amount');
  write(await screen.findByLabelText('按比例'), '99');
  fireEvent.click(screen.getByText('保存新的一版'));
  const item = (await screen.findByText('加上邀请佣金超过上限')).closest('[data-field]');
  expect(item?.getAttribute('data-field')).toBe('rate');
});

test('an error of the whole book about this rule blocks saving, and what was there before is not repeated', async () => {
  const clash = {
    severity: 'error',
    code: 'unknown-sku',
    text: '这条规则用到的商品不存在。',
    about: [{ kind: 'rule', id: 'R-NEW', name: '这条规则' }],
    pointer: '/when/skus',
  };
  layers('/rules/layers?open=R-NEW', {
    answer: ({ url, body }) =>
      url.includes('/rule-book/check') && (body['changes'] as object[]).length > 0
        ? { status: 200, body: { findings: [clash] } }
        : undefined,
  });
  expect(await screen.findByText(/用到的商品不存在/)).toBeTruthy();
  const save = screen.getByText('保存新的一版').closest('button');
  await waitFor(() => expect(save?.disabled).toBe(true));
  expect(screen.queryByText(/永远轮不到/)).toBeNull();
});

test('unsaved changes are asked about before the panel closes', async () => {
  const { router } = layers('/rules/layers?open=R-NEW');
  write(await screen.findByLabelText('按比例'), '20');
  await waitFor(() => expect(screen.getByText('先回测…').closest('button')?.disabled).toBe(false));
  // The guard is set an effect later than the button shows that something changed.
  await act(async () => undefined);
  fireEvent.click(screen.getByLabelText(/Esc/));
  await waitFor(() => expect(document.body.textContent).toContain('有改动没有保存'));
  expect(placeOf(router)).toContain('open=R-NEW');
});

test('group rules offer no conditions but products and categories, and need a group', async () => {
  const { asked } = layers('/rules/layers?add=group');
  write(await screen.findByLabelText('按比例'), '9');
  expect(screen.getByText('对这些分组里的人')).toBeTruthy();
  expect(screen.queryByText('加条件')).toBeNull();
  fireEvent.click(document.querySelector('form button[type=submit]') as HTMLElement);
  expect(await screen.findByText('至少选一个')).toBeTruthy();
  expect(asked('POST', '/rules').filter(({ url }) => url.endsWith('/rules'))).toHaveLength(0);
});

test('who may only look finds no handles, no menus that change, and a form that is closed', async () => {
  layers('/rules/layers?open=R-NEW', { permissions: ['read'] });
  await named('R-NEW');
  expect(screen.queryByLabelText(/拖动排序/)).toBeNull();
  expect(screen.queryByText('保存新的一版')).toBeNull();
  expect(screen.queryByText('加规则')).toBeNull();
});

test('what is sent leaves out conditions that are not shown, and the last day becomes the next midnight', () => {
  const values = {
    ...blankValues('sales_match'),
    days: { from: '2026-11-01', to: '2026-11-12' },
    when: { customer: 'new' as const, coupons: ['A'], amount: { from: '', to: '100' } },
    rate: { percent: '5' },
  };
  expect(bodyOf(values, ['customer', 'amount'], null, 'Asia/Shanghai')).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-13',
    scope: null,
    when: { customer: 'new', amount: { from: null, to: '100' } },
  });
  const group = { ...values, layer: 'group' as const, groups: ['gold'], promoters: ['P1'], scope: 'order' as const };
  expect(bodyOf(group, ['customer'], null, 'Asia/Shanghai')).toMatchObject({
    promoters: [],
    groups: ['gold'],
    scope: null,
    when: {},
  });
});

test('the last hours of a window are said in hours, far ends by their day', () => {
  const now = Date.parse('2026-11-10T14:32:00+08:00');
  const mark = (to: string | null) =>
    windowMark({ state: 'running', from: null, to }, now, 'Asia/Shanghai', 'zh', rulesWords.zh).text;
  expect(mark('2026-11-10T20:00:00+08:00')).toBe('还剩 5 小时');
  expect(mark('2026-12-05T00:00:00+08:00')).toBe('到12月4日');
  expect(mark(null)).toBe('长期');
});

test('deactivating a programme says whom it moves before it is done, the default one offers nothing', async () => {
  const { asked } = renderPage(<ProgrammesPage />, {
    path: '/rules/programmes',
    answer: ({ url }) =>
      url.endsWith('/deactivate') ? { status: 200, body: { programme: {}, moved: 87 } } : undefined,
  });
  fireEvent.click(await screen.findByLabelText('资深计划的更多操作'));
  fireEvent.click(await screen.findByText('停用…'));
  expect(await screen.findByText(/现在有 87 人在这个计划里/)).toBeTruthy();
  fireEvent.click(screen.getByText('停用'));
  expect(await screen.findByText('资深计划已停用，移动了 87 人')).toBeTruthy();
  expect(asked('POST', '/programmes/P3/deactivate')[0]?.body).toEqual({ version: 2 });
  expect(screen.queryByLabelText('标准计划的更多操作')).toBeNull();
});

test('the rules speak English too', async () => {
  chooseLanguage('en');
  layers();
  expect((await named('R-BOX')).textContent).toContain('Starts in 10 d');
  expect(await screen.findByText('This order would pay 陈嘉')).toBeTruthy();
  chooseLanguage('zh');
});
