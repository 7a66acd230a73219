import { BEGINNING, FOREVER, type Money, minor } from '@fenrun/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addRefund,
  compileBook,
  type Decision,
  decide,
  type KnownCommission,
  NO_REFUNDS,
  presentBook,
  type Refund,
  type RefundScale,
  type RefundTotals,
  recalculateCommissions,
  refundCommission,
  refundScale,
  type Sale,
} from '../src/index';
import { arbitraryBook, arbitraryFacts, arbitrarySale } from './oracle/arbitrary-book';

const yuan = (amount: number) => minor(Math.round(amount * 100));
const TEA = { sku: 'TEA', quantity: 2, base: yuan(100) };
const CUP = { sku: 'CUP', quantity: 1, base: yuan(50) };
const totals = (...refunds: Refund[]) => refunds.reduce(addRefund, NO_REFUNDS);
const piece = (sku: string, quantity = 1): Refund => ({ kind: 'pieces', pieces: [{ sku, quantity }] });

const paid = (...amounts: number[]): Pick<Decision, 'commissions'> => ({
  commissions: [
    {
      payee: 'A',
      kind: 'direct',
      inviterLevel: null,
      amount: minor(amounts.reduce((all, amount) => all + yuan(amount), 0)),
      lines: amounts.map((amount) => ({ base: yuan(100), rule: 'R', layer: 'individual', amount: yuan(amount) })),
    },
  ],
});
const known = (net: number, ...amounts: number[]): KnownCommission => ({
  payee: 'A',
  kind: 'direct',
  status: 'approved',
  net: yuan(net),
  amounts: amounts.map(yuan),
});
const again = (commissions: KnownCommission[], decision: Pick<Decision, 'commissions'>, refunds: RefundTotals) => {
  const scale = refundScale([TEA, CUP], null, refunds);
  return recalculateCommissions(commissions, decision, { was: scale, is: scale, countsTowardNth: false });
};

test('the difference is that of the two decided amounts', () => {
  expect(again([known(15, 10, 5)], paid(20, 0), NO_REFUNDS)).toMatchObject([{ net: 2000, difference: 500 }]);
  expect(again([known(15, 10, 5)], paid(4, 2), NO_REFUNDS)).toMatchObject([{ net: 600, difference: -900 }]);
});

test('what refunds took stays taken: one of two teas leaves half of the new amount', () => {
  expect(again([known(10, 10, 5)], paid(20, 5), totals(piece('TEA')))).toMatchObject([{ net: 1500, difference: 500 }]);
});

test('adjustments by hand stay on top, and nothing is taken below 0', () => {
  expect(again([known(17, 10, 5)], paid(4, 2), NO_REFUNDS)).toMatchObject([{ net: 800, difference: -900 }]);
  expect(again([known(3, 10, 5)], paid(4, 2), NO_REFUNDS)).toMatchObject([{ net: 0, difference: -300 }]);
});

test('a payee who had nothing gets what is decided now, less what was refunded', () => {
  expect(again([], paid(10, 5), totals(piece('TEA')))).toMatchObject([{ known: null, net: 1000, difference: 1000 }]);
  expect(again([], paid(10, 5), totals({ kind: 'everything' }))).toEqual([]);
});

test('a payee who would get nothing now keeps a commission of nothing', () => {
  expect(again([known(15, 10, 5)], { commissions: [] }, NO_REFUNDS)).toMatchObject([
    { decided: null, net: 0, difference: -1500, leftOut: null },
  ]);
});

test('what was rejected or reversed, and the rewards for every N-th order, are left as they are', () => {
  for (const status of ['rejected', 'reversed'] as const) {
    const found = again([{ ...known(15, 10, 5), status }], paid(20, 0), NO_REFUNDS);
    expect(found).toMatchObject([{ net: 1500, difference: 0, leftOut: status }]);
  }
  const scale = refundScale([TEA, CUP], null, NO_REFUNDS);
  const bonus: KnownCommission = { ...known(2, 2, 0), kind: 'bonus' };
  const frame = { was: scale, is: scale, countsTowardNth: true };
  expect(recalculateCommissions([bonus], { commissions: [] }, frame)).toMatchObject([{ leftOut: 'every-nth' }]);
  const rewarded = { commissions: paid(1, 0).commissions.map((one) => ({ ...one, kind: 'bonus' as const })) };
  expect(recalculateCommissions([], rewarded, frame)).toEqual([]);
});

test('a line whose product was excluded at sale is lowered by the base that it would have had', () => {
  const lines = [{ ...TEA, base: yuan(0) }, CUP];
  const scale = refundScale(lines, [yuan(100), yuan(55)], totals(piece('TEA')));
  expect(scale).toEqual({ bases: [10_000, 5_000], left: [5_000, 5_000] });
  expect(refundScale(lines, null, NO_REFUNDS)).toEqual({ bases: [0, 5_000], left: [0, 5_000] });
});

