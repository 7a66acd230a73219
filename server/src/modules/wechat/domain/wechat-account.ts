import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { FieldError } from '@fenrun/kernel';

/** A mini-program and, once it may take money, the WeChat Pay merchant that it is bound to. Secrets included: never logged. */
export interface WechatAccount {
  readonly merchantId: string;
  readonly appid: string;
  readonly appSecret: string;
  /** Which version of the mini-program codes and messages lead to. */
  readonly envVersion: EnvVersion;
  readonly push: { readonly token: string; readonly encodingAesKey?: string | undefined } | null;
  readonly pay: PayCredentials | null;
  /** Counts up with every change, so that kept clients know that they are old. */
  readonly version: number;
}

export type EnvVersion = 'release' | 'trial' | 'develop';

/** What signs our requests and verifies WeChat's answers. Source: wechat.md 2.1 and 2.4. */
export interface PayCredentials extends NoticeKeys {
  readonly mchid: string;
  /** Serial of the merchant's own certificate. */
  readonly serial: string;
  readonly privateKey: string;
  /** The key that answers are to be signed with: sent as `Wechatpay-Serial` on every call, and used to encrypt names. */
  readonly platformKeyId: string;
}

/** What opens a notification: every platform key that is known, by serial or `PUB_KEY_ID_…`, as PEM. */
export interface NoticeKeys {
  readonly apiV3Key: string;
  readonly platformKeys: Readonly<Record<string, string>>;
}

export type AccountDraft = Omit<WechatAccount, 'merchantId' | 'version'>;

/** What is wrong with credentials before they are kept; an empty list means that every key can be used. */
export function credentialErrors(draft: AccountDraft): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (pointer: string, code: string) => void errors.push({ pointer, code });
  if (!/^wx[0-9a-zA-Z]{16}$/.test(draft.appid)) wrong('/appid', 'invalid-appid');
  if (!/^[\x21-\x7e]{16,64}$/.test(draft.appSecret)) wrong('/appSecret', 'invalid-secret');
  const aesKey = draft.push?.encodingAesKey;
  if (aesKey && !/^[0-9A-Za-z]{43}$/.test(aesKey)) wrong('/push/encodingAesKey', 'invalid-key');
  if (draft.pay) errors.push(...payErrors(draft.pay));
  return errors;
}

function payErrors(pay: PayCredentials): FieldError[] {
  const checks: [string, string, boolean][] = [
    ['/pay/mchid', 'invalid-mchid', /^[0-9]{6,32}$/.test(pay.mchid)],
    ['/pay/serial', 'invalid-serial', /^[0-9A-Fa-f]{8,64}$/.test(pay.serial)],
    ['/pay/apiV3Key', 'invalid-key', /^[\x20-\x7e]{32}$/.test(pay.apiV3Key)],
    ['/pay/privateKey', 'invalid-key', opens(() => createPrivateKey(pay.privateKey))],
    ['/pay/platformKeyId', 'unknown-key', Object.hasOwn(pay.platformKeys, pay.platformKeyId)],
    // The merchant's own certificate is the usual mistake: nothing of WeChat's verifies with it.
    ['/pay/platformKeys', 'own-certificate', !Object.hasOwn(pay.platformKeys, pay.serial)],
  ];
  for (const [id, pem] of Object.entries(pay.platformKeys)) {
    checks.push([`/pay/platformKeys/${id}`, 'invalid-key', opens(() => createPublicKey(pem))]);
  }
  return checks.filter(([, , holds]) => !holds).map(([pointer, code]) => ({ pointer, code }));
}

function opens(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
