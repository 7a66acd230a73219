import type { Clock } from '../../../foundation/clock';
import type { Database } from '../../../foundation/db';
import type { SecretBox } from '../../../foundation/secrets';
import type { WechatAccount } from '../domain/wechat-account';
import { wechatAccountOf } from '../queries/wechat-account-of';
import { type MerchantPay, merchantPay } from './merchant-pay';
import { type MiniProgram, miniProgram } from './mini-program';
import { followClock } from './pay-call';
import { TokenKeeper } from './token-keeper';

export interface WechatSurroundings {
  readonly db: Database;
  readonly clock: Clock;
  readonly box: SecretBox;
  /** `WECHAT_API_BASE`, `WECHAT_PAY_BASE`: the emulator, or WeChat itself. */
  readonly apiBase: string;
  readonly payBase: string;
  /** The whole of one call of pay; tests shorten it. */
  readonly payTimeoutMs?: number;
}

/** The clients of one merchant, made from the credentials that are kept now. */
export interface MerchantWechat {
  readonly account: WechatAccount;
  readonly mp: MiniProgram;
  readonly pay: MerchantPay | null;
}

/** The way to WeChat for every merchant of the installation. */
export interface Wechat {
  readonly box: SecretBox;
  /** The merchant's clients, or undefined where WeChat was never set up. */
  of(merchantId: string): Promise<MerchantWechat | undefined>;
}

export const API_BASE = 'https://api.weixin.qq.com';
export const PAY_BASE = 'https://api.mch.weixin.qq.com';

/** Clients kept at most: they hold parsed keys, which are dear to make. */
const KEPT_AT_MOST = 500;

/** Makes the gateway. Business time, signatures included, follows the clock from here on. */
export function openWechat({ db, clock, box, apiBase, payBase, payTimeoutMs }: WechatSurroundings): Wechat {
  const now = () => clock.now();
  followClock(now);
  const tokens = new TokenKeeper({ db, box, now, apiBase });
  const kept = new Map<string, MerchantWechat>();
  return {
    box,
    async of(merchantId) {
      const account = await wechatAccountOf(db.read, merchantId, box);
      if (!account) return undefined;
      const known = kept.get(merchantId);
      if (known && known.account.version === account.version) return known;
      const made = {
        account,
        mp: miniProgram(account, tokens, apiBase),
        pay: merchantPay(account, payBase, payTimeoutMs),
      };
      if (kept.size >= KEPT_AT_MOST) kept.clear();
      kept.set(merchantId, made);
      return made;
    },
  };
}
