import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { roundScale } from '../src/kit/charts/round-scale';
import { type Column, placeColumns } from '../src/kit/list/columns';
import { dayPresets } from '../src/kit/list/day-presets';
import { useListUrlWithDefaults } from '../src/kit/list/list-defaults';
import { useListKeys } from '../src/kit/list/use-list-keys';
import { placeOf } from './list-place';

function Keys({ move, approve }: { move: (step: 1 | -1) => void; approve: () => void }) {
  useListKeys({ move, more: { a: approve } });
  return <input aria-label="field" />;
}

function Probe() {
  const url = useListUrlWithDefaults(usualOnly);
  return (
    <>
      <output>{url.getAll('status').join() || 'none'}</output>
      <button type="button" onClick={() => url.set({ status: null })}>
        clear
      </button>
      <button type="button" onClick={() => url.set({ status: ['in_review'] })}>
        usual
      </button>
    </>
  );
}

const usualOnly = { status: 'in_review' };

const column = (key: string, width: number, leaves?: number): Column<string> => ({
  key,
  title: key,
  width,
  leaves,
  grow: 1,
  render: () => key,
});

test('columns leave a narrow list in their order, and what never leaves shares what is there', () => {
  const columns = [column('amount', 100), column('name', 100), column('base', 100, 1), column('order', 100, 2)];
  expect(placeColumns(columns, 400).map((one) => one.column.key)).toEqual(['amount', 'name', 'base', 'order']);
  expect(placeColumns(columns, 350).map((one) => one.column.key)).toEqual(['amount', 'name', 'order']);
  expect(placeColumns(columns, 150).map((one) => one.width)).toEqual([75, 75]);
  expect(placeColumns(columns, 500).reduce((sum, one) => sum + one.width, 0)).toBe(500);
});

test('the ranges of days end today and begin where a clerk means them to', () => {
  const names = {
    today: 'today',
    yesterday: 'y',
    last3: '3',
    last7: '7',
    last30: '30',
    thisMonth: 'm',
    lastMonth: 'lm',
  };
  const ranges = Object.fromEntries(
    dayPresets('2026-03-01', names).map(({ label, from, to }) => [label, `${from} ${to}`]),
  );
  expect(ranges).toMatchObject({
    today: '2026-03-01 2026-03-01',
    y: '2026-02-28 2026-02-28',
    '7': '2026-02-23 2026-03-01',
    m: '2026-03-01 2026-03-01',
    lm: '2026-02-01 2026-02-28',
  });
});

test('an axis from zero ends at a figure that people count in', () => {
  expect(roundScale([13_900], 2)).toEqual({ min: 0, max: 20_000, interval: 10_000 });
  expect(roundScale([176_000], 4)).toEqual({ min: 0, max: 200_000, interval: 50_000 });
  expect(roundScale([0], 2)).toEqual({ min: 0, max: 2, interval: 1 });
});

test('keys act on the list, but not while somebody types or holds a modifier', () => {
  const move = vi.fn();
  const approve = vi.fn();
  render(<Keys move={move} approve={approve} />);
  fireEvent.keyDown(document.body, { key: 'j' });
  fireEvent.keyDown(document.body, { key: 'K' });
  fireEvent.keyDown(document.body, { key: 'a', ctrlKey: true });
  fireEvent.keyDown(screen.getByLabelText('field'), { key: 'a' });
  expect(move.mock.calls).toEqual([[1], [-1]]);
  expect(approve).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'a' });
  expect(approve).toHaveBeenCalledOnce();
});

test('a filter that is set by default stays out of the URL, and taking it away stays in it', async () => {
  const router = createMemoryRouter([{ path: '/', element: <Probe /> }]);
  render(<RouterProvider router={router} />);
  expect(screen.getByRole('status').textContent).toBe('in_review');
  await userEvent.click(screen.getByText('clear'));
  expect(screen.getByRole('status').textContent).toBe('none');
  expect(placeOf(router)).toBe('?status=-');
  await userEvent.click(screen.getByText('usual'));
  expect(screen.getByRole('status').textContent).toBe('in_review');
  expect(placeOf(router)).toBe('');
});
