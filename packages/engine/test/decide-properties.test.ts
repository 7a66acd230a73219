import { minor } from '@fenrun/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRefund,
  amountLeft,
  baseOf,
  type CompiledBook,
  compileBook,
  type Decision,
  decide,
  explain,
  keepFacts,
  NO_REFUNDS,
  recallSale,
  refundCommission,
  remainingBases,
  type Sale,
  type SaleFacts,
} from '../src/index';
import { arbitraryBook, arbitraryFacts, arbitraryRule, arbitrarySale } from './oracle/arbitrary-book';
import { plainDecide } from './oracle/plain-decide';

const RUNS = 3_000;
const world = fc.tuple(arbitraryBook, arbitrarySale, arbitraryFacts);

const paidOf = ({ commissions }: Decision) =>
  Object.fromEntries(commissions.map(({ payee, kind, amount }) => [`${payee}/${kind}`, BigInt(amount)]));

test('every decision is that of the law written down a second time', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const decision = decide(compileBook(book), sale, facts);
      const plain = plainDecide(book, sale, facts);
      expect(decision.lines.map(({ base, rule, layer }) => ({ base: BigInt(base.base), rule, layer }))).toEqual(
        plain.lines.map(({ base, rule, layer }) => ({ base, rule, layer })),
      );
      expect(paidOf(decision)).toEqual(plain.paid);
      expect(decision.nothing !== null).toBe(plain.nothing);
    }),
    { numRuns: RUNS },
  );
});

test('the reason of every loser is that of the law written down a second time', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const trace = explain(compileBook(book), sale, facts);
      const told = trace.lines.map(({ candidates }) =>
        Object.fromEntries(candidates.map(({ rule, lost }) => [rule, lost])),
      );
      expect(told).toEqual(plainDecide(book, sale, facts).losers);
    }),
    { numRuns: RUNS },
  );
});

test('the trace names the winner that was decided, and exactly the candidates that were kept', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const compiled = compileBook(book);
      const decision = decide(compiled, sale, facts);
      const trace = explain(compiled, sale, facts);
      expect(trace.decision).toEqual(decision);
      trace.lines.forEach(({ candidates, decided }) => {
        if (candidates.length === 0) return;
        const winners = candidates.filter(({ lost }) => lost === null).map(({ rule }) => rule);
        expect(winners).toEqual(decided.layer === 'manual' || decided.rule === null ? [] : [decided.rule]);
        const matched = candidates.filter(
          ({ lost }) => lost !== null && lost !== 'outside_window' && !lost.startsWith('condition'),
        );
        expect(decided.alsoMatched).toEqual(matched.map(({ rule }) => rule).slice(0, 8));
      });
    }),
    { numRuns: RUNS },
  );
});

test('parts add up: lines to the commission, shares of discount and shipping to the order, base to its parts', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const decision = decide(compileBook(book), sale, facts);
      for (const { amount, lines } of decision.commissions) {
        expect(lines.reduce((all, line) => all + line.amount, 0)).toBe(amount);
        expect(lines).toHaveLength(sale.lines.length);
        expect(amount).toBeGreaterThan(0);
      }
      const shared = decision.lines.reduce((all, { base }) => all + base.orderDiscount, 0);
      expect(shared).toBe(sale.discount);
      for (const { base } of decision.lines) {
        const parts = base.gross - base.lineDiscount - base.orderDiscount + base.tax + base.shipping;
        expect(base.base).toBe(base.isExcluded ? 0 : parts);
      }
    }),
    { numRuns: RUNS },
  );
});

test('nothing is ever negative, and all commissions of a line stay under the cap', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const percent = book.settings[0]?.value?.maxCommissionPercent ?? 0;
      const decision = decide(compileBook(book), sale, facts);
      decision.lines.forEach(({ base }, index) => {
        const amounts = decision.commissions.map(({ lines }) => lines[index]?.amount ?? 0);
        const promised = decision.countsToward?.lines[index]?.amount ?? 0;
        expect(Math.min(0, ...amounts)).toBe(0);
        expect(amounts.reduce<number>((all, amount) => all + amount, promised)).toBeLessThanOrEqual(
          (base.base * percent) / 1_000_000,
        );
      });
    }),
    { numRuns: RUNS },
  );
});

