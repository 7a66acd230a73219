/** The mark by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet takes for the beginning of a formula, also in full width and after white space. */
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠|]|^[\t\r\n]/;

/** What must stand in quotes; separators of other countries' spreadsheets among it, so that no part of a cell begins one of its own. */
const QUOTED = /[",;|\t\r\n]|^\s|\s$/;

/**
 * A cell with text from anywhere, with an apostrophe before what a spreadsheet would execute. A number that we write ourselves needs
 * neither that nor quotes.
 */
export function textCell(text: string | null): string {
  if (text === null || text === '') return '';
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A row of finished cells. Source: RFC 4180. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`;
}
