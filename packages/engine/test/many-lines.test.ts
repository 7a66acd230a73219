import { BEGINNING, minor } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import {
  compileBook,
  DEFAULT_PRIORITY,
  DEFAULT_SETTINGS,
  decide,
  explain,
  type RuleBook,
  type Sale,
} from '../src/index';

const LINES = 2_000;
const skus = Array.from({ length: LINES }, (_, index) => `SKU${index}`);
const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];

const book: RuleBook = {
  version: 1,
  currency: 'CNY',
  region: 'CN',
  settings: first(DEFAULT_SETTINGS),
  programmes: [],
  rules: Array.from({ length: 20 }, (_, index) => ({
    code: `R${index}`,
    versions: first({
      layer: 'sales_match' as const,
      priority: DEFAULT_PRIORITY,
      window: { from: null, to: null },
      scope: null,
      promoters: [],
      groups: [],
      when: { skus },
      rate: { kind: 'fixed' as const, amount: minor(1_999), per: 'order' as const },
    }),
  })),
  campaigns: [],
  grouping: [],
  ladder: [],
  tierBonuses: [],
};

const sale: Sale = {
  type: 'one_time',
  sequence: null,
  paidAt: 0,
  lines: skus.map((sku) => ({
    sku,
    category: null,
    quantity: 1,
    price: minor(1_000),
    discount: minor(0),
    tax: minor(0),
  })),
  discount: minor(1_001),
  shipping: minor(0),
  coupons: [],
  country: null,
  subId: null,
  campaign: null,
  newness: 'new',
  manualAmount: null,
};

const facts = {
  by: 'order' as const,
  promoter: { id: 'A', isActive: true, programme: 'P1', group: null, bonuses: [] },
  buyerIsPromoter: false,
  chain: [],
};

test('an order of 2,000 lines under rules that name all of them is decided and explained at once', () => {
  const compiled = compileBook(book);
  const began = performance.now();
  const decision = decide(compiled, sale, facts);
  const trace = explain(compiled, sale, facts);
  expect(performance.now() - began).toBeLessThan(2_000);
  expect(decision.commissions.map(({ amount }) => amount)).toEqual([1_999]);
  expect(decision.lines[0]).toMatchObject({ rule: 'R0', layer: 'sales_match' });
  expect(trace.lines[7]?.candidates[1]).toMatchObject({ rule: 'R1', lost: 'larger_id' });
  expect(decision.lines.reduce((all, { base }) => all + base.orderDiscount, 0)).toBe(1_001);
});