test('the order in which rules were saved does not matter', () => {
  fc.assert(
    fc.property(world, fc.infiniteStream(fc.nat()), ([book, sale, facts], keys) => {
      const shuffled = book.rules
        .map((rule) => ({ rule, key: keys.next().value as number }))
        .sort((a, b) => a.key - b.key);
      const other = { ...book, rules: shuffled.map(({ rule }) => rule) };
      expect(decide(compileBook(other), sale, facts)).toEqual(decide(compileBook(book), sale, facts));
    }),
    { numRuns: 500 },
  );
});

test('what is saved later never changes the decision of an earlier book', () => {
  const later = fc.array(fc.tuple(arbitraryRule, fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(world, later, ([book, sale, facts], added) => {
      const grown = {
        ...book,
        version: 2,
        rules: [
          ...book.rules.map((rule, index) =>
            index === 0 ? { ...rule, versions: [...rule.versions, { savedAs: 2, holdsFrom: 10, value: null }] } : rule,
          ),
          ...added.map(([value, holdsFrom], index) => ({
            code: `N${index}`,
            versions: [{ savedAs: 2, holdsFrom, value }],
          })),
        ],
      };
      expect(decide(compileBook(grown, 1), sale, facts)).toEqual(decide(compileBook(book), sale, facts));
    }),
    { numRuns: 500 },
  );
});

test('the facts that are kept beside the order give the same decision again', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const kept = JSON.parse(JSON.stringify(keepFacts(book.version, sale, facts)));
      const { newness: _, campaign: __, ...order } = sale;
      const stored = { ...order, lines: sale.lines.map(({ category: ___, ...line }) => line) };
      const compiled: CompiledBook = compileBook(book, kept.bookVersion);
      expect(decide(compiled, recallSale(stored, kept), kept as SaleFacts)).toEqual(decide(compiled, sale, facts));
    }),
    { numRuns: 500 },
  );
});

const arbitraryRefunds = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('pieces' as const),
      pieces: fc.array(
        fc.record({ sku: fc.constantFrom('TEA', 'CUP', 'POT'), quantity: fc.integer({ min: 1, max: 3 }) }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
    fc.record({
      kind: fc.constant('amounts' as const),
      amounts: fc.array(
        fc.record({ sku: fc.constantFrom('TEA', 'CUP', 'POT'), amount: fc.integer({ min: 1, max: 6_000 }).map(minor) }),
        { minLength: 1, maxLength: 2 },
      ),
    }),
  ),
  { maxLength: 6 },
);

const refundableLines = (sale: Sale, decision: Decision) =>
  sale.lines.map(({ sku, quantity }, index) => ({ sku, quantity, base: decision.lines[index]?.base.base ?? minor(0) }));

test('refunds in any order leave the same bases, and a full one reverses every commission exactly', () => {
  fc.assert(
    fc.property(world, arbitraryRefunds, fc.infiniteStream(fc.nat()), ([book, sale, facts], refunds, keys) => {
      const decision = decide(compileBook(book), sale, facts);
      const lines = refundableLines(sale, decision);
      const bases = lines.map(({ base }) => base);
      const shuffled = [...refunds].sort(() => ((keys.next().value as number) % 3) - 1);
      expect(remainingBases(lines, shuffled.reduce(addRefund, NO_REFUNDS))).toEqual(
        remainingBases(lines, refunds.reduce(addRefund, NO_REFUNDS)),
      );
      for (const { amount, lines: parts } of decision.commissions) {
        const amounts = parts.map((part) => part.amount);
        let net = amount;
        let totals = NO_REFUNDS;
        let status: 'approved' | 'reversed' = 'approved';
        let before = bases;
        for (const refund of [...refunds, { kind: 'everything' as const }]) {
          totals = addRefund(totals, refund);
          const after = remainingBases(lines, totals);
          const effect = refundCommission({ status, net, amounts }, bases, before, after);
          expect(effect.taken).toBeGreaterThanOrEqual(0);
          expect(effect.net).toBe(amountLeft(amounts, bases, after));
          net = effect.net;
          status = effect.status as typeof status;
          before = after;
        }
        expect(net).toBe(0);
        expect(status).toBe('reversed');
      }
    }),
    { numRuns: 1_000 },
  );
});

test('the base of an order does not depend on what is decided about it', () => {
  fc.assert(
    fc.property(world, ([book, sale, facts]) => {
      const policy = book.settings[0]?.value?.base;
      if (!policy) return;
      const bases = baseOf(sale, policy);
      decide(compileBook(book), sale, facts).lines.forEach(({ base }, index) => {
        expect({ ...base, isExcluded: false, base: 0 }).toEqual({ ...bases[index], isExcluded: false, base: 0 });
      });
    }),
    { numRuns: 300 },
  );
});
