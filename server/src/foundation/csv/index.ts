/** Says UTF-8 to spreadsheets, which otherwise take Chinese for something else. */
export const CSV_BOM = '\ufeff';

/** What a spreadsheet would run as a formula, also behind white space. Source: OWASP, CSV injection. */
const FORMULA = /^[\s\u0000]*[=+\-@|\t\r]/;

/** An amount or a number may begin with a sign and is no formula. */
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** One line of RFC 4180 with its CRLF. Texts that a spreadsheet would run get an apostrophe before them. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}
