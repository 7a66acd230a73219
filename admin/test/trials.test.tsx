import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ProgrammesPage } from '../src/features/plans/programmes-page';
import { draftBackTest, startBackTestUrl } from '../src/features/trials/back-test-draft';
import { BackTestsPage } from '../src/features/trials/back-tests-page';
import { placeOfPath } from '../src/features/trials/json-place';
import { PlanTrialPage } from '../src/features/trials/plan-trial-page';
import { sampleScenarios } from '../src/features/trials/sample-scenarios';
import { goldRule, planTrial, runningBackTest } from './fixtures/trials';
import { placeOf } from './list-place';
import { type Request, renderPage } from './render';

const rules = ({ url }: Request) => {
  if (url.includes('/api/v1/rules/')) return { status: 200, body: { ...goldRule, versions: [], findings: [] } };
  if (url.includes('/api/v1/rules?')) return { status: 200, body: { data: [goldRule], nextCursor: null } };
  return undefined;
};
const lowered = { kind: 'programme', id: 'P1', programme: programmeAt('4') } as const;

function programmeAt(percent: string) {
  return { name: '标准计划', rate: { percent }, skus: [], categories: [], recurring: { mode: 'forever' as const } };
}

beforeEach(() => {
  window.sessionStorage.clear();
  draftBackTest([]);
});

test('without a change nothing can be run, and the page says what to do', async () => {
  renderPage(<BackTestsPage />, { path: '/rules/back-tests' });
  expect(await screen.findByText(/还没有改动/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '开始回测' }).hasAttribute('disabled')).toBe(true);
  const earlier = await screen.findByRole('list', { name: '做过的回测' });
  await waitFor(() => expect(earlier.textContent).toContain('从 12% 改为 10%−¥1,103.80'));
});

test('a change that a form of the rule book sent here is told old against new, and is run over the chosen days', async () => {
  const path = startBackTestUrl([lowered]);
  const { asked, router } = renderPage(<BackTestsPage />, { path });
  const list = await screen.findByRole('list', { name: '要试的改动' });
  await waitFor(() => expect(list.textContent).toMatch(/标准计划 · 佣金：\d+(\.\d+)?% → 4%/));
  await userEvent.click(screen.getByText('90 天'));
  await userEvent.click(screen.getByRole('button', { name: '开始回测' }));
  await waitFor(() => expect(asked('POST', '/back-tests')).toHaveLength(1));
  expect(asked('POST', '/back-tests')[0]?.body).toEqual({ changes: [lowered], days: 90 });
  expect(placeOf(router)).toContain('open=BT1');
});

test('a rule is taken, gets another rate, and the rest of it stays', async () => {
  const { asked } = renderPage(<BackTestsPage />, { path: '/rules/back-tests', answer: rules });
  await userEvent.click(await screen.findByRole('button', { name: '改一条规则…' }));
  await userEvent.click(screen.getByRole('combobox', { name: '规则' }));
  await userEvent.click(await screen.findByText(/对金牌组.*12%/));
  const rate = await screen.findByRole('spinbutton', { name: '按比例' });
  await waitFor(() => expect((rate as HTMLInputElement).value).toBe('12'));
  await userEvent.clear(rate);
  await userEvent.type(rate, '10');
  await userEvent.click(screen.getByRole('button', { name: '放进改动' }));
  await waitFor(() =>
    expect(screen.getByRole('list', { name: '要试的改动' }).textContent).toContain('佣金：12% → 10%'),
  );
  await userEvent.click(screen.getByRole('button', { name: '开始回测' }));
  await waitFor(() => expect(asked('POST', '/back-tests')).toHaveLength(1));
  const { layer, groups, when, from, to, priority } = goldRule;
  expect(asked('POST', '/back-tests')[0]?.body).toMatchObject({
    changes: [
      { kind: 'rule', id: 'R-GOLD', rule: { layer, groups, when, from, to, priority, rate: { percent: '10' } } },
    ],
    days: 30,
  });
});

