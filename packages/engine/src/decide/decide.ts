import type { CompiledBook } from '../book/compile-book';
import { type BookInForce, inForce } from '../book/in-force';
import type { DecidedLine, Decision, LineBase, Sale, SaleFacts } from '../model/index';
import { assembleDecision } from './assemble-decision';
import { baseOf } from './base-of';
import { directLines } from './direct-lines';
import { excludeLines } from './exclude-lines';
import { nothingBeforeRates } from './nothing-reason';
import { orderContextOf } from './order-context-of';
import { payShares } from './pay-shares';
import type { LineResult, Payment } from './reasoning';
import { selfLines } from './self-lines';

/** A decision with what it was assembled from, for the trace. */
export interface Reasoned {
  readonly decision: Decision;
  readonly result: LineResult | null;
  readonly payment: Payment | null;
}

/**
 * Decides who earns what on a sale, by what the book says holds at its paid time. Pure: the same book version, sale and facts
 * give the same decision whenever they are asked. Source: domain.md, section 3.
 */
export function decide(book: CompiledBook, sale: Sale, facts: SaleFacts): Decision {
  return reason(book, sale, facts).decision;
}

/** Like `decide`, and keeps the intermediate results. */
export function reason(book: CompiledBook, sale: Sale, facts: SaleFacts): Reasoned {
  const held = inForce(book, sale.paidAt);
  const { settings } = held.settings;
  const raw = baseOf(sale, settings.base);
  const nothing = nothingBeforeRates(held, sale, facts);
  if (nothing || !facts.promoter) {
    const lines = emptyLines(held, sale, raw);
    return { decision: { nothing, lines, commissions: [], countsToward: null }, result: null, payment: null };
  }
  const order = orderContextOf(held, sale, facts.promoter);
  const isRebate = facts.buyerIsPromoter && settings.selfPurchase.mode === 'rebate';
  const result = isRebate ? selfLines(held.settings, order, raw) : directLines(book, held, order, raw);
  const payment = payShares(held.settings, order, facts.chain, result);
  return { decision: assembleDecision(order, result, payment, settings.maxCommissionPercent), result, payment };
}

function emptyLines(held: BookInForce, sale: Sale, raw: readonly LineBase[]): DecidedLine[] {
  const bases = excludeLines(raw, sale.lines, held.settings);
  return bases.map((base) => ({ base, rule: null, layer: null, rate: null, alsoMatched: [] }));
}
