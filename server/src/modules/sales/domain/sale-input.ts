import type { Instant, Money } from '@fenrun/kernel';
import type { RefundAsk } from '../store/refund.row';
import type { SaleSource, SaleType } from '../store/sale.row';

/** What is known of a buyer. At least one of `outsideId`, `phone` and `openid` finds him; with none the sale has no customer. */
export interface CustomerInput {
  readonly outsideId: string | null;
  /** Verified, in the form in which it is compared (digits with the country's code). */
  readonly phone: string | null;
  readonly openid?: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly address: string | null;
}

export interface SaleLineInput {
  readonly sku: string;
  readonly name: string | null;
  readonly category: string | null;
  readonly quantity: number;
  readonly price: Money;
  readonly discount: Money;
  readonly tax: Money;
}

/** One paid order, parsed and checked, in minor units. */
export interface SaleInput {
  readonly outsideId: string;
  readonly source: SaleSource;
  readonly type: SaleType;
  readonly paidAt: Instant;
  readonly customer: CustomerInput | null;
  readonly country: string | null;
  readonly promoterCode: string | null;
  readonly subscription: string | null;
  readonly sequence: number | null;
  readonly campaign: string | null;
  readonly subId: string | null;
  readonly coupons: readonly string[];
  readonly discount: Money;
  readonly shipping: Money;
  readonly manualCommission: Money | null;
  readonly device: string | null;
  readonly ip: string | null;
  readonly metadata: unknown;
  readonly lines: readonly SaleLineInput[];
}

export interface RefundInput {
  readonly outsideId: string;
  readonly saleOutsideId: string;
  readonly source: SaleSource;
  readonly refundedAt: Instant;
  readonly ask: RefundAsk;
  /** Why; not a part of what makes two tellings the same. */
  readonly reason?: string | null;
}

export interface ReceiptInput {
  readonly saleOutsideId: string;
  readonly receivedAt: Instant;
  readonly told: 'receipt' | 'store';
}

/**
 * What became of a telling: new; the same as before; waiting for its order; or the key is known with other contents, and
 * `fields` says which.
 */
export type Recording =
  | { readonly result: 'recorded' | 'repeated' | 'waiting'; readonly id: string }
  | { readonly result: 'different'; readonly id: string; readonly fields: readonly string[] };
