import { BEGINNING, minor, percent, type Rate } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import { checkBook, DEFAULT_PRIORITY, DEFAULT_SETTINGS, type Rule, type RuleBook } from '../src/index';

const NOW = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];
const pays = (text: string): Rate => ({ kind: 'percent', percent: percent(text) });

const rule = (layer: Rule['layer'], more: Partial<Rule> = {}): Rule => ({
  layer,
  priority: DEFAULT_PRIORITY,
  window: { from: null, to: null },
  scope: null,
  promoters: [],
  groups: [],
  when: {},
  rate: pays('10'),
  ...more,
});

const programme = (more = {}) => ({
  isDefault: false,
  isActive: true,
  rate: pays('4'),
  skus: {},
  categories: {},
  recurring: { mode: 'forever' as const },
  ...more,
});

function bookOf(rules: Record<string, Rule>, more: Partial<RuleBook> = {}): RuleBook {
  return {
    version: 1,
    currency: 'CNY',
    region: 'CN',
    settings: first(DEFAULT_SETTINGS),
    programmes: [{ code: 'P1', versions: first(programme({ isDefault: true })) }],
    rules: Object.entries(rules).map(([code, value]) => ({ code, versions: first(value) })),
    campaigns: [],
    grouping: first({ isOn: true, groups: [{ code: 'Gold', auto: null }] }),
    ladder: [],
    tierBonuses: [],
    ...more,
  };
}

const told = (book: RuleBook, around = {}) =>
  checkBook(book, { now: NOW, ...around }).map(({ code, about }) => [code, ...about].join(' '));

test('a plain book has nothing to be said about', () => {
  expect(
    told(bookOf({ R1: rule('group', { groups: ['Gold'] }), R2: rule('individual', { promoters: ['A'] }) })),
  ).toEqual([]);
});

test('an individual rule names promoters, a group rule groups, and neither takes other conditions than products', () => {
  expect(
    told(
      bookOf({
        I: rule('individual', { when: { coupons: ['X'] } }),
        G: rule('group', { promoters: ['A'], scope: 'order' }),
        S: rule('sales_match', { groups: ['Gold'] }),
      }),
    ).sort(),
  ).toEqual(
    [
      'condition-not-taken I',
      'group-rule-without-groups G',
      'groups-not-taken S',
      'individual-without-promoters I',
      'promoters-not-taken G',
      'scope-not-taken G',
    ].sort(),
  );
});

test('windows that are empty are errors, those that are over are warnings', () => {
  const book = bookOf({
    EMPTY: rule('group', { groups: ['Gold'], window: { from: NOW + DAY, to: NOW + DAY } }),
    OVER: rule('group', { groups: ['Gold'], window: { from: null, to: NOW } }),
    RANGE: rule('sales_match', { when: { amount: { from: minor(500), to: minor(500) } } }),
  });
  expect(told(book)).toEqual(['amount-range-empty RANGE', 'window-empty EMPTY', 'window-in-past OVER']);
});

test('rules that are over are looked at only if somebody asks for them', () => {
  const over = rule('group', { groups: ['Silver'], window: { from: null, to: NOW } });
  const book = bookOf({ OVER: over, LATER: { ...over, window: { from: null, to: NOW + DAY } } });
  expect(told(book, { lookedAt: new Set() })).toEqual(['unknown-group LATER']);
  expect(told(book, { lookedAt: new Set(['OVER']) })).toContain('window-in-past OVER');
});

test('codes that nobody knows are named', () => {
  const book = bookOf({
    G: rule('group', { groups: ['Silver'] }),
    S: rule('sales_match', { when: { campaign: 'FALL', skus: ['TEA', 'CUP'] } }),
    I: rule('individual', { promoters: ['Z'] }),
  });
  expect(told(book, { skus: new Set(['TEA']), promoters: new Set(['A']) })).toEqual([
    'unknown-campaign S',
    'unknown-promoter I',
    'unknown-group G',
    'unknown-sku S',
  ]);
});

