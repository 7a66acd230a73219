import { expect, test } from 'vitest';
import { moveClock } from '../../src/demo/move-clock';
import { SettableClock } from '../../src/foundation/clock';
import type { DueWork } from '../../src/foundation/jobs';

/** Real time stands still, so that every instant is exact. */
const START = 1_000_000;

function world() {
  const clock = new SettableClock(() => START);
  const log: string[] = [];
  const agenda: { name: string; at: number; next?: () => void }[] = [];
  const take = (name: string, until: number) => {
    const due = agenda.filter((one) => one.name === name && one.at <= until).sort((a, b) => a.at - b.at);
    for (const one of due) {
      agenda.splice(agenda.indexOf(one), 1);
      log.push(`${name}@${one.at - START}(${clock.now() - START})`);
      one.next?.();
    }
  };
  const next = (name: string) =>
    agenda
      .filter((one) => one.name === name)
      .map((one) => one.at)
      .sort((a, b) => a - b)[0] ?? null;
  const work: DueWork = {
    name: 'shop',
    nextDueAt: async (after) => (next('shop') === null ? null : Math.max(after, next('shop')!)),
    runDue: async (until) => take('shop', until),
  };
  const emulator = {
    time: async () => ({ offsetMs: 0, nextDueAtMs: next('wechat') }),
    setOffset: async (offsetMs: number) => {
      take('wechat', START + offsetMs);
      return { offsetMs, nextDueAtMs: next('wechat') };
    },
  };
  return { clock, log, agenda, work, parts: { clock, emulator, works: () => new Set([work]), real: () => START } };
}

test('time stops at every due instant of both sides, in order, and ends where it was sent', async () => {
  const { clock, log, agenda, parts } = world();
  agenda.push(
    { name: 'shop', at: START + 3_000 },
    { name: 'wechat', at: START + 1_000 },
    { name: 'wechat', at: START + 5_000 },
    { name: 'shop', at: START + 60_000 },
  );
  await moveClock(parts, 10_000);
  expect(log).toEqual(['wechat@1000(1000)', 'shop@3000(3000)', 'wechat@5000(5000)']);
  expect(clock.offset).toBe(10_000);
});

test('what a stop makes due is done before time goes on', async () => {
  const { log, agenda, parts } = world();
  agenda.push({
    name: 'wechat',
    at: START + 1_000,
    next: () =>
      agenda.push({ name: 'shop', at: START + 1_000, next: () => agenda.push({ name: 'wechat', at: START + 2_000 }) }),
  });
  agenda.push({ name: 'shop', at: START + 9_000 });
  await moveClock(parts, 10_000);
  expect(log).toEqual(['wechat@1000(1000)', 'shop@1000(1000)', 'wechat@2000(2000)', 'shop@9000(9000)']);
});

test('something that stays due and never gets done does not hold time up for ever', async () => {
  const clock = new SettableClock(() => START);
  const stuck: DueWork = { name: 'stuck', nextDueAt: async (after) => after, runDue: async () => undefined };
  await moveClock({ clock, emulator: null, works: () => new Set([stuck]), real: () => START }, 3_600_000);
  expect(clock.offset).toBe(3_600_000);
});
