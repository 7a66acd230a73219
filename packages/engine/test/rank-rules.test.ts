import { BEGINNING, percent } from '@fenrun/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CompiledRule, compileBook, DEFAULT_SETTINGS, placeRule, type Rule, type RuleBook } from '../src/index';

const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];

const rule = (priority: number, conditions: number): Rule => ({
  layer: 'sales_match',
  priority,
  window: { from: null, to: null },
  scope: null,
  promoters: [],
  groups: [],
  when: { ...(conditions > 0 ? { subId: 'S' } : {}), ...(conditions > 1 ? { customer: 'new' as const } : {}) },
  rate: { kind: 'percent', percent: percent('5') },
});

function compiled(rules: readonly (readonly [string, Rule])[]): readonly CompiledRule[] {
  const book: RuleBook = {
    version: 1,
    currency: 'CNY',
    region: 'CN',
    settings: first(DEFAULT_SETTINGS),
    programmes: [],
    rules: rules.map(([code, value]) => ({ code, versions: first(value) })),
    campaigns: [],
    grouping: [],
    ladder: [],
    tierBonuses: [],
  };
  return compileBook(book).rules;
}

const codes = (rules: readonly CompiledRule[]) => rules.map(({ ref }) => ref);

/** Moves a rule and compiles the book anew with the new priorities. */
function moved(rules: readonly CompiledRule[], code: string, before: string | null) {
  const find = (ref: string) => rules.find((one) => one.ref === ref) as CompiledRule;
  const changes = placeRule(rules, find(code), before === null ? null : find(before));
  const to = new Map(changes.map((change) => [change.code, change.to]));
  const after = rules.map(({ ref, rule: own }) => [ref, { ...own, priority: to.get(ref) ?? own.priority }] as const);
  return { changes, order: codes(compiled(after)) };
}

test('between neighbours with a free number only the moved rule changes', () => {
  const rules = compiled([
    ['A', rule(10, 0)],
    ['B', rule(20, 0)],
    ['C', rule(30, 0)],
  ]);
  const { changes, order } = moved(rules, 'C', 'B');
  expect(order).toEqual(['A', 'C', 'B']);
  expect(changes).toEqual([{ code: 'C', from: 30, to: 15 }]);
});

test('where the tie-breaks already put it, an equal priority is enough', () => {
  const rules = compiled([
    ['A', rule(100, 0)],
    ['B', rule(100, 2)],
    ['C', rule(200, 1)],
  ]);
  expect(moved(rules, 'C', 'A')).toEqual({ changes: [{ code: 'C', from: 200, to: 100 }], order: ['B', 'C', 'A'] });
});

test('without room the shorter side is pushed aside', () => {
  const rules = compiled([
    ['A', rule(1, 0)],
    ['B', rule(2, 0)],
    ['C', rule(3, 0)],
    ['D', rule(4, 2)],
    ['E', rule(9, 1)],
  ]);
  const { changes, order } = moved(rules, 'E', 'D');
  expect(order).toEqual(['A', 'B', 'C', 'E', 'D']);
  expect(changes).toEqual([
    { code: 'E', from: 9, to: 3 },
    { code: 'C', from: 3, to: 2 },
  ]);
});

test('any rule comes to any place, and the others keep their order', () => {
  const one = fc.record({ priority: fc.constantFrom(0, 1, 2, 3, 100, 101, 999_999, 1_000_000), conditions: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(one, { minLength: 2, maxLength: 9 }), fc.nat(), fc.nat(), (given, from, to) => {
      const rules = compiled(given.map(({ priority, conditions }, index) => [`R${index}`, rule(priority, conditions)]));
      const code = (rules[from % rules.length] as CompiledRule).ref;
      const others = codes(rules).filter((ref) => ref !== code);
      const before = others[to % (others.length + 1)] ?? null;
      const at = before === null ? others.length : others.indexOf(before);
      const { changes, order } = moved(rules, code, before);
      expect(order).toEqual([...others.slice(0, at), code, ...others.slice(at)]);
      for (const change of changes) expect(change.to).toBeGreaterThanOrEqual(0);
      for (const change of changes) expect(change.to).toBeLessThanOrEqual(1_000_000);
    }),
    { numRuns: 500 },
  );
});
