import { refuse } from '@fenrun/kernel';
import type { ExchangeCode } from '../modules/identity';
import type { Wechat } from '../modules/wechat';

/** Asks WeChat whom a code of `wx.login` stands for, and says it in the words of identity. */
export function exchangeCodeAt(wechat: Wechat): ExchangeCode {
  return async (merchantId, code) => {
    const client = await wechat.of(merchantId);
    if (!client) return refuse('wechat-not-configured');
    const outcome = await client.mp.signIn(code);
    if (outcome.kind === 'ok') return outcome.value;
    if (outcome.kind === 'unknown' || outcome.reaction === 'again')
      return refuse('wechat-unavailable', { retryAfterSeconds: 2 });
    return refuse(outcome.reaction === 'configuration' ? 'wechat-not-configured' : 'invalid-code');
  };
}
