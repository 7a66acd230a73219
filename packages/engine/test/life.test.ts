import { DAY_MS, isRefusal, type Money, minor, parseInstant } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import {
  type ApprovalPolicy,
  addRefund,
  adjustByHand,
  ageInDays,
  askForPayout,
  type CommissionStatus,
  type DecidedBy,
  decideByPerson,
  judgeAtMaturity,
  type MatureCommission,
  maturesAt,
  NO_REFUNDS,
  newlyPaid,
  nthBonus,
  type Refund,
  refundCommission,
  remainingBases,
} from '../src/index';

const yuan = (amount: number) => minor(Math.round(amount * 100));
const codeOf = (answer: unknown) => (isRefusal(answer) ? answer.refused : answer);

// domain.md, section 5: refunds.

const TEA = { sku: 'TEA', quantity: 3, base: yuan(99.99) };
const CUP = { sku: 'CUP', quantity: 1, base: yuan(50) };
const left = (refunds: Refund[], lines = [TEA, CUP]) => remainingBases(lines, refunds.reduce(addRefund, NO_REFUNDS));
const pieces = (sku: string, quantity: number): Refund => ({ kind: 'pieces', pieces: [{ sku, quantity }] });
const amounts = (sku: string, amount: number): Refund => ({
  kind: 'amounts',
  amounts: [{ sku, amount: yuan(amount) }],
});

test('one of three pieces takes a third of the line, and the pieces of several refunds are counted together', () => {
  expect(left([pieces('TEA', 1)])).toEqual([6666, 5000]);
  expect(left([pieces('TEA', 1), pieces('TEA', 1)])).toEqual([3333, 5000]);
  expect(left([pieces('TEA', 1), pieces('TEA', 1), pieces('TEA', 1)])).toEqual([0, 5000]);
  // 10.00 over 3 pieces: 3.33 after one, 6.67 (not 6.66) after two.
  expect(left([pieces('X', 2)], [{ sku: 'X', quantity: 3, base: yuan(10) }])).toEqual([333]);
});

test('pieces and amounts add up, and more than is left takes what is left', () => {
  expect(left([pieces('TEA', 1), amounts('TEA', 20)])).toEqual([4666, 5000]);
  expect(left([amounts('CUP', 60)])).toEqual([9999, 0]);
  expect(left([pieces('TEA', 7)])).toEqual([0, 5000]);
  expect(left([{ kind: 'everything' }])).toEqual([0, 0]);
});

test('a SKU that stands on two lines is taken from them in order', () => {
  const lines = [
    { sku: 'TEA', quantity: 1, base: yuan(30) },
    { sku: 'TEA', quantity: 2, base: yuan(40) },
  ];
  expect(left([pieces('TEA', 2)], lines)).toEqual([0, 2000]);
  expect(left([amounts('TEA', 35)], lines)).toEqual([0, 3500]);
});

const commission = (net: number, status: CommissionStatus = 'approved') => ({
  status,
  net: yuan(net),
  amounts: [yuan(10), yuan(5)],
});
const bases: Money[] = [yuan(99.99), yuan(50)];

test('a partial refund brings each line to the rate of the sale', () => {
  const effect = refundCommission(commission(15), bases, bases, left([pieces('TEA', 1)]));
  expect(effect).toEqual({ taken: 333, net: 1167, status: 'approved' });
  // The amounts of scenario 22: 15.00 becomes 9.67, 7.50 becomes 4.83.
  const after = left([pieces('TEA', 1), amounts('CUP', 20)]);
  expect(refundCommission(commission(15), bases, bases, after).net).toBe(967);
  expect(
    refundCommission({ status: 'approved', net: yuan(7.5), amounts: [yuan(5), yuan(2.5)] }, bases, bases, after).net,
  ).toBe(483);
});

test('a refund takes at most the net, and a full one takes adjustments by hand with it', () => {
  expect(refundCommission(commission(2), bases, bases, left([pieces('TEA', 1)]))).toMatchObject({
    taken: 200,
    net: 0,
    status: 'approved',
  });
  const all = left([{ kind: 'everything' }]);
  expect(refundCommission(commission(18), bases, bases, all)).toEqual({ taken: 1800, net: 0, status: 'reversed' });
});

