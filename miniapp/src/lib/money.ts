/** Money arrives as a decimal string in major units with the currency's digits, and is only ever cut and grouped here, never computed. */
export interface MoneyParts {
  isNegative: boolean;
  sign: string;
  whole: string;
  /** With its point, or empty for a currency without minor units. */
  fraction: string;
}

const SIGNS: Record<string, string> = {
  CNY: '¥',
  JPY: '¥',
  USD: '$',
  HKD: 'HK$',
  TWD: 'NT$',
  GBP: '£',
  EUR: '€',
  KRW: '₩',
  SGD: 'S$',
  MYR: 'RM',
};
const DECIMAL = /^([-−+]?)(\d+)(?:\.(\d+))?$/;

/** The currency's sign, or its code and a narrow space where it has none that people know. */
export function currencySign(currency: string): string {
  return SIGNS[currency] ?? `${currency} `;
}

/** Cuts a decimal string into what the Money component sets in different sizes. Throws on anything that is not a decimal. */
export function moneyParts(value: string, currency: string): MoneyParts {
  const match = DECIMAL.exec(value);
  if (!match?.[2]) throw new Error(`not a decimal amount: ${value}`);
  const whole = match[2].replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const fraction = match[3] ? `.${match[3]}` : '';
  const isZero = /^[0.,]*$/.test(whole + fraction);
  return { isNegative: match[1] !== '' && match[1] !== '+' && !isZero, sign: currencySign(currency), whole, fraction };
}

/** One string for sentences and labels: `¥1,286.50`, `−¥46.30`. */
export function moneyText(value: string, currency: string): string {
  const parts = moneyParts(value, currency);
  return `${parts.isNegative ? '−' : ''}${parts.sign}${parts.whole}${parts.fraction}`;
}

/** The integer of minor units, for comparing what was typed with a limit. Returns null where the text is no amount or has too many digits. */
export function toMinor(value: string, digits: number): number | null {
  const match = DECIMAL.exec(value.trim().replace(/\.$/, ''));
  if (!match?.[2] || (match[3]?.length ?? 0) > digits) return null;
  const minor = Number(match[2] + (match[3] ?? '').padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) return null;
  return match[1] === '-' || match[1] === '−' ? -minor : minor;
}

/** The decimal string of an integer of minor units: the way back from toMinor. */
export function fromMinor(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The digits after the point that this amount was written with. */
export function digitsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

export function isZero(value: string): boolean {
  return /^[-−+]?[0.]*$/.test(value);
}

/** Whether the promoter can take something: more than nothing. */
export function isPositive(value: string): boolean {
  return !isZero(value) && !/^[-−]/.test(value);
}

/** A percent as people write it: `15%`, `12.5%`; `10.0000` says 10%. */
export function percentText(rate: string): string {
  return `${rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate}%`;
}

/** A count with thousands: `1,206`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
