import { lengthOf } from '../shape';

/** What each type of keyword takes (the table of wechat.md 1.6). */
const VALUE_RULES: Record<string, (value: string) => boolean> = {
  thing: (value) => lengthOf(value) <= 20,
  number: (value) => value.length <= 32 && /^-?\d+(\.\d+)?$/.test(value),
  letter: (value) => /^[A-Za-z]{1,32}$/.test(value),
  symbol: (value) => lengthOf(value) <= 5 && /^[^\p{L}\p{N}\s]+$/u.test(value),
  character_string: (value) => /^[\x21-\x7e]{1,32}$/.test(value),
  time: isTime,
  date: isDate,
  amount: (value) => /^[^\d\s.]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]{1,17}$/.test(value),
  car_number: (value) => lengthOf(value) <= 8,
  name: (value) => (/^[A-Za-z .]+$/.test(value) ? value.length <= 20 : lengthOf(value) <= 10),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: () => true,
};

/** Whether a keyword such as `thing3` takes the value; one of no known type takes nothing. */
export function isFitValue(key: string, value: string): boolean {
  const type = key.replace(/\d+$/, '');
  const rule = VALUE_RULES[type];
  return rule !== undefined && !/[\r\n]/.test(value) && rule(value);
}

const DAY = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})`;
const HOUR = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const MOMENT = `(${DAY}( ?${HOUR})?|${HOUR})`;

function isTime(value: string): boolean {
  return new RegExp(`^${MOMENT}( ?~ ?${MOMENT})?$`).test(value);
}

function isDate(value: string): boolean {
  return new RegExp(`^${DAY}( ${HOUR})?( ?~ ?${DAY}( ${HOUR})?)?$`).test(value);
}
