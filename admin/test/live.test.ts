import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openLiveSocket } from '../src/lib/live-socket';
import { keysTouchedBy, readPush } from '../src/lib/push';

class FakeSocket {
  static made: FakeSocket[] = [];
  static readonly OPEN = 1;
  static readonly CONNECTING = 0;
  readyState = 0;
  onopen?: () => void;
  onclose?: () => void;
  onmessage?: (event: { data: string }) => void;
  constructor(readonly url: string) {
    FakeSocket.made.push(this);
  }
  close() {
    this.readyState = 3;
    this.onclose?.();
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  FakeSocket.made = [];
  vi.stubGlobal('WebSocket', FakeSocket);
});

afterEach(() => {
  vi.useRealTimers();
});

const open = (states: boolean[]) =>
  openLiveSocket({ url: 'ws://x.test', onMessage: () => undefined, onState: (state) => states.push(state) });

test('a broken push connects again, and waits longer each time', () => {
  const states: boolean[] = [];
  const stop = open(states);
  FakeSocket.made[0]?.onopen?.();
  FakeSocket.made[0]?.close();
  vi.advanceTimersByTime(1_000);
  expect(FakeSocket.made).toHaveLength(2);
  for (let tries = 0; tries < 4; tries += 1) {
    FakeSocket.made.at(-1)?.close();
    vi.advanceTimersByTime(31_000);
  }
  expect(FakeSocket.made).toHaveLength(6);
  expect(states.slice(0, 2)).toEqual([true, false]);
  stop();
  vi.advanceTimersByTime(60_000);
  expect(FakeSocket.made).toHaveLength(6);
});

test('an event makes the rooms that it touches old, and an unknown one does nothing', () => {
  const push = readPush('{"event":"commission.changed","at":"2026-11-10T14:32:00+08:00","commissions":["C1"]}');
  expect(push && keysTouchedBy(push)).toContain('commission');
  expect(readPush('{"event":"something.new"}')).toBeNull();
  expect(readPush('not json')).toBeNull();
});
