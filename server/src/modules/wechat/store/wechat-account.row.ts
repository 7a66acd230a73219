import { column, type RowOf, table } from '../../../foundation/db';
import type { EnvVersion } from '../domain/wechat-account';

/** The credentials of a merchant's mini-program; everything secret is in `sealed`. */
export const wechatAccountTable = table(
  'wechat_account',
  {
    merchantId: column.id(),
    appid: column.text(32),
    envVersion: column.text<EnvVersion>(16),
    mchid: column.orNull(column.text(32)),
    merchantSerial: column.orNull(column.text(64)),
    platformKeyId: column.orNull(column.text(64)),
    /** Public keys of WeChat by serial or id. */
    platformKeys: column.json<Record<string, string>>(),
    sealed: column.long(),
    version: column.count(),
    updatedAt: column.instant(),
  },
  { primary: ['merchantId'] },
);

export type WechatAccountRow = RowOf<typeof wechatAccountTable>;

/** What `sealed` holds, as JSON. */
export interface SealedSecrets {
  readonly appSecret: string;
  readonly push: { readonly token: string; readonly encodingAesKey?: string | undefined } | null;
  readonly privateKey: string | null;
  readonly apiV3Key: string | null;
}
