import { FIELDS } from './fields';
import type { RowProblem } from './gathered-order';

type Lang = 'zh' | 'en';
type Say = (field: string, text: string) => string;

/** Why a row was refused, in words. */
const WORDS: Readonly<Record<string, Readonly<Record<Lang, Say>>>> = {
  required: { zh: (f) => `缺少${f}`, en: (f) => `${f} is missing` },
  'invalid-id': {
    zh: (f, t) => `${f}“${t}”不能用作编号（1–64 个字符，前后没有空格）`,
    en: (f, t) => `${f} "${t}" is not a valid id (1–64 characters, no space around it)`,
  },
  'invalid-date': { zh: (f, t) => `${f}“${t}”不是有效的时间`, en: (f, t) => `${f} "${t}" is not a valid date` },
  'paid-in-future': { zh: (f, t) => `${f}“${t}”在未来`, en: (f, t) => `${f} "${t}" is in the future` },
  'invalid-amount': { zh: (f, t) => `${f}“${t}”不是有效的金额`, en: (f, t) => `${f} "${t}" is not a valid amount` },
  'negative-price': { zh: (f, t) => `${f}“${t}”小于 0`, en: (f, t) => `${f} "${t}" is below zero` },
  'negative-amount': { zh: (f, t) => `${f}“${t}”小于 0`, en: (f, t) => `${f} "${t}" is below zero` },
  'invalid-quantity': {
    zh: (f, t) => `${f}“${t}”不是有效的件数`,
    en: (f, t) => `${f} "${t}" is not a whole number of pieces`,
  },
  'quantity-not-positive': { zh: (f, t) => `${f}“${t}”不大于 0`, en: (f, t) => `${f} "${t}" is not above zero` },
  'invalid-type': { zh: (f, t) => `${f}“${t}”不存在`, en: (f, t) => `${f} "${t}" does not exist` },
  'invalid-sequence': { zh: (f, t) => `${f}“${t}”不正确`, en: (f, t) => `${f} "${t}" is not valid` },
  'currency-mismatch': {
    zh: (_, t) => `币种“${t}”与商户不一致`,
    en: (_, t) => `Currency "${t}" is not the merchant's`,
  },
  'rows-contradict': {
    zh: (f, t) => `同一订单的${f}前后不一致（“${t}”）`,
    en: (f, t) => `The rows of the order contradict each other: ${f} "${t}"`,
  },
  'malformed-row': { zh: () => '单元格比表头多', en: () => 'More cells than the header has' },
  'too-many-lines': { zh: () => '订单超过 2000 行', en: () => 'More than 2,000 lines in one order' },
  'discount-above-price': {
    zh: (f, t) => `${f}超过了金额${t ? `（${t}）` : ''}`,
    en: (f, t) => `${f} is more than the price${t ? ` (${t})` : ''}`,
  },
  'already-recorded-differently': {
    zh: (_, t) => `订单已记录过，但内容不同：${t}`,
    en: (_, t) => `Recorded already with different contents: ${t}`,
  },
  cancellation: { zh: () => '取消单，请人工核对', en: () => 'A cancellation: to be matched by a person' },
};

const fieldNames = new Map(
  [...FIELDS.products, ...FIELDS.promoters, ...FIELDS.orders].map((field) => [field.field, field]),
);

/** One sentence for a problem, naming the row where it stands. */
export function problemText({ code, row, field, text }: RowProblem, lang: Lang): string {
  const known = fieldNames.get(field);
  const said = WORDS[code]?.[lang](known ? known[lang] : field, text.slice(0, 80)) ?? code;
  return lang === 'zh' ? `第 ${row} 行：${said}` : `Row ${row}: ${said}`;
}
