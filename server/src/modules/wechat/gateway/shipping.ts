import { type Outcome, ok, unknown } from '../domain/outcome';
import type { MiniProgram } from './mini-program';

/** 1 express, 2 same city, 3 virtual, 4 picked up. */
export type LogisticsType = 1 | 2 | 3 | 4;

export interface ShippingReport {
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly openid: string;
  readonly logisticsType: LogisticsType;
  /** Required for express. WeChat's code of the carrier. */
  readonly carrier?: string | undefined;
  readonly trackingNumber?: string | undefined;
  /** Masked, with the last four digits clear; SF wants one. */
  readonly receiverContact?: string | undefined;
  readonly itemDescription: string;
  /** Must grow between reports of one payment. */
  readonly at: number;
}

const DESCRIPTION_AT_MOST = 120;

/** Reports a shipment, unified, one parcel. Unreported shipping freezes the merchant's money. Source: wechat.md 1.9. */
export async function uploadShipping(mp: MiniProgram, report: ShippingReport): Promise<Outcome<null>> {
  const item = {
    ...(report.trackingNumber ? { tracking_no: report.trackingNumber } : {}),
    ...(report.carrier ? { express_company: report.carrier } : {}),
    item_desc: [...report.itemDescription].slice(0, DESCRIPTION_AT_MOST).join(''),
    ...(report.receiverContact ? { contact: { receiver_contact: report.receiverContact } } : {}),
  };
  const body = {
    order_key: { order_number_type: 1, mchid: report.mchid, out_trade_no: report.outTradeNo },
    logistics_type: report.logisticsType,
    delivery_mode: 1,
    shipping_list: [item],
    upload_time: chinaTime(report.at),
    payer: { openid: report.openid },
  };
  const outcome = await mp.call({ path: '/wxa/sec/order/upload_shipping_info', body });
  if (outcome.kind === 'ok') return ok(null);
  // "Already fully shipped" and "nothing changed" say that what was asked for holds.
  return outcome.kind === 'refused' && outcome.reaction === 'done' ? ok(null) : outcome;
}

/** 1 to ship, 2 shipped, 3 receipt confirmed, 4 completed, 5 refunded, 6 awaiting settlement. */
export async function shippingState(mp: MiniProgram, mchid: string, outTradeNo: string): Promise<Outcome<number>> {
  const body = { merchant_id: mchid, merchant_trade_no: outTradeNo };
  const outcome = await mp.call({ path: '/wxa/sec/order/get_order', body });
  if (outcome.kind !== 'ok') return outcome;
  const state = (outcome.value['order'] as Record<string, unknown> | undefined)?.['order_state'];
  return typeof state === 'number' ? ok(state) : unknown('malformed', 'no order_state');
}

/** RFC 3339 at +08:00 with milliseconds, as WeChat writes it. */
export function chinaTime(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}
