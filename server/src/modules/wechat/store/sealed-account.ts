import type { SecretBox } from '../../../foundation/secrets';
import type { AccountDraft, WechatAccount } from '../domain/wechat-account';
import type { SealedSecrets, WechatAccountRow } from './wechat-account.row';

const about = (merchantId: string) => `wechat-account:${merchantId}`;

/** A row from credentials; everything secret goes into the box. */
export function sealAccount(
  merchantId: string,
  draft: AccountDraft,
  version: number,
  box: SecretBox,
  now: number,
): WechatAccountRow {
  const secrets: SealedSecrets = {
    appSecret: draft.appSecret,
    push: draft.push,
    privateKey: draft.pay?.privateKey ?? null,
    apiV3Key: draft.pay?.apiV3Key ?? null,
  };
  return {
    merchantId,
    appid: draft.appid,
    envVersion: draft.envVersion,
    mchid: draft.pay?.mchid ?? null,
    merchantSerial: draft.pay?.serial ?? null,
    platformKeyId: draft.pay?.platformKeyId ?? null,
    platformKeys: { ...(draft.pay?.platformKeys ?? {}) },
    sealed: box.seal(JSON.stringify(secrets), about(merchantId)),
    version,
    updatedAt: now,
  };
}

/** The credentials of a row, opened. */
export function openAccount(row: WechatAccountRow, box: SecretBox): WechatAccount {
  const secrets = JSON.parse(box.open(row.sealed, about(row.merchantId))) as SealedSecrets;
  const { mchid, merchantSerial, platformKeyId } = row;
  const pay =
    mchid && merchantSerial && platformKeyId && secrets.privateKey && secrets.apiV3Key
      ? {
          mchid,
          serial: merchantSerial,
          platformKeyId,
          platformKeys: row.platformKeys,
          privateKey: secrets.privateKey,
          apiV3Key: secrets.apiV3Key,
        }
      : null;
  return {
    merchantId: row.merchantId,
    appid: row.appid,
    appSecret: secrets.appSecret,
    envVersion: row.envVersion,
    push: secrets.push,
    pay,
    version: row.version,
  };
}
