import type { Reaction } from './outcome';

/** What each code of api.mch.weixin.qq.com asks of us. New codes may appear at any time. Source: wechat.md 2.5, 2.9, 2.11. */
const REACTIONS: Readonly<Record<string, Reaction>> = {
  PARAM_ERROR: 'bug',
  INVALID_REQUEST: 'bug',
  ALREADY_EXISTS: 'bug',
  APPID_MCHID_NOT_MATCH: 'configuration',
  MCH_NOT_EXISTS: 'configuration',
  SIGN_ERROR: 'configuration',
  NO_AUTH: 'configuration',
  NOT_ENOUGH: 'again',
  FREQUENCY_LIMITED: 'again',
  FREQUENCY_LIMIT_EXCEED: 'again',
  RATELIMIT_EXCEEDED: 'again',
  ORDERPAID: 'done',
  ORDER_PAID: 'done',
};

/** Classifies a refusal by its code, and by its status where the code is new. */
export function reactionToPay(code: string, status: number): Reaction {
  const known = REACTIONS[code];
  if (known) return known;
  if (status === 429) return 'again';
  return status === 401 ? 'configuration' : 'final';
}

/** Both spellings of "this order is paid already"; sources vary. */
export function saysPaid(code: string): boolean {
  return code === 'ORDERPAID' || code === 'ORDER_PAID';
}

/** What a query says of a number that WeChat does not know; the code depends on the interface. */
export function saysNotFound(code: string, status: number): boolean {
  return status === 404 && ['ORDER_NOT_EXIST', 'RESOURCE_NOT_EXISTS', 'NOT_FOUND'].includes(code);
}
