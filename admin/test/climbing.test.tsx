import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { GroupsPage } from '../src/features/climbing/groups-page';
import { LadderPage } from '../src/features/climbing/ladder-page';
import { TierBonusesPage } from '../src/features/climbing/tier-bonuses-page';
import { dotsFor, dotUnit } from '../src/features/climbing/unit-dots';
import { groups, ladder, moves } from './fixtures/climbing';
import { renderPage } from './render';

/** The question that stands over the page: found by its text, because asking for roles is slow on a whole page. */
const question = async (title: string) => (await screen.findByText(title)).closest('[role=dialog]') as HTMLElement;

const fill = (field: HTMLElement, value: string) => {
  fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
};

const law = {
  code: 'downline-sales',
  pointer: '/ladder/metric',
  text: '按伙伴成交额升级有法律风险',
  mustAcknowledge: true,
};

test('a dot stands for ten people once the fullest level has no room for one each, and a part counts as one', () => {
  expect(dotUnit([1204, 312, 87, 14], 24)).toBe(10);
  expect(dotUnit([40, 3], 24)).toBe(1);
  expect(dotUnit([], 24)).toBe(1);
  expect([dotsFor(312, 10), dotsFor(14, 10), dotsFor(0, 10)]).toEqual([32, 2, 0]);
});

test('the staircase says who stands where, what a dot is, and how many stand there after the reset', async () => {
  renderPage(<LadderPage />, { path: '/rules/ladder' });
  const steps = within(await screen.findByRole('list', { name: '台阶' })).getAllByRole('listitem');
  expect(steps).toHaveLength(4);
  expect(steps[0]?.textContent).toContain('1,204 人');
  expect(steps[0]?.textContent).toContain('近 30 天有 46 人升上一级');
  expect(steps[0]?.textContent).toContain('从加入开始');
  expect(steps[0]?.textContent).toContain('重置后 1,514 人+310');
  expect(steps[3]?.textContent).toContain('已在最高一级，3 人手动固定');
  expect(steps[3]?.textContent).toContain('满 ¥100,000.00');
  expect(screen.getByText(/一点是 10 人，不足 10 人算一点。共 1,617 人。/)).toBeTruthy();
});

test('the next reset says when, what it does, whom it moves and who is pinned', async () => {
  const { asked } = renderPage(<LadderPage />, { path: '/rules/ladder' });
  expect(await screen.findByText('2027年1月1日 00:00')).toBeTruthy();
  expect(screen.getByText(/还有 51 天。每 6 个月所有人退回上一级，计数从 0 开始。/)).toBeTruthy();
  expect(await screen.findByText('首席计划，手动固定')).toBeTruthy();
  await userEvent.click(screen.getByText('手动固定'));
  await waitFor(() => expect(asked('GET', 'pinned=true')).toHaveLength(1));
  expect(await screen.findByText('312 人下移')).toBeTruthy();
});

test('levels are put in order and previewed before they are saved', async () => {
  const { asked } = renderPage(<LadderPage />, { path: '/rules/ladder?edit=1' });
  fill(await screen.findByLabelText('第 3 级 门槛'), '2000');
  await userEvent.click(screen.getByText('看看谁会动…'));
  const dialog = await question('保存后谁会动');
  expect(asked('PUT', '/ladder')).toHaveLength(0);
  expect(within(dialog).getByText('12 人马上移动', { selector: 'p' })).toBeTruthy();
  await userEvent.click(within(dialog).getByRole('button', { name: '保存，移动 12 人' }));
  await waitFor(() => expect(asked('PUT', '/ladder')).toHaveLength(1));
  expect(asked('PUT', '/ladder')[0]?.body).toMatchObject({
    version: 3,
    ladder: {
      levels: [
        { programme: 'P1', threshold: '0.00' },
        { programme: 'P3', threshold: '2000' },
        { programme: 'P2', threshold: '5000.00' },
        { programme: 'P4', threshold: '100000.00' },
      ],
      reset: { everyMonths: 6, day: 1, from: '2026-01-01', to: 'previous' },
    },
  });
});

test('the form names the coming resets as they will fall', async () => {
  renderPage(<LadderPage />, { path: '/rules/ladder?edit=1' });
  expect(await screen.findByText('接下来：2027年1月1日、2027年7月1日、2028年1月1日')).toBeTruthy();
});

test('what cannot be right is told at its field, and nothing is asked', async () => {
  const error = {
    severity: 'error',
    code: 'thresholds',
    text: '门槛太低',
    about: [],
    pointer: '/ladder/levels/1/threshold',
  };
  renderPage(<LadderPage />, {
    path: '/rules/ladder?edit=1',
    answer: ({ url }) =>
      url.endsWith('/preview') ? { status: 200, body: { ...moves, findings: [error] } } : undefined,
  });
  await userEvent.click(await screen.findByText('看看谁会动…'));
  expect(await screen.findByText('门槛太低')).toBeTruthy();
  expect(screen.queryByText('保存后谁会动')).toBeNull();
});

test('a legal warning is acknowledged before the ladder is saved', async () => {
  const { asked } = renderPage(<LadderPage />, {
    path: '/rules/ladder?edit=1',
    answer: ({ url }) => (url.endsWith('/preview') ? { status: 200, body: { ...moves, warnings: [law] } } : undefined),
  });
  await userEvent.click(await screen.findByText('看看谁会动…'));
  const dialog = await question('保存后谁会动');
  const save = within(dialog).getByRole('button', { name: /保存/ });
  expect(save.hasAttribute('disabled')).toBe(true);
  await userEvent.click(within(dialog).getByRole('checkbox'));
  await userEvent.click(save);
  await waitFor(() => expect(asked('PUT', '/ladder')).toHaveLength(1));
  expect(asked('PUT', '/ladder')[0]?.body['acknowledged']).toEqual(['downline-sales']);
});

