import type { Reaction } from './outcome';

/** What each errcode of api.weixin.qq.com asks of us. Only the code decides, never the text. Source: wechat.md 1.0–1.9. */
const REACTIONS: Readonly<Record<number, Reaction>> = {
  [-1]: 'again',
  40001: 'configuration',
  40013: 'configuration',
  40014: 'configuration',
  40125: 'configuration',
  40164: 'configuration',
  41001: 'bug',
  41008: 'bug',
  42001: 'configuration',
  43101: 'final',
  44990: 'again',
  45009: 'again',
  45011: 'again',
  47001: 'bug',
  47003: 'bug',
  48001: 'configuration',
  50002: 'final',
  61010: 'final',
  40003: 'bug',
  40029: 'final',
  40037: 'configuration',
  40097: 'bug',
  40129: 'bug',
  40163: 'final',
  40169: 'bug',
  40226: 'final',
  41030: 'configuration',
  85096: 'bug',
};

/** Shipping reports have a table of their own. Source: wechat.md 1.9. */
const SHIPPING: Readonly<Record<number, Reaction>> = {
  10060001: 'again',
  10060002: 'done',
  10060003: 'final',
  10060004: 'final',
  10060012: 'again',
  10060019: 'again',
  10060023: 'done',
};

/** The access token is wrong, superseded or expired: one fresh token, one replay. */
export const TOKEN_CODES: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** Classifies an errcode; a code that is not known is a plain no. */
export function reactionTo(errcode: number): Reaction {
  const known = REACTIONS[errcode] ?? SHIPPING[errcode];
  if (known) return known;
  const shippingBug = (errcode >= 10060000 && errcode < 10061000) || (errcode >= 268485000 && errcode < 268486000);
  return shippingBug ? 'bug' : 'final';
}