test('from the form of a programme the unsaved rate goes along, and nothing is asked on the way', async () => {
  const { router } = renderPage(<ProgrammesPage />, { path: '/rules/programmes?open=P1', route: '/rules/programmes' });
  const rate = await screen.findByRole('spinbutton', { name: '按比例' });
  await userEvent.clear(rate);
  await userEvent.type(rate, '7');
  await userEvent.click(screen.getByRole('button', { name: '先回测…' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/rules/back-tests'));
  const kept = JSON.parse(window.sessionStorage.getItem('fenrun.back-test-draft') ?? '[]');
  expect(kept).toMatchObject([{ kind: 'programme', id: 'P1', programme: { rate: { percent: '7' } } }]);
});

test('a result says in words who pays what, and lists it by promoter, product and day', async () => {
  const { asked, router } = renderPage(<BackTestsPage />, { path: '/rules/back-tests?open=BT1' });
  expect(await screen.findByText('改后会少付')).toBeTruthy();
  expect(screen.getByText(/少 3.1%/)).toBeTruthy();
  expect(screen.getByText(/31/, { selector: 'b' })).toBeTruthy();
  expect(await screen.findByText('陈嘉')).toBeTruthy();
  await userEvent.click(screen.getByRole('tab', { name: '按商品' }));
  expect(await screen.findByText('明前龙井 250 g')).toBeTruthy();
  expect(placeOf(router)).toContain('by=product');
  expect(screen.getByRole('link', { name: /下载 CSV/ }).getAttribute('href')).toContain('rows.csv?by=product');
  expect(asked('GET', '/rows?by=product')).toHaveLength(1);
});

test('while it runs it says how far it is and can be stopped', async () => {
  const { asked } = renderPage(<BackTestsPage />, { path: '/rules/back-tests?open=BT2' });
  expect(await screen.findByText('已完成 400，共 1,204')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '停下' }));
  await waitFor(() => expect(asked('POST', '/back-tests/BT2/cancel')).toHaveLength(1));
  expect(runningBackTest.result).toBeNull();
});

test('a plan from an example is played, and each difference is said with what came out', async () => {
  const { asked } = renderPage(<PlanTrialPage />, { path: '/rules/plan-trial' });
  await userEvent.click(await screen.findByRole('button', { name: /从例子开始/ }));
  await userEvent.click(await screen.findByText(/金牌组在/));
  await userEvent.click(screen.getByRole('button', { name: '开始推演' }));
  expect(await screen.findByText('1 处与预期不同')).toBeTruthy();
  const differences = screen.getByRole('list', { name: '与预期不同的' });
  expect(differences.textContent).toContain('O1 · CHENJIA · direct expect.commissionsamount 预期 31.84，实际 47.76');
  const table = within(screen.getByRole('table', { name: '佣金' }));
  expect(table.getByText('GOLD-TEA')).toBeTruthy();
  expect(asked('POST', '/trials/plan')[0]?.body).toEqual({ scenario: sampleScenarios('zh')[0]?.scenario });
});

test('a plan that cannot be played is shown with the line that is wrong', async () => {
  const invalid = { path: '$.programmes[1].rate.percent', detail: '不是百分比' };
  renderPage(<PlanTrialPage />, {
    path: '/rules/plan-trial',
    answer: ({ url }) =>
      url.includes('/trials/plan')
        ? { status: 200, body: { ...planTrial, diffs: [], actual: {}, invalid } }
        : undefined,
  });
  const area = (await screen.findByRole('textbox', { name: '方案文件' })) as HTMLTextAreaElement;
  const text = '{\n "title": "x",\n "programmes": [\n  { "id": "A" },\n  { "rate": { "percent": "x" } }\n ]\n}';
  await userEvent.click(area);
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole('button', { name: '开始推演' }));
  expect((await screen.findByRole('alert')).textContent).toContain('第 5 行');
  await userEvent.click(screen.getByRole('button', { name: '去到那里' }));
  await waitFor(() => expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('"x"'));
});

test('what is not JSON is said before anything is sent', async () => {
  const { asked } = renderPage(<PlanTrialPage />, { path: '/rules/plan-trial' });
  await userEvent.click(await screen.findByRole('textbox', { name: '方案文件' }));
  await userEvent.paste('{ "title": }');
  await userEvent.click(screen.getByRole('button', { name: '开始推演' }));
  expect((await screen.findByRole('alert')).textContent).toContain('这不是 JSON');
  expect(asked('POST', '/trials/plan')).toHaveLength(0);
});

test('a path that leads nowhere selects the nearest thing around it', () => {
  const text = '{ "a": [ { "b}": "]\\"" }, 2 ] }';
  const at = (path: string) => {
    const place = placeOfPath(text, path);
    return place && text.slice(place.start, place.end);
  };
  expect(at('$.a[1]')).toBe('2');
  expect(at('$.a[0].none')).toBe('{ "b}": "]\\"" }');
  expect(at('$.a[7]')).toBe('[ { "b}": "]\\"" }, 2 ]');
  expect(at('$')).toBe(text);
});
