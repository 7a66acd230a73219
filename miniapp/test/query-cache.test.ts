import { beforeEach, expect, test, vi } from 'vitest';
import { entryOf, forgetAll, invalidate, put, refresh, subscribe } from '@/lib/query/query-cache';
import { beginAnew } from './stand-ins/taro';

const now = () => 1000;

beforeEach(() => {
  beginAnew(() => ({ statusCode: 500, data: '' }));
  forgetAll();
});

test('those who ask the same at the same time wait for one answer', async () => {
  let reads = 0;
  const read = async () => {
    reads += 1;
    return reads;
  };
  await Promise.all([refresh('home', read, false, now), refresh('home', read, false, now)]);
  expect(reads).toBe(1);
  expect(entryOf('home')).toMatchObject({ data: 1, at: 1000, problem: null });
});

test('a failed try keeps the answer before, with its time, and says what happened', async () => {
  await refresh('balance', async () => 'old', false, now);
  await refresh(
    'balance',
    () => Promise.reject({ errMsg: 'request:fail' }),
    false,
    () => 2000,
  );
  expect(entryOf('balance')).toMatchObject({ data: 'old', at: 1000 });
  expect(entryOf('balance').problem?.kind).toBe('offline');
});

test('what is kept on the phone is there after the app was closed, and only that', async () => {
  await refresh('kept', async () => 'yes', true, now);
  await refresh('not-kept', async () => 'no', false, now);
  vi.resetModules();
  const fresh = await import('@/lib/query/query-cache');
  expect(fresh.entryOf('kept')).toMatchObject({ data: 'yes', at: 1000, isInvalid: true });
  expect(fresh.entryOf('not-kept').at).toBe(0);
});

test('an event marks a question and all its parts, and nothing that only begins alike', async () => {
  for (const key of ['order', 'order:1', 'orders']) put(key, key, 1000);
  for (const key of ['order', 'order:1', 'orders']) entryOf(key).isInvalid = false;
  let told = 0;
  subscribe('order:1', () => {
    told += 1;
  });
  invalidate('order');
  expect(['order', 'order:1', 'orders'].map((key) => entryOf(key).isInvalid)).toEqual([true, true, false]);
  expect(told).toBe(1);
});
