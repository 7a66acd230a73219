/** Says UTF-8 to spreadsheets, which otherwise take Chinese for something else. */
export const CSV_BOM = '\ufeff';

/** What a spreadsheet would run as a formula, also behind white space and in full width. Source: OWASP, CSV injection. */
const FORMULA = /^[\s\u3000]*[=+\-@|\t\r＝＋－＠]/;

/** An amount or a number may begin with a sign and is no formula. */
const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** What must stand in quotes; the separators of other countries' spreadsheets too, so that no part of a cell begins one of its own. */
const QUOTED = /[",;|\t\r\n]/;

/** One line of RFC 4180 with its CRLF. Texts that a spreadsheet would run get an apostrophe before them. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** One cell of such a line. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/g, '""')}"` : safe;
}
