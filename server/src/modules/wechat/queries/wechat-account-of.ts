import { findOne, type Reader } from '../../../foundation/db';
import type { SecretBox } from '../../../foundation/secrets';
import type { WechatAccount } from '../domain/wechat-account';
import { openAccount } from '../store/sealed-account';
import { wechatAccountTable } from '../store/wechat-account.row';

/** The merchant's credentials with their secrets, or undefined where WeChat was never set up. */
export async function wechatAccountOf(
  db: Reader,
  merchantId: string,
  box: SecretBox,
): Promise<WechatAccount | undefined> {
  const row = await findOne(db, wechatAccountTable, 'merchant_id = ?', [merchantId]);
  return row ? openAccount(row, box) : undefined;
}

/** What the console may show: no secret, only whether one is kept. */
export interface WechatSettings {
  readonly appid: string;
  readonly envVersion: string;
  readonly hasPush: boolean;
  readonly pay: {
    readonly mchid: string;
    readonly serial: string;
    readonly platformKeyId: string;
    readonly platformKeyIds: readonly string[];
  } | null;
  readonly updatedAt: number;
}

/** The merchant's WeChat settings without their secrets. */
export async function wechatSettingsOf(
  db: Reader,
  merchantId: string,
  box: SecretBox,
): Promise<WechatSettings | undefined> {
  const row = await findOne(db, wechatAccountTable, 'merchant_id = ?', [merchantId]);
  if (!row) return undefined;
  const { pay, push } = openAccount(row, box);
  return {
    appid: row.appid,
    envVersion: row.envVersion,
    hasPush: push !== null,
    pay: pay
      ? {
          mchid: pay.mchid,
          serial: pay.serial,
          platformKeyId: pay.platformKeyId,
          platformKeyIds: Object.keys(pay.platformKeys),
        }
      : null,
    updatedAt: row.updatedAt,
  };
}
