import { insert, type Tx } from '../../../foundation/db';
import type { Outcome } from '../domain/outcome';
import { saysNotFound } from '../domain/pay-errors';
import { shippingState } from '../gateway/shipping';
import type { MerchantWechat } from '../gateway/wechat';
import { type WechatCheckRow, wechatCheckTable } from '../store/wechat-check.row';

/** A number that no order has: WeChat answers that it does not know it, and thereby that it knows us. */
const NO_NUMBER = 'FENRUN000000';

/** Tries credentials against WeChat without changing anything there. */
export async function tryWechat({ account, mp, pay }: MerchantWechat, now: number): Promise<WechatCheckRow[]> {
  const { merchantId } = account;
  const row = (what: WechatCheckRow['what'], isOk: boolean, code: string) => ({
    merchantId,
    what,
    isOk,
    code: isOk ? '' : code.slice(0, 64),
    at: now,
  });
  // A code that nobody has is refused as such only when appid and secret are right.
  const login = await mp.signIn(NO_NUMBER);
  const checks = [row('login', login.kind === 'ok' || codeOf(login) === '40029', codeOf(login))];
  if (!pay) return checks;
  const order = await pay.queryOrder(NO_NUMBER);
  checks.push(
    row(
      'pay',
      order.kind === 'ok' || (order.kind === 'refused' && saysNotFound(order.code, order.status)),
      codeOf(order),
    ),
  );
  const shipping = await shippingState(mp, pay.mchid, NO_NUMBER);
  checks.push(row('shipping', shipping.kind === 'ok' || codeOf(shipping) === '10060001', codeOf(shipping)));
  return checks;
}

function codeOf(outcome: Outcome<unknown>): string {
  return outcome.kind === 'ok' ? '' : outcome.kind === 'refused' ? outcome.code : outcome.reason;
}

/** Keeps what came of the tries, in place of the earlier ones. */
export async function keepChecks(tx: Tx, merchantId: string, checks: readonly WechatCheckRow[]): Promise<void> {
  await tx.run('DELETE FROM wechat_check WHERE merchant_id = ?', [merchantId]);
  await insert(tx, wechatCheckTable, checks);
}