test('switching the ladder off says what stops, and saves it as it is', async () => {
  const { asked } = renderPage(<LadderPage />, { path: '/rules/ladder' });
  await userEvent.click(await screen.findByLabelText('自动升级', { selector: 'button' }));
  const dialog = await question('关闭自动升级');
  expect(dialog.textContent).toContain('错过的重置不补');
  await userEvent.click(within(dialog).getByRole('button', { name: /保存/ }));
  await waitFor(() => expect(asked('PUT', '/ladder')).toHaveLength(1));
  expect(asked('PUT', '/ladder')[0]?.body).toMatchObject({ ladder: { ...ladder.ladder, isOn: false } });
});

test('a merchant without a ladder is told what it is and offered the first step', async () => {
  renderPage(<LadderPage />, {
    path: '/rules/ladder',
    answer: ({ url }) =>
      url.endsWith('/ladder')
        ? { status: 200, body: { ...ladder, version: 0, ladder: null, steps: [], nearest: [], nextReset: null } }
        : undefined,
  });
  await userEvent.click(await screen.findByText('搭台阶…'));
  expect(await screen.findByLabelText('第 1 级 门槛')).toBeTruthy();
});

test('whether refunds move people down is changed in the sentence', async () => {
  const { asked } = renderPage(<LadderPage />, { path: '/rules/ladder' });
  await userEvent.click(await screen.findByLabelText('退款后掉到门槛以下'));
  await userEvent.click(await screen.findByText('会降级'));
  await waitFor(() => expect(asked('PUT', '/settings')).toHaveLength(1));
  expect(asked('PUT', '/settings')[0]?.body).toMatchObject({ settings: { demoteOnRefund: true, risk: 'on' } });
});

test('groups stand with the highest rank on top, their criteria as a sentence', async () => {
  renderPage(<GroupsPage />, { path: '/rules/groups' });
  const rows = within(await screen.findByRole('list', { name: '分组' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent?.slice(0, 4))).toEqual(['1金牌组', '2银牌组', '3门店组', '—默认组']);
  expect(rows[0]?.textContent).toContain('满 60 单 且 成交满 ¥5,000.00');
  expect(rows[1]?.textContent).toContain('超过 20 单 或 超过 10 位客户');
  expect(rows[2]?.textContent).toContain('只能手动分进来');
});

test('a new order of groups is gathered, previewed and saved, the lowest first', async () => {
  const { asked } = renderPage(<GroupsPage />, { path: '/rules/groups' });
  await userEvent.click(await screen.findByLabelText('银牌组上移一位'));
  expect(asked('PUT', '/groups')).toHaveLength(0);
  await userEvent.click(await screen.findByText('看看谁会动…'));
  const dialog = await question('保存后谁会动');
  expect(dialog.textContent).toContain('没有人会动');
  await userEvent.click(within(dialog).getByRole('button', { name: '保存' }));
  await waitFor(() => expect(asked('PUT', '/groups')).toHaveLength(1));
  const body = asked('PUT', '/groups')[0]?.body as { groups: typeof groups.groups };
  expect(body.groups.groups.map((group) => group.id)).toEqual(['store', 'gold', 'silver']);
});

test('a group that rules name cannot be removed, and the reason is shown', async () => {
  const error = { severity: 'error', code: 'group-in-use', text: '2 条规则用到金牌组', about: [], pointer: null };
  renderPage(<GroupsPage />, {
    path: '/rules/groups',
    answer: ({ url }) =>
      url.endsWith('/groups/preview') ? { status: 200, body: { ...moves, findings: [error] } } : undefined,
  });
  await userEvent.click((await screen.findAllByText('去掉'))[0] as HTMLElement);
  await userEvent.click(await screen.findByText('看看谁会动…'));
  const dialog = await question('保存后谁会动');
  expect(dialog.textContent).toContain('2 条规则用到金牌组');
  expect(within(dialog).getByRole('button', { name: /保存/ }).hasAttribute('disabled')).toBe(true);
});

test('a group is added with criteria, which are read back as they are typed', async () => {
  renderPage(<GroupsPage />, { path: '/rules/groups?open=%2B' });
  fill(await screen.findByLabelText('名称'), '铜牌组');
  fill(screen.getByLabelText(/^成交单数/), '5');
  expect(await screen.findByText(/读起来是 满 5 单/)).toBeTruthy();
  await userEvent.click(screen.getByText('放进改动'));
  const rows = within(await screen.findByRole('list', { name: '分组' })).getAllByRole('listitem');
  expect(rows[0]?.textContent).toContain('铜牌组');
  expect(rows[0]?.textContent).toContain('新加，保存后生效');
});

test('the steps of the bonus read as sentences with how many enjoy them, and are saved together', async () => {
  const { asked } = renderPage(<TierBonusesPage />, { path: '/rules/tier-bonuses' });
  const rows = within(await screen.findByRole('list', { name: '达标奖励' })).getAllByRole('listitem');
  expect(rows[0]?.textContent).toBe('上月做到 ¥10,000.00，30 天内付 11%24 人享受中');
  await userEvent.click(screen.getByText('改奖励…'));
  const [first] = await screen.findAllByLabelText(/^门槛/);
  fill(first as HTMLElement, '12000');
  await userEvent.click(screen.getByText('保存'));
  await waitFor(() => expect(asked('PUT', '/tier-bonuses')).toHaveLength(1));
  expect(asked('PUT', '/tier-bonuses')[0]?.body).toMatchObject({
    version: 3,
    tierBonuses: {
      metric: 'sales',
      steps: [
        { threshold: '12000', days: 30 },
        { threshold: '50000.00', days: 30 },
      ],
    },
  });
});
