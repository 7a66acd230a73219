import { expect, test } from 'vitest';
import { touchKindOf } from '@/features/attribution/api';
import { addressOf, isTab } from '@/lib/paths';
import { messageOf, waitBefore } from '@/lib/push';
import { noteEntry, pendingShare, settleShare, shareCodeOf } from '@/lib/referrer';
import { touchedBy } from '@/push-topics';
import { beginAnew } from './stand-ins/taro';

test('a share code in the address comes before the scene of a mini-program code', () => {
  expect(shareCodeOf({ s: 'k3J9dQ2xW8', scene: 'other12345' })).toBe('k3J9dQ2xW8');
  expect(shareCodeOf({ scene: 'k3J9dQ2xW8' })).toBe('k3J9dQ2xW8');
  expect(shareCodeOf({ scene: encodeURIComponent('s=k3J9dQ2xW8') })).toBe('k3J9dQ2xW8');
});

test('what cannot be a share code is left alone', () => {
  for (const query of [{}, { s: '' }, { s: '<script>' }, { scene: '%E0%A4%A' }, { s: 'x'.repeat(33) }])
    expect(shareCodeOf(query)).toBeNull();
});

test('a code waits on the phone until the server has been told, and only its own answer ends the waiting', () => {
  beginAnew(() => ({ statusCode: 500, data: '' }));
  noteEntry({ path: 'p', query: { s: 'first12345' }, scene: 1007 });
  noteEntry({ path: 'p', query: { s: 'second1234' }, scene: 1047 });
  settleShare('first12345');
  expect(pendingShare()).toEqual({ code: 'second1234', scene: 1047, path: 'p' });
  settleShare('second1234');
  expect(pendingShare()).toBeNull();
});

test('a way in is a scan, a click or an opened share', () => {
  expect([1047, 1011].map(touchKindOf)).toEqual(['scan', 'scan']);
  expect([1001, 1065, 1194].map(touchKindOf)).toEqual(['click', 'click', 'click']);
  expect([1007, 1008, 1036, 1155].map(touchKindOf)).toEqual(['share', 'share', 'share', 'share']);
});

test('an address is written from the table of pages, with what it carries escaped', () => {
  expect(addressOf('product', { sku: '茶 1&2', s: 'abc' })).toBe(
    '/subpackages/shop/product/index?sku=%E8%8C%B6%201%262&s=abc',
  );
  expect(addressOf('home', {})).toBe('/pages/home/index');
  expect([isTab('me'), isTab('product')]).toEqual([true, false]);
});

test('a dropped line is tried again after growing waits that never exceed fifteen seconds', () => {
  const waits = [0, 1, 2, 3, 10, 30].map((attempt) => waitBefore(attempt, 1));
  expect(waits).toEqual([400, 800, 1600, 3200, 15_000, 15_000]);
  expect(waitBefore(3, 0)).toBe(1600);
});

test('a greeting asks for everything anew, an event for what it touches, and the unknown for nothing', () => {
  expect(touchedBy({ event: 'hello', at: '2026-11-21T00:00:00Z' })).toBe('all');
  expect(touchedBy({ event: 'payout.changed', at: '2026-11-21T00:00:00Z', payout: 'P' })).toContain('balance');
  expect(touchedBy(messageOf('{"event":"of.the.future"}') as never)).toEqual([]);
  expect(messageOf('not json')).toBeNull();
});
