import { type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx, update } from '../../../foundation/db';
import type { SecretBox } from '../../../foundation/secrets';
import { type AccountDraft, credentialErrors } from '../domain/wechat-account';
import { sealAccount } from '../store/sealed-account';
import { wechatAccountTable } from '../store/wechat-account.row';

export interface KeepWechatAccount {
  readonly merchantId: string;
  readonly account: AccountDraft;
}

/** Keeps the credentials of a merchant's mini-program, or names every field that cannot be used. */
export async function keepWechatAccount(
  tx: Tx,
  { merchantId, account }: KeepWechatAccount,
  box: SecretBox,
  now: number,
): Promise<{ version: number } | Refusal<'invalid-request'>> {
  const errors = credentialErrors(account);
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const before = await findOne(tx, wechatAccountTable, 'merchant_id = ?', [merchantId]);
  const version = (before?.version ?? 0) + 1;
  const row = sealAccount(merchantId, account, version, box, now);
  if (before) await update(tx, wechatAccountTable, row, 'merchant_id = ?', [merchantId]);
  else await insert(tx, wechatAccountTable, [row]);
  return { version };
}
