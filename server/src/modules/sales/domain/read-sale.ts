import type { RefundData, SaleData } from '@fenrun/contracts';
import {
  type FieldError,
  type Instant,
  isRefusal,
  type Money,
  minor,
  parseInstant,
  parseMoney,
  type Refusal,
  refuse,
} from '@fenrun/kernel';
import type { CustomerInput, RefundInput, SaleInput, SaleLineInput } from './sale-input';

/** What a sale is read against. */
export interface ReadingFrame {
  readonly currency: string;
  readonly region: string;
  readonly source: SaleInput['source'];
  readonly now: Instant;
}

/** How far ahead a told instant may be: clocks differ. Source: doors.md. */
const AHEAD_AT_MOST_MS = 5 * 60_000;

/** Collects wrong fields while money and instants are read. */
class Reader {
  readonly errors: FieldError[] = [];

  constructor(
    private readonly frame: ReadingFrame,
    private readonly at: string,
  ) {}

  wrong(path: string, code: string): void {
    this.errors.push({ pointer: `${this.at}${path}`, code });
  }

  money(text: string | null | undefined, path: string): Money {
    const read = parseMoney(text ?? '0', this.frame.currency);
    if (!isRefusal(read)) return read;
    this.wrong(path, 'invalid-amount');
    return minor(0);
  }

  /** An instant that has come. */
  past(text: string, path: string, code: string): Instant {
    const read = parseInstant(text);
    const instant = isRefusal(read) ? 0 : read;
    if (instant > this.frame.now + AHEAD_AT_MOST_MS) this.wrong(path, code);
    return instant;
  }

  done<T>(value: T): T | Refusal {
    if (this.errors.length === 0) return value;
    return refuse(this.overall(), undefined, this.errors);
  }

  /** When one thing is wrong with the whole, the problem is named after it. */
  private overall(): string {
    const codes = new Set(this.errors.map(({ code }) => code));
    const [only] = codes;
    return codes.size === 1 && only && NAMED.has(only) ? only : 'invalid-request';
  }
}

const NAMED: ReadonlySet<string> = new Set(['currency-mismatch', 'paid-in-future', 'invalid-amount']);

/** Reads a sale that the contract has accepted into minor units and instants of a merchant; names every field that does not fit. */
export function readSale(data: SaleData, frame: ReadingFrame, at = ''): SaleInput | Refusal {
  const reader = new Reader(frame, at);
  if (data.currency && data.currency !== frame.currency) reader.wrong('/currency', 'currency-mismatch');
  const paidAt = reader.past(data.paidAt, '/paidAt', 'paid-in-future');
  const lines = data.lines.map((line, index) => readLine(reader, line, index));
  const discount = reader.money(data.discount, '/discount');
  const shipping = reader.money(data.shipping, '/shipping');
  checkSums(reader, lines, discount, shipping);
  const manualCommission = data.commission ? reader.money(data.commission, '/commission') : null;
  return reader.done({
    outsideId: data.id,
    source: frame.source,
    type: data.type,
    paidAt,
    customer: readCustomer(data.customer, frame.region),
    country: data.country ?? null,
    promoterCode: data.promoter ?? null,
    subscription: data.subscription ?? null,
    sequence: data.sequence ?? null,
    campaign: data.campaign ?? null,
    subId: data.subId ?? null,
    coupons: data.coupons ?? [],
    discount,
    shipping,
    manualCommission,
    device: data.device ?? null,
    ip: data.ip ?? null,
    metadata: data.metadata ?? null,
    lines,
  });
}

function readLine(reader: Reader, line: SaleData['lines'][number], index: number): SaleLineInput {
  const at = `/lines/${index}`;
  const price = reader.money(line.price, `${at}/price`);
  const discount = reader.money(line.discount, `${at}/discount`);
  const tax = reader.money(line.tax, `${at}/tax`);
  const { sku, quantity } = line;
  const isCounted = Number.isSafeInteger(price * quantity);
  if (!isCounted) reader.wrong(`${at}/price`, 'amount-too-large');
  else if (discount > price * quantity) reader.wrong(`${at}/discount`, 'discount-too-large');
  return {
    sku,
    name: line.name ?? null,
    category: line.category ?? null,
    quantity,
    price: isCounted ? price : minor(0),
    discount,
    tax,
  };
}

/** All sums of an order must be countable, and no more can be taken off than there is. */
function checkSums(reader: Reader, lines: readonly SaleLineInput[], discount: Money, shipping: Money): void {
  let goods = 0;
  let all: number = shipping;
  for (const line of lines) {
    goods += line.price * line.quantity - line.discount;
    all += line.price * line.quantity + line.tax;
  }
  if (!Number.isSafeInteger(all)) reader.wrong('/lines', 'amount-too-large');
  else if (discount > Math.max(goods, 0)) reader.wrong('/discount', 'discount-too-large');
}

function readCustomer(customer: SaleData['customer'], region: string): CustomerInput | null {
  if (!customer) return null;
  const { id, name, phone, email, address } = customer;
  return {
    outsideId: id ?? null,
    phone: phone ? comparablePhone(phone, region) : null,
    name: name || null,
    email: email || null,
    address: address || null,
  };
}

/**
 * A phone in the form in which it is compared: digits with the country's code. Spaces, hyphens and brackets go; eleven
 * digits that begin with 1 are a mobile number of mainland China where the merchant is there. Null for what is no number.
 */
export function comparablePhone(text: string, region: string): string | null {
  const plain = text.replace(/[\s().-]/g, '');
  if (!/^(\+|00)?[0-9]{5,20}$/.test(plain)) return null;
  if (plain.startsWith('+')) return plain.slice(1);
  if (plain.startsWith('00')) return plain.slice(2);
  return region === 'CN' && /^1[0-9]{10}$/.test(plain) ? `86${plain}` : plain;
}

/** Reads a refund that the contract has accepted. `refundedAt` is when it happened. */
export function readRefund(data: RefundData, refundedAt: string, frame: ReadingFrame, at = ''): RefundInput | Refusal {
  const reader = new Reader(frame, `${at}/data`);
  const amounts = data.amounts?.map(({ sku, amount }, index) => ({
    sku,
    amount: reader.money(amount, `/amounts/${index}/amount`),
  }));
  for (const [index, { amount }] of amounts?.entries() ?? [])
    if (amount === 0) reader.wrong(`/amounts/${index}/amount`, 'invalid-amount');
  const instant = readTold(refundedAt, frame, at);
  if (isRefusal(instant)) return instant;
  return reader.done({
    outsideId: data.id,
    saleOutsideId: data.order,
    source: frame.source,
    refundedAt: instant,
    ask: amounts ? { kind: 'amounts', amounts } : data.lines ? { kind: 'pieces', lines: data.lines } : { kind: 'rest' },
  });
}

/** When something that is told happened; it cannot be ahead. */
export function readTold(timestamp: string, frame: ReadingFrame, at = ''): Instant | Refusal {
  const reader = new Reader(frame, at);
  return reader.done(reader.past(timestamp, '/timestamp', 'in-future'));
}
