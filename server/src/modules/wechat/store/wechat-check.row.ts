import { column, type RowOf, table } from '../../../foundation/db';

/** What came of the last try of a merchant's credentials, by what was tried. */
export const wechatCheckTable = table(
  'wechat_check',
  {
    merchantId: column.id(),
    what: column.text<'login' | 'pay' | 'shipping'>(16),
    isOk: column.flag(),
    /** WeChat's code, or why there was no answer; empty where all is well. */
    code: column.text(64),
    at: column.instant(),
  },
  { primary: ['merchantId', 'what'] },
);
export type WechatCheckRow = RowOf<typeof wechatCheckTable>;
