import { isRefusal, parseMoney } from '@fenrun/kernel';
import type { AnswerOf } from '../../lib/call';
import type { TriedOrder } from './types';

type Customer = 'new' | 'returning' | null;

export interface TriedLine {
  readonly sku: string;
  readonly quantity: number;
  /** Of one piece; empty is the product's own. */
  readonly price: string;
  readonly discount: string;
  readonly tax: string;
  readonly category?: string | null;
}

/** An order as it is being tried. What is empty is as in the product or not there. */
export interface OrderDraft {
  readonly promoter: string | null;
  readonly self: boolean;
  /** RFC 3339; null is now. */
  readonly paidAt: string | null;
  readonly customer: Customer;
  readonly type: 'one_time' | 'recurring' | 'manual';
  readonly sequence: number | null;
  readonly country: string;
  readonly coupons: readonly string[];
  readonly campaign: string | null;
  readonly subId: string;
  readonly discount: string;
  readonly shipping: string;
  readonly lines: readonly TriedLine[];
  /** The real order whose fields these are. */
  readonly filledFrom: string | null;
}

export const blankLine: TriedLine = { sku: '', quantity: 1, price: '', discount: '', tax: '' };

export const blankOrder: OrderDraft = {
  promoter: null,
  self: false,
  paidAt: null,
  customer: null,
  type: 'one_time',
  sequence: null,
  country: '',
  coupons: [],
  campaign: null,
  subId: '',
  discount: '',
  shipping: '',
  lines: [blankLine],
  filledFrom: null,
};

/** What is asked of the server, or null while a line is missing or an amount is not one. */
export function triedOrderOf(draft: OrderDraft, currency: string): TriedOrder | null {
  const lines = draft.lines.filter(({ sku }) => sku !== '');
  const amounts = [draft.discount, draft.shipping, ...lines.flatMap((line) => [line.price, line.discount, line.tax])];
  if (lines.length === 0 || amounts.some((amount) => amount !== '' && isRefusal(parseMoney(amount, currency))))
    return null;
  return {
    promoter: draft.promoter,
    self: draft.self,
    ...(draft.paidAt ? { paidAt: draft.paidAt } : {}),
    customer: draft.customer,
    type: draft.type,
    sequence: draft.type === 'recurring' ? draft.sequence : null,
    country: /^[A-Z]{2}$/.test(draft.country) ? draft.country : null,
    coupons: [...draft.coupons],
    campaign: draft.campaign,
    subId: draft.subId.trim() || null,
    discount: draft.discount || '0',
    shipping: draft.shipping || '0',
    lines: lines.map(({ sku, quantity, price, discount, tax, category }) => ({
      sku,
      quantity,
      ...(price ? { price } : {}),
      ...(category === undefined ? {} : { category }),
      discount: discount || '0',
      tax: tax || '0',
    })),
  };
}

const emptyZero = (amount: string): string => (/^0*(\.0*)?$/.test(amount) ? '' : amount);

/** The fields of an order that really was, so that it can be tried as it is and then varied. */
export function draftOfOrder(order: AnswerOf<'sales.read'>, customer: Customer): OrderDraft {
  return {
    promoter: order.promoter,
    self: false,
    paidAt: order.paidAt,
    customer,
    type: order.type,
    sequence: order.sequence,
    country: order.country ?? '',
    coupons: order.coupons,
    campaign: order.campaign,
    subId: order.subId ?? '',
    discount: emptyZero(order.discount),
    shipping: emptyZero(order.shipping),
    lines: order.lines.map((line) => ({
      sku: line.sku,
      quantity: line.quantity,
      price: line.price,
      discount: emptyZero(line.discount),
      tax: emptyZero(line.tax),
      category: line.category,
    })),
    filledFrom: order.id,
  };
}
