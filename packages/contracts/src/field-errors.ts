import { type Lang, type Words, wordOf } from './common/words';
import { errorCodes } from './error-codes';

/** What is wrong with a single field. */
export const fieldErrorWords = {
  required: { zh: '必须填写', en: 'is required' },
  'wrong-type': { zh: '类型不对', en: 'has the wrong type' },
  'unknown-field': { zh: '未知的字段', en: 'is not a known field' },
  'unknown-value': { zh: '不在可选的值里', en: 'is not one of the allowed values' },
  'unknown-event-type': { zh: '未知的事件类型', en: 'is not a known type of event' },
  'too-short': { zh: '太短', en: 'is too short' },
  'too-long': { zh: '太长', en: 'is too long' },
  'too-small': { zh: '太小', en: 'is too small' },
  'too-large': { zh: '太大', en: 'is too large' },
  'too-deep': { zh: '嵌套太深', en: 'is nested too deeply' },
  'too-many': { zh: '太多', en: 'has too many entries' },
  'too-many-lines': { zh: '最多 2,000 行', en: 'has more than 2,000 lines' },
  'invalid-amount': {
    zh: '不是有效的金额（十进制字符串，小数位不超过币种）',
    en: 'is not an amount (a decimal string with at most the currency’s digits)',
  },
  'invalid-percent': { zh: '不是有效的百分比', en: 'is not a percent with up to 4 places' },
  'invalid-instant': { zh: '不是有效的时间（RFC 3339，带时区）', en: 'is not an instant (RFC 3339 with an offset)' },
  'invalid-day': { zh: '不是有效的日期', en: 'is not a day (yyyy-MM-dd)' },
  'invalid-id': {
    zh: '不是有效的编号（1–64 个字符，首尾无空白，无控制字符）',
    en: 'is not an id (1–64 characters, no outer white space, no control characters)',
  },
  'invalid-text': { zh: '含有不允许的字符', en: 'has characters that are not allowed' },
  'invalid-count': { zh: '必须是整数', en: 'is not a whole number' },
  'invalid-quantity': { zh: '数量必须是 1 至 1,000,000 的整数', en: 'is not a whole number from 1 to 1,000,000' },
  'invalid-email': { zh: '不是有效的邮箱', en: 'is not an e-mail address' },
  'invalid-currency': { zh: '不是有效的币种代码', en: 'is not a currency code' },
  'invalid-country': { zh: '不是有效的国家或地区代码', en: 'is not a country code' },
  'invalid-timezone': { zh: '不是有效的时区', en: 'is not a time zone' },
  'invalid-slug': { zh: '只能用小写字母、数字和连字符', en: 'may have lower-case letters, digits and hyphens' },
  'password-too-short': { zh: '密码至少 10 个字符', en: 'has fewer than 10 characters' },
  'currency-mismatch': { zh: '与商户的币种不同', en: 'is not the currency of the merchant' },
  'paid-in-future': { zh: '比现在晚了 5 分钟以上', en: 'is more than 5 minutes ahead' },
  'in-future': { zh: '比现在晚了 5 分钟以上', en: 'is more than 5 minutes ahead' },
  differs: { zh: '与已记录的不同', en: 'differs from what is recorded' },
  'discount-too-large': { zh: '优惠超过金额', en: 'is more than there is to discount' },
  'amount-too-large': { zh: '金额太大', en: 'adds up to more than can be counted' },
  'only-recurring': { zh: '只有订阅订单可以填写', en: 'is for recurring orders only' },
  'only-manual': { zh: '只有人工录入的订单可以填写', en: 'is for manual orders only' },
  'lines-or-amounts': { zh: 'lines 和 amounts 只能二选一', en: 'cannot stand beside lines' },
  'ids-or-filter': { zh: 'ids 和 filter 必须且只能给一个', en: 'exactly one of ids and filter is needed' },
  'ladder-empty': { zh: '至少要有一级', en: 'needs at least one level' },
  'ladder-programme-twice': { zh: '这个推广计划已经是另一级', en: 'is another level already' },
  'ladder-programme-inactive': { zh: '这个推广计划已停用', en: 'is not an active programme' },
  'ladder-thresholds-not-rising': { zh: '要比下面一级高', en: 'must be above the level below' },
  'reset-not-valid': { zh: '重置的月数或日期不正确', en: 'has months or a day that cannot be' },
  'reset-level-unknown': { zh: '不是台阶里的一级', en: 'is not a level of the ladder' },
  'bonus-step-not-valid': {
    zh: '这一档的门槛、比例或天数不正确',
    en: 'has a threshold, rate or length that cannot be',
  },
  'bonus-not-positive': { zh: '要大于 0', en: 'must be above 0' },
  'group-twice': { zh: '分组的编码重复', en: 'is the code of another group' },
  'ends-before-begin': { zh: '必须晚于开始', en: 'must be later than the beginning' },
  invalid: { zh: '不正确', en: 'is not valid' },
} as const satisfies Words;

/** The text for a field's code in a language. */
export function fieldErrorText(code: string, lang: Lang): string {
  const known = (fieldErrorWords as Words)[code];
  if (known) return known[lang];
  return errorCodes[code]?.[lang] ?? wordOf(fieldErrorWords, 'invalid', lang);
}
