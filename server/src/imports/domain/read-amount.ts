import { currencyDigits, type Money, minor, parseMoney, type Refusal, refuse } from '@fenrun/kernel';

/** Reads the amounts of a file. Signed: the caller says what may be below zero. */
export type ReadAmount = (text: string) => Money | Refusal<'invalid-amount'>;

const REMEMBERED = 50_000;

/**
 * A reader of decimal amounts: `12.34`, `12.3400` (zeros beyond the currency's digits are nothing), `1,234.50`, and `12,34` where the
 * comma cannot be anything but the decimal sign. What could mean two amounts (`1,234`) is refused.
 */
export function amountReader(currency: string): ReadAmount {
  const known = new Map<string, Money | Refusal<'invalid-amount'>>();
  const digits = currencyDigits(currency);
  return (text) => {
    let amount = known.get(text);
    if (amount === undefined) {
      amount = readAmount(text.trim(), currency, digits);
      if (known.size > REMEMBERED) known.clear();
      known.set(text, amount);
    }
    return amount;
  };
}

function readAmount(text: string, currency: string, digits: number): Money | Refusal<'invalid-amount'> {
  const plain = withPoint(text);
  if (plain === undefined) return refuse('invalid-amount');
  const [whole = '', fraction = ''] = plain.split('.');
  const short =
    fraction.length > digits ? fraction.slice(0, digits) + fraction.slice(digits).replace(/0+$/, '') : fraction;
  const amount = parseMoney(short === '' ? whole : `${whole}.${short}`, currency);
  return typeof amount === 'number' ? minor(amount) : amount;
}

function withPoint(text: string): string | undefined {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(text) || /^-?\d{1,3}(,\d{3}){2,}$/.test(text)) return text.replaceAll(',', '');
  if (/^-?\d{1,3}(\.\d{3})+,\d+$/.test(text)) return text.replaceAll('.', '').replace(',', '.');
  if (/^-?\d+,(\d{1,2}|\d{4,})$/.test(text)) return text.replace(',', '.');
  return undefined;
}
