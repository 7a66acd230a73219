/** The digits of a number, however it was written. */
export function phoneDigits(phone: string): string {
  return phone.replace(/[^0-9]/g, '').replace(/^00/, '');
}

/** Numbers shorter than this are compared whole: a country's code cannot be told from them. */
const NATIONAL_LEAST = 8;

/** The longest code of a country. */
const COUNTRY_CODE_MOST = 3;

/** Whether two numbers are one, where either may lack the country's code: `13800005521` and `+86 138 0000 5521`. */
export function isSamePhone(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [short, long] = [phoneDigits(a), phoneDigits(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (short.length < NATIONAL_LEAST) return short !== '' && short === long;
  return long.endsWith(short) && long.length - short.length <= COUNTRY_CODE_MOST;
}

/** How a number may stand in a file or an order: as it is, and without the country's code. */
export function phoneSpellings(phone: string, countryCode: string): string[] {
  const digits = phoneDigits(phone);
  const national = digits.startsWith(countryCode) ? digits.slice(countryCode.length) : digits;
  return [...new Set([digits, national, `+${digits}`])];
}

/** `138****5521`: enough to recognise, not enough to call. A Chinese number is shown without 86. */
export function maskPhone(phone: string): string {
  const digits = phoneDigits(phone);
  const shown = digits.length === 13 && digits.startsWith('861') ? digits.slice(2) : digits;
  return shown.length < NATIONAL_LEAST ? `****${shown.slice(-2)}` : `${shown.slice(0, 3)}****${shown.slice(-4)}`;
}
