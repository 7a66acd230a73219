import { isOutsideId, isRefusal, type Money, ZERO } from '@fenrun/kernel';
import { type CustomerInput, SALE_TYPES, type SaleInput, type SaleType } from '../../modules/sales';
import { countryCode } from './country-code';
import type { OrderFieldName } from './fields';
import type { GatheredOrder, RowProblem } from './gathered-order';
import type { ReadAmount } from './read-amount';

type Fail = (code: string, field: string, text?: string) => undefined;

const COUPONS_AT_MOST = 50;
const SEQUENCE_AT_MOST = 100_000;

/** The sale that a gathered order tells, or what is wrong with it. */
export function saleOfOrder(order: GatheredOrder, currency: string, amount: ReadAmount): SaleInput | RowProblem {
  if (order.problem) return order.problem;
  let problem: RowProblem | null = null;
  const fail: Fail = (code, field, text = '') => {
    problem ??= { code, row: order.rows[0] as number, field, text };
    return undefined;
  };
  const head = (field: OrderFieldName) => order.head.get(field) ?? '';
  const sale: SaleInput = {
    outsideId: order.id,
    source: 'import',
    paidAt: order.paidAt,
    ...kindOf(head, amount, fail),
    customer: customerOf(head, fail),
    country: head('country') === '' ? null : countryCode(head('country')),
    promoterCode: idOf(head, 'promoter', fail),
    campaign: idOf(head, 'campaign', fail),
    subId: shortText(head, 'subId', 64),
    coupons: couponsOf(head('coupons'), fail),
    discount: amountOf(head, 'orderDiscount', amount, fail),
    shipping: amountOf(head, 'shipping', amount, fail),
    device: shortText(head, 'device', 200),
    ip: shortText(head, 'ip', 64),
    metadata: null,
    lines: order.lines,
  };
  if (head('currency') !== '' && head('currency') !== currency) fail('currency-mismatch', 'currency', head('currency'));
  checkSums(sale, fail);
  return problem ?? sale;
}

type Head = (field: OrderFieldName) => string;

function kindOf(
  head: Head,
  amount: ReadAmount,
  fail: Fail,
): Pick<SaleInput, 'type' | 'subscription' | 'sequence' | 'manualCommission'> {
  const told = head('type') === '' ? 'one_time' : head('type');
  if (!SALE_TYPES.some((known) => known === told)) fail('invalid-type', 'type', told);
  const type = told as SaleType;
  const sequence = head('sequence');
  if (type === 'recurring') {
    if (head('subscription') === '') fail('required', 'subscription');
    if (!/^\d{1,6}$/.test(sequence) || Number(sequence) < 1 || Number(sequence) > SEQUENCE_AT_MOST)
      fail(sequence === '' ? 'required' : 'invalid-sequence', 'sequence', sequence);
  }
  const isManual = type === 'manual' && head('commission') !== '';
  return {
    type,
    subscription: type === 'recurring' ? idOf(head, 'subscription', fail) : null,
    sequence: type === 'recurring' ? Number(sequence) : null,
    manualCommission: isManual ? amountOf(head, 'commission', amount, fail) : null,
  };
}

function customerOf(head: Head, fail: Fail): CustomerInput | null {
  const outsideId = idOf(head, 'customer', fail);
  const phone = shortText(head, 'customerPhone', 32);
  if (outsideId === null && phone === null) return null;
  return {
    outsideId,
    phone,
    name: shortText(head, 'customerName', 128),
    email: shortText(head, 'customerEmail', 254),
    address: shortText(head, 'customerAddress', 500),
  };
}

function idOf(head: Head, field: OrderFieldName, fail: Fail): string | null {
  const text = head(field);
  if (text === '') return null;
  if (!isOutsideId(text)) fail('invalid-id', field, text);
  return text;
}

function shortText(head: Head, field: OrderFieldName, length: number): string | null {
  const text = head(field);
  return text === '' ? null : text.slice(0, length);
}

function couponsOf(text: string, fail: Fail): string[] {
  const codes = text
    .split(/[;|,、，]/)
    .map((code) => code.trim())
    .filter((code) => code !== '');
  if (codes.length > COUPONS_AT_MOST || codes.some((code) => !isOutsideId(code))) fail('invalid-id', 'coupons', text);
  return codes;
}

function amountOf(head: Head, field: OrderFieldName, amount: ReadAmount, fail: Fail): Money {
  const text = head(field);
  if (text === '') return ZERO;
  const value = amount(text);
  if (!isRefusal(value) && value >= 0) return value;
  fail(isRefusal(value) ? 'invalid-amount' : 'negative-amount', field, text);
  return ZERO;
}

/** No line and no order is discounted below nothing, and every sum can be counted. */
function checkSums(sale: SaleInput, fail: Fail): undefined {
  let left = 0;
  let tax = 0;
  for (const line of sale.lines) {
    const gross = line.price * line.quantity;
    if (line.discount > gross) return fail('discount-above-price', 'discount', line.sku);
    left += gross - line.discount;
    tax += line.tax;
  }
  if (!Number.isSafeInteger(left + tax + sale.shipping)) return fail('invalid-amount', 'price');
  return sale.discount > left ? fail('discount-above-price', 'orderDiscount') : undefined;
}