test('paid and rejected commissions keep their status when they are refunded to nothing', () => {
  const all = left([{ kind: 'everything' }]);
  const statusAfter = (status: CommissionStatus) => refundCommission(commission(15, status), bases, bases, all).status;
  expect((['pending', 'in_review', 'approved', 'paid', 'rejected'] as const).map(statusAfter)).toEqual([
    'reversed',
    'reversed',
    'reversed',
    'paid',
    'rejected',
  ]);
});

// domain.md, section 5: approval.

test('people decide what rules left open or decided, with reasons, and only once', () => {
  const answer = (status: CommissionStatus, decidedBy: DecidedBy, verdict: 'approve' | 'reject', reason?: string) =>
    codeOf(decideByPerson({ status, decidedBy }, verdict, reason));
  expect(codeOf(decideByPerson(null, 'approve', null))).toBe('unknown-commission');
  expect(answer('in_review', null, 'approve')).toBe('approved');
  expect(answer('pending', null, 'approve')).toBe('reason-required');
  expect(answer('pending', null, 'approve', 'known customer')).toBe('approved');
  expect(answer('rejected', 'rule', 'approve')).toBe('reason-required');
  expect(answer('rejected', 'rule', 'approve', 'the rule was wrong')).toBe('approved');
  expect(answer('in_review', null, 'reject', '  ')).toBe('reason-required');
  expect(answer('approved', 'rule', 'reject', 'same address')).toBe('rejected');
  expect(answer('approved', 'rule', 'approve')).toBe('invalid-state');
  expect(answer('rejected', 'rule', 'reject', 'again')).toBe('invalid-state');
  expect(answer('paid', 'rule', 'reject', 'too late')).toBe('invalid-state');
  expect(answer('reversed', null, 'approve', 'why not')).toBe('invalid-state');
  expect(answer('approved', 'person', 'reject', 'changed my mind')).toBe('decision-final');
  expect(answer('rejected', 'person', 'approve', 'changed my mind')).toBe('decision-final');
});

test('adjustments by hand need a state, a reason and an amount, in that order, and never take the net below 0', () => {
  const answer = (status: CommissionStatus, amount: number | null, reason: string | null) =>
    codeOf(adjustByHand({ status, net: yuan(10) }, amount === null ? null : yuan(amount), reason));
  expect(codeOf(adjustByHand(null, yuan(1), 'x'))).toBe('unknown-commission');
  expect(answer('reversed', 0, null)).toBe('invalid-state');
  expect(answer('rejected', 1, 'x')).toBe('invalid-state');
  expect(answer('approved', 0, null)).toBe('reason-required');
  expect(answer('approved', 0, 'x')).toBe('invalid-amount');
  expect(answer('approved', null, 'x')).toBe('invalid-amount');
  expect(answer('paid', -10.01, 'x')).toBe('below-zero');
  expect(answer('paid', -10, 'x')).toBe(0);
  expect(answer('pending', 1.5, 'photo of the month')).toBe(1150);
});

const fresh: MatureCommission = {
  net: yuan(50),
  orderType: 'one_time',
  promoterAgeDays: 10,
  group: null,
  riskScore: 0,
  isHeld: false,
};

test('the first approval rule whose conditions all hold decides, then the default', () => {
  const policy: ApprovalPolicy = {
    default: 'auto',
    rules: [
      { when: { orderType: 'manual', amount: { from: yuan(10), to: null } }, outcome: 'review' },
      { when: { promoterAgeDays: { from: null, to: 7 } }, outcome: 'reject' },
      { when: { groups: ['Gold'] }, outcome: 'approve' },
      { when: { amount: { from: yuan(100), to: yuan(200) } }, outcome: 'review' },
    ],
  };
  const judged = (more: Partial<MatureCommission>) => judgeAtMaturity(policy, { ...fresh, ...more });
  expect(judged({})).toEqual({ outcome: 'approve', rule: null });
  expect(judged({ orderType: 'manual' })).toEqual({ outcome: 'review', rule: 1 });
  expect(judged({ orderType: 'manual', net: yuan(9.99) })).toEqual({ outcome: 'approve', rule: null });
  expect(judged({ promoterAgeDays: 6 })).toEqual({ outcome: 'reject', rule: 2 });
  expect(judged({ promoterAgeDays: null, net: yuan(100) })).toEqual({ outcome: 'review', rule: 4 });
  expect(judged({ group: 'Gold', net: yuan(100) })).toEqual({ outcome: 'approve', rule: 3 });
  expect(judged({ net: yuan(200) })).toEqual({ outcome: 'approve', rule: null });
  expect(judged({ group: 'Gold', isHeld: true })).toEqual({ outcome: 'review', rule: null });
  expect(judgeAtMaturity({ default: 'manual', rules: [] }, fresh).outcome).toBe('review');
});

