import { column, type RowOf, table } from '../../../foundation/db';

/** The access token of a mini-program, shared by every process of the installation. */
export const wechatTokenTable = table(
  'wechat_token',
  {
    merchantId: column.id(),
    appid: column.text(32),
    /** The token, sealed; null before the first. */
    sealed: column.orNull(column.long()),
    /** Business time: the token follows WeChat's clock. 0 once it was found to be invalid. */
    expiresAt: column.instant(),
    /** Counts the tokens, so that two callers who met the same invalid token drop it once. */
    generation: column.count(),
    /** Real time until which one process alone may fetch. */
    leaseUntil: column.instant(),
  },
  { primary: ['merchantId', 'appid'] },
);

export type WechatTokenRow = RowOf<typeof wechatTokenTable>;
