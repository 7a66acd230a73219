import { createHash } from 'node:crypto';
import type { RefundInput, SaleInput } from './sale-input';

/**
 * All of a sale that money and attribution depend on, by field, in one normal form. Names, phones and the time of telling
 * are left out: they may differ between two tellings of the same order.
 */
export function saleFacts(sale: SaleInput): Record<string, unknown> {
  return {
    type: sale.type,
    paidAt: sale.paidAt,
    customer: sale.customer?.outsideId ?? null,
    country: sale.country,
    promoter: sale.promoterCode,
    subscription: sale.subscription,
    sequence: sale.sequence,
    campaign: sale.campaign,
    subId: sale.subId,
    coupons: sale.coupons,
    discount: sale.discount,
    shipping: sale.shipping,
    commission: sale.manualCommission,
    lines: sale.lines.map((l) => [l.sku, l.category, l.quantity, l.price, l.discount, l.tax]),
  };
}

/** All of a refund that money depends on. */
export function refundFacts(refund: RefundInput): Record<string, unknown> {
  return { order: refund.saleOutsideId, ask: refund.ask };
}

/** A digest of facts: 43 characters, base64url of SHA-256. */
export function fingerprint(facts: Record<string, unknown>): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64url');
}