test("a promoter's age is counted in whole days of 24 hours", () => {
  expect(ageInDays(0, 7 * DAY_MS - 1)).toBe(6);
  expect(ageInDays(0, 7 * DAY_MS)).toBe(7);
  expect(ageInDays(null, 0)).toBe(null);
});

// domain.md, section 5: maturity (the dates of scenario 20).

test('commissions mature after the hold, from payment or from completion, which comes by itself at the latest', () => {
  const at = (text: string) => parseInstant(text) as number;
  const paidAt = at('2024-09-01T10:00:00+08:00');
  const policy = { hold: { from: 'completed' as const, days: 7 }, autoCompleteDays: 15 };
  expect(maturesAt(paidAt, null, policy)).toBe(at('2024-09-23T10:00:00+08:00'));
  expect(maturesAt(paidAt, at('2024-09-03T08:00:00+08:00'), policy)).toBe(at('2024-09-10T08:00:00+08:00'));
  expect(maturesAt(paidAt, at('2024-08-31T08:00:00+08:00'), policy)).toBe(at('2024-09-08T10:00:00+08:00'));
  expect(maturesAt(paidAt, at('2024-12-01T08:00:00+08:00'), policy)).toBe(at('2024-09-23T10:00:00+08:00'));
  expect(maturesAt(paidAt, null, { ...policy, hold: { from: 'paid', days: 3 } })).toBe(at('2024-09-04T10:00:00+08:00'));
});

// domain.md, section 5: payouts.

test('a payout is refused in the order of the checks', () => {
  const standing = { isActive: true, available: yuan(30), minimum: yuan(10) };
  const answer = (amount: number | null, more = {}) =>
    codeOf(askForPayout(amount === null ? null : yuan(amount), { ...standing, ...more }));
  expect(answer(0, { isActive: false })).toBe('invalid-amount');
  expect(answer(null)).toBe('invalid-amount');
  expect(answer(5, { isActive: false })).toBe('promoter-not-active');
  expect(answer(5)).toBe('below-minimum');
  expect(answer(30.01)).toBe('above-available');
  expect(answer(30)).toBe(null);
});

test('a commission is paid once all payouts cover it and every older one', () => {
  const approved = (id: string, net: number, status: 'approved' | 'paid' = 'approved') => ({
    id,
    net: yuan(net),
    status,
  });
  expect(newlyPaid([approved('1', 20, 'paid'), approved('2', 6), approved('3', 20)], yuan(46))).toEqual(['2', '3']);
  expect(newlyPaid([approved('1', 20), approved('2', 6)], yuan(25.99))).toEqual(['1']);
  // A large one that is not covered holds up the small one behind it.
  expect(newlyPaid([approved('1', 20), approved('2', 6)], yuan(10))).toEqual([]);
});

// domain.md, section 3: the bonus for every N-th order.

test('every third approved order of a campaign earns the promised bonus', () => {
  const promise = { campaign: 'SPRINT', every: 3, amount: yuan(50), lines: [] };
  const earned = [0, 1, 2, 3, 4, 5].map((before) => nthBonus(promise, before).bonus?.amount ?? 0);
  expect(earned).toEqual([0, 0, 5000, 0, 0, 5000]);
  expect(nthBonus({ ...promise, amount: minor(0) }, 2)).toEqual({ approvals: 3, bonus: null });
});
