import { type DecidedCommission, keepFacts } from '@fenrun/engine';
import type { SettlementRow, WholeCommission } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import type { SaleLineRow, SaleRow } from '../../modules/sales';
import type { ReadTriedOrder } from './read-tried-order';
import type { Tried } from './try-order';

/** The rows that a tried order would have, so that it is shown by the same words as a real one. They are never written. */
export interface TrialRows {
  readonly sale: SaleRow;
  readonly lines: readonly SaleLineRow[];
  readonly settlement: SettlementRow;
}

const NOWHERE = { merchantId: '', id: 'trial' } as const;

export function trialRows({ input, sale }: ReadTriedOrder, { trace, compiled, facts }: Tried): TrialRows {
  const { lines, ...order } = input;
  const bases = trace.lines.map(({ decided }) => decided.base.base);
  const base = bases.reduce((all, one) => all + one, 0);
  const goods = lines.reduce((all, line) => all + line.price * line.quantity - line.discount, 0);
  return {
    sale: {
      ...order,
      ...NOWHERE,
      coupons: [...input.coupons],
      recordedAt: input.paidAt,
      customerId: null,
      amount: goods - input.discount,
      tax: lines.reduce((all, line) => all + line.tax, 0),
      fingerprint: '',
      completedAt: null,
      completedBy: null,
    },
    lines: lines.map((line, lineNo) => ({ ...line, merchantId: '', saleId: NOWHERE.id, lineNo })),
    settlement: {
      merchantId: '',
      saleId: NOWHERE.id,
      promoterId: facts.promoter?.id ?? null,
      attributedBy: facts.by,
      campaign: sale.campaign,
      nothingReason: trace.decision.nothing,
      nth: trace.decision.countsToward,
      base,
      baseLeft: base,
      lineBases: bases,
      lineLeft: bases,
      refunds: null,
      refunded: 0,
      isRefundedWhole: false,
      chain: facts.chain.map(({ id }) => id),
      facts: keepFacts(compiled.version, sale, facts),
      unresolved: null,
      recalculation: null,
      settledAt: input.paidAt,
    },
  };
}

/** A commission of a tried order with all that a row of it would say. */
export function trialCommission(
  { sale, lines, settlement }: TrialRows,
  { kind, amount, lines: parts }: Pick<DecidedCommission, 'kind' | 'amount' | 'lines'>,
  payee: PromoterRow,
): WholeCommission {
  const { paidAt } = sale;
  const standing = settlement.facts.promoter;
  return {
    sale,
    lines,
    settlement,
    payee,
    parts: parts.map((part, lineNo) => ({
      ...part,
      merchantId: '',
      commissionId: NOWHERE.id,
      lineNo,
      recalculated: 0,
    })),
    row: {
      ...NOWHERE,
      saleId: sale.id,
      payeeId: payee.id,
      kind,
      status: 'pending',
      amount,
      net: amount,
      base: parts.reduce((all, part) => all + part.base, 0),
      programme: standing?.programme ?? null,
      groupCode: standing?.group ?? null,
      campaign: sale.campaign,
      paidAt,
      createdAt: paidAt,
      dueAt: paidAt,
      maturedAt: null,
      approvedAt: null,
      decidedBy: null,
      decidedById: null,
      decidedAt: null,
      reason: null,
      paidOutAt: null,
      movedAt: paidAt,
    },
  };
}