test('a recalculation to nothing is reversed by a full refund, with what was adjusted by hand', () => {
  const bases: Money[] = [yuan(100), yuan(50)];
  const none: Money[] = [yuan(0), yuan(0)];
  const commission = { status: 'approved' as const, net: yuan(2), amounts: none, isRecalculated: true };
  expect(refundCommission(commission, bases, bases, [yuan(50), yuan(50)])).toMatchObject({ taken: 0, net: 200 });
  expect(refundCommission(commission, bases, bases, none)).toEqual({ taken: 200, net: 0, status: 'reversed' });
});

const orderLines = (sale: Sale, decision: Decision) =>
  sale.lines.map(({ sku, quantity }, index) => ({ sku, quantity, base: decision.lines[index]?.base.base as Money }));

const arbitraryRefunds = fc.array(
  fc.record({ kind: fc.constant('pieces' as const), pieces: fc.constant([{ sku: 'TEA', quantity: 1 }]) }),
  { maxLength: 2 },
);

/** A sale decided by one book, refunded, decided again by another, refunded wholly. */
test('whatever two books decide: a second recalculation changes nothing, and a full refund leaves nothing', () => {
  fc.assert(
    fc.property(
      ...[arbitraryBook, arbitraryBook, arbitrarySale, arbitraryFacts, arbitraryRefunds],
      (book, other, sale, facts, refunds) => {
        const before = decide(compileBook(book), sale, facts);
        const after = decide(compileBook(presentBook(other)), sale, facts);
        const lines = orderLines(sale, before);
        const fresh = after.lines.map(({ base }) => base.base);
        const some = refunds.reduce<RefundTotals>(addRefund, NO_REFUNDS);
        const was = refundScale(lines, null, some);
        const is = refundScale(lines, fresh, some);
        const countsTowardNth = before.countsToward !== null;
        const had = before.commissions.map(
          ({ payee, kind, lines: parts }): KnownCommission => ({
            ...{ payee, kind, status: 'approved', amounts: parts.map(({ amount }) => amount) },
            net: refundedTo(
              parts.map(({ amount }) => amount),
              was,
            ),
          }),
        );
        const first = recalculateCommissions(had, after, { was, is, countsTowardNth });
        const now = first.map(
          ({ payee, kind, net, amounts, known: place, leftOut }): KnownCommission => ({
            ...{ payee, kind, status: 'approved', net },
            amounts: leftOut === null ? amounts : (had[place as number]?.amounts as readonly Money[]),
          }),
        );
        const second = recalculateCommissions(now, after, { was: is, is, countsTowardNth });
        expect(second.every(({ difference, known: place }) => difference === 0 && place !== null)).toBe(true);
        const none = is.left.map(() => minor(0));
        for (const { net, amounts } of now) {
          expect(net).toBeGreaterThanOrEqual(0);
          const status = 'approved' as const;
          expect(refundCommission({ status, net, amounts, isRecalculated: true }, is.bases, is.left, none).net).toBe(
            is.left.some((base) => base > 0) ? 0 : net,
          );
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

function refundedTo(amounts: readonly Money[], { bases, left }: RefundScale): Money {
  const status = 'approved' as const;
  const net = minor(amounts.reduce<number>((all, amount) => all + amount, 0));
  return refundCommission({ status, net, amounts }, bases, bases, left).net;
}

test('the present book holds from the beginning: last versions, no ended rule, windows as they are', () => {
  const rate = { kind: 'fixed' as const, amount: yuan(1), per: 'order' as const };
  fc.assert(
    fc.property(arbitraryBook, (book) => {
      const at = Date.UTC(2026, 0, 1);
      const rule = {
        ...{ layer: 'individual' as const, priority: 1, scope: null, promoters: ['A'], groups: [] },
        rate,
      };
      const window = { from: at, to: FOREVER };
      const version = book.version + 2;
      const changed = {
        ...book,
        version,
        rules: [
          { code: 'late', versions: [{ savedAs: version - 1, holdsFrom: at, value: { ...rule, when: {}, window } }] },
          {
            code: 'ended',
            versions: [
              { savedAs: version - 1, holdsFrom: BEGINNING, value: { ...rule, when: {}, window } },
              { savedAs: version, holdsFrom: at, value: null },
            ],
          },
        ],
      };
      const present = presentBook(changed);
      expect(present.rules).toEqual([
        { code: 'late', versions: [{ savedAs: version, holdsFrom: BEGINNING, value: { ...rule, when: {}, window } }] },
      ]);
      expect(present.programmes.map(({ code }) => code)).toEqual(book.programmes.map(({ code }) => code));
      expect(presentBook(changed, version - 1).rules.map(({ code }) => code)).toEqual(['late', 'ended']);
      expect(compileBook(present).changes).toEqual([BEGINNING]);
    }),
    { numRuns: 50 },
  );
});
