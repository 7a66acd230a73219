import { expect, test } from 'vitest';
import { checkBook, levelOf } from '../src/index';
import { balanceOf, groupNow, programmeNow } from './world/climbing';
import { differences } from './world/compare-with';
import { completeScenario } from './world/complete-scenario';
import { randomScenario } from './world/random-scenario';
import { runScenario } from './world/run-scenario';
import type { EventJson } from './world/scenario-file';
import { ladderNow, type World } from './world/state';

const DRAWN = 150;
const scenarios = Array.from({ length: DRAWN }, (_, seed) => completeScenario(randomScenario(seed)));

test('what is drawn can be saved', () => {
  for (const file of scenarios) {
    const { world } = runScenario({ ...file, events: file.events.slice(0, 1) });
    const errors = checkBook(world.book, { now: world.now }).filter(({ severity }) => severity === 'error');
    expect(errors, file.title).toEqual([]);
  }
});

test('a completed scenario plays again to what it says', () => {
  for (const file of scenarios) {
    const { world, problems } = runScenario(file);
    expect([...problems, ...differences(world, file.expect)], file.title).toEqual([]);
  }
});

test('letting time pass in between changes nothing', () => {
  for (const file of scenarios) {
    const events = file.events.flatMap((event, index): EventJson[] => {
      const next = file.events[index + 1];
      if (!next) return [event];
      const [from, to] = [Date.parse(event.at), Date.parse(next.at)];
      const ticks = [0.25, 0.5, 1].map((share) => ({
        at: new Date(from + Math.floor((to - from) * share)).toISOString(),
        do: 'tick',
      }));
      return [event, ...ticks];
    });
    expect(completeScenario({ ...file, events }).expect, file.title).toEqual(file.expect);
  }
});

test('what is delivered again at once or at the end changes nothing', () => {
  const isKeyed = ({ do: what }: EventJson) => ['order', 'refund', 'payout'].includes(what);
  for (const file of scenarios) {
    const { events: played, expect: whole } = file;
    const last = played.at(-1)?.at ?? '';
    const events = [
      ...played.map((event) => ({ ...event, repeat: 3 })),
      ...played
        .filter((event) => isKeyed(event) && !event.fails)
        .map((event) => ({ ...event, at: last, paidAt: event.paidAt ?? event.at })),
    ];
    expect(completeScenario({ ...file, events }).expect, file.title).toEqual(whole);
  }
});

/** What may take a promoter to a lower level or group. */
const LOWERING: Record<string, (world: World) => boolean> = {
  assign_programme: () => true,
  release_programme: () => true,
  assign_group: () => true,
  release_group: () => true,
  deactivate_programme: () => true,
  refund: demotes,
  reject: demotes,
  adjust: demotes,
};

function demotes(world: World): boolean {
  return world.file.merchant?.settings?.demoteOnRefund ?? false;
}

test('nobody goes down by himself but by reset, deactivation, demotion or a hand', () => {
  for (const file of scenarios) {
    const stood = new Map<string, { level: number; rank: number; reset: number }>();
    runScenario(file, (world, event) => {
      const { levels } = ladderNow(world);
      for (const promoter of world.promoters.values()) {
        const level = levelOf(levels, programmeNow(promoter)) ?? 0;
        const rank = (file.groups ?? []).findIndex(({ id }) => id === groupNow(promoter));
        const before = stood.get(promoter.id);
        if (before && !LOWERING[event.do]?.(world)) {
          expect(rank, `${file.title} ${event.at}`).toBeGreaterThanOrEqual(before.rank);
          if (before.reset === world.lastReset)
            expect(level, `${file.title} ${event.at}`).toBeGreaterThanOrEqual(before.level);
        }
        stood.set(promoter.id, { level, rank, reset: world.lastReset });
      }
    });
  }
});

test('no net is negative, and all money of a promoter is somewhere', () => {
  for (const file of scenarios) {
    runScenario(file, (world) => {
      for (const { net, status } of world.commissions) {
        expect(net).toBeGreaterThanOrEqual(0);
        if (status === 'reversed') expect(net).toBe(0);
      }
      for (const id of world.promoters.keys()) {
        const { pending, available, inPayout, paid, debt } = balanceOf(world, id);
        const nets = world.commissions.filter(({ payee, status }) => payee === id && status !== 'rejected');
        expect(pending + available + inPayout + paid - debt).toBe(nets.reduce((all, { net }) => all + net, 0));
      }
    });
  }
});

test('the drawn scenarios reach every kind, status and way of attribution', () => {
  const reached = new Set<string>();
  for (const file of scenarios) {
    for (const { kind, status, lines } of file.expect.commissions ?? []) {
      reached.add(`${kind} ${status}`);
      for (const { layer } of lines ?? []) reached.add(String(layer));
    }
    for (const { by } of Object.values(file.expect.attribution ?? {})) reached.add(by);
    for (const { fails } of file.events) if (fails) reached.add(fails);
  }
  const wanted = [
    ...['direct', 'network', 'self', 'bonus'].flatMap((kind) =>
      ['approved', 'reversed', 'paid'].map((status) => `${kind} ${status}`),
    ),
    ...['sales_match', 'individual', 'group', 'tier_bonus', 'default', 'self', 'network', 'bonus', 'manual', 'null'],
    ...['order', 'subscription', 'coupon', 'binding', 'touch', 'self', 'none'],
    ...[
      'unknown-commission',
      'decision-final',
      'invalid-state',
      'reason-required',
      'below-zero',
      'above-available',
      'payout-final',
    ],
  ];
  expect(wanted.filter((one) => !reached.has(one))).toEqual([]);
});
