import { makeCallback } from '../callbacks/make-callback';
import { unplan } from '../clock/agenda';
import { bookKey, type Refund } from '../state/books';
import type { RefundResult } from '../state/merchant-settings';
import type { World } from '../state/world';
import { refundNotice } from './refund-view';

const SUMMARIES = { SUCCESS: '退款成功', ABNORMAL: '退款异常', CLOSED: '退款关闭' } as const satisfies Record<
  RefundResult,
  string
>;

/** A PROCESSING refund reaches its end, and whoever gave a notify_url is told. Anything else stays as it is. */
export function finishRefund(world: World, refund: Refund, result: RefundResult): void {
  if (refund.status !== 'PROCESSING') return;
  const state = world.state();
  refund.status = result;
  unplan(state, 'finish-refund', bookKey(refund.mchid, refund.outRefundNo));
  if (result === 'SUCCESS') refund.succeededAt = world.clock.now();
  if (result === 'CLOSED') giveBack(world, refund);
  if (refund.notifyUrl === null) return;
  makeCallback(world, {
    channel: 'pay',
    event: `REFUND.${result}`,
    mchid: refund.mchid,
    appid: state.orders[bookKey(refund.mchid, refund.outTradeNo)]?.appid ?? '',
    subject: refund.outRefundNo,
    url: refund.notifyUrl,
    summary: SUMMARIES[result],
    originalType: 'refund',
    associatedData: 'refund',
    resource: refundNotice(refund),
  });
}

function giveBack(world: World, refund: Refund): void {
  const settings = world.state().merchants[refund.mchid]?.settings;
  if (settings && settings.balanceBasic !== null) settings.balanceBasic += refund.amount;
}
