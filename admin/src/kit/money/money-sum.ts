import { formatMoney, minor, money, subtract, sum } from '@fenrun/kernel';

/** Sums of selections and differences of amounts that the API gave: in minor units, never through a float. */
export function sumAmounts(amounts: readonly string[], currency: string): string {
  return formatMoney(sum(amounts.map((amount) => money(amount, currency))), currency);
}

export function subtractAmounts(from: string, amount: string, currency: string): string {
  return formatMoney(subtract(money(from, currency), money(amount, currency)), currency);
}

export function negateAmount(amount: string, currency: string): string {
  return formatMoney(minor(-money(amount, currency)), currency);
}

/** Below, at or above zero, as Math.sign says it. */
export function signOfAmount(amount: string): -1 | 0 | 1 {
  if (/^-?0*(\.0*)?$/.test(amount)) return 0;
  return amount.startsWith('-') ? -1 : 1;
}