test('a merchant in CN cannot pay three levels, others can pay eleven at most', () => {
  const settings = (levels: string[]) =>
    first({ ...DEFAULT_SETTINGS, network: { basis: 'sale' as const, levels: levels.map(percent) } });
  expect(told(bookOf({}, { settings: settings(['5', '3']) }))).toEqual(['too-many-network-levels']);
  expect(told(bookOf({}, { settings: settings(['5', '3']), region: 'US' }))).toEqual([]);
  expect(told(bookOf({}, { settings: settings(Array(11).fill('1')), region: 'US' }))).toEqual([
    'too-many-network-levels',
  ]);
});

test('a rule that another always beats is unreachable, as long as the other holds throughout', () => {
  const all = rule('sales_match', { priority: 1 });
  expect(told(bookOf({ ALL: all, GOLD: rule('group', { groups: ['Gold'] }) }))).toEqual(['rule-unreachable GOLD ALL']);
  const soonOver = { ...all, window: { from: null, to: NOW + DAY } };
  expect(told(bookOf({ ALL: soonOver, GOLD: rule('group', { groups: ['Gold'] }) }))).toEqual([]);
  const tea = rule('sales_match', { priority: 1, when: { skus: ['TEA', 'CUP'] } });
  const narrower = rule('sales_match', { when: { skus: ['TEA'], coupons: ['X'] } });
  expect(told(bookOf({ TEA: tea, BOTH: narrower }))).toEqual(['rule-unreachable BOTH TEA']);
  expect(told(bookOf({ TEA: tea, ORDER: { ...narrower, scope: 'order' } }))).toEqual([]);
});

test('rules of equal rank that one sale can meet, at different rates, are told', () => {
  const one = rule('sales_match', { when: { coupons: ['X', 'Y'] } });
  const other = rule('sales_match', { when: { coupons: ['y'] }, rate: pays('12') });
  expect(told(bookOf({ A: one, B: other }))).toContain('rules-overlap A B');
  expect(told(bookOf({ A: one, B: { ...other, rate: one.rate } }))).not.toContain('rules-overlap A B');
  expect(told(bookOf({ A: one, B: { ...other, when: { coupons: ['Z'] } } }))).toEqual([]);
  expect(told(bookOf({ A: one, B: { ...other, priority: 50 } }))).toEqual([]);
});

test('a rate that is above the cap with the inviters on top is told', () => {
  const settings = first({
    ...DEFAULT_SETTINGS,
    maxCommissionPercent: percent('20'),
    network: { basis: 'sale' as const, levels: [percent('5')] },
  });
  const book = bookOf(
    {
      R16: rule('group', { groups: ['Gold'], rate: pays('16') }),
      R96: rule('individual', { promoters: ['A'], rate: pays('96') }),
    },
    { settings },
  );
  expect(told(book)).toEqual(['total-above-whole R96', 'total-above-cap R16']);
});

test('a ladder has each active programme once and thresholds that rise', () => {
  const level = (code: string, threshold: number) => ({ programme: code, threshold });
  const programmes = [
    { code: 'P1', versions: first(programme({ isDefault: true })) },
    { code: 'P2', versions: first(programme({ isActive: false })) },
    {
      code: 'P3',
      versions: [...first(programme()), { savedAs: 1, holdsFrom: NOW - DAY, value: programme({ isActive: false }) }],
    },
  ];
  const ladder = first({
    isOn: true,
    metric: 'referral_order_value' as const,
    levels: [level('P1', 0), level('P2', 500), level('P3', 500), level('P1', 600)],
    reset: { everyMonths: 0, day: 29, from: '2026-01-01', to: { programme: 'P9' } },
  });
  expect(told(bookOf({}, { programmes, ladder }))).toEqual([
    'ladder-programme-inactive P2',
    'ladder-programme-twice P1',
    'ladder-thresholds-not-rising P3',
    'reset-not-valid',
    'reset-level-unknown P9',
  ]);
});

test('a merchant has exactly one default programme, and it is active', () => {
  expect(told(bookOf({}, { programmes: [] }))).toEqual(['no-default-programme']);
  const two = ['P1', 'P2'].map((code) => ({
    code,
    versions: first(programme({ isDefault: true, isActive: code === 'P1' })),
  }));
  expect(told(bookOf({}, { programmes: two }))).toEqual([
    'several-default-programmes P1 P2',
    'default-programme-inactive P2',
  ]);
});
