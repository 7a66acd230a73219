import { parseInstant } from '../../clock/virtual-clock';
import { isObject, lengthOf } from '../../shape';
import type { MpErrcode } from '../mp-answer';
import type { OrderNumber } from './find-paid-order';

const LONGEST_LIST = 15;
const LONGEST_DESCRIPTION = 120;
const LONGEST_CODE = 128;
const EXPRESS = 1;
const UNIFIED = 1;
const SPLIT = 2;

export interface Upload {
  readonly number: OrderNumber;
  readonly logisticsType: number;
  readonly deliveryMode: number;
  readonly isAllDelivered: boolean;
  readonly items: readonly Record<string, unknown>[];
  readonly uploadedAt: number;
  readonly openid: string;
}

/** An upload that is well formed, or the errcode of the first thing wrong: types first, then the table of wechat.md 1.9. */
export function readUpload(body: Record<string, unknown>): Upload | MpErrcode {
  const { order_key: orderKey, logistics_type: logisticsType, delivery_mode: deliveryMode } = body;
  const { is_all_delivered: isAllDelivered, shipping_list: items, upload_time: uploadTime, payer } = body;
  const isTyped = typeof logisticsType === 'number' && typeof deliveryMode === 'number';
  if (!isTyped || !isObject(orderKey) || !isObject(payer)) return 47001;
  if (!Array.isArray(items) || !items.every(isObject)) return 47001;
  if (isAllDelivered !== undefined && typeof isAllDelivered !== 'boolean') return 47001;
  const number = readNumber(orderKey);
  if (typeof number === 'number') return number;
  const flaw =
    flawOfMode(logisticsType, deliveryMode, isAllDelivered) ??
    flawOfList(deliveryMode, items) ??
    flawOfItems(logisticsType, items);
  if (flaw) return flaw;
  const uploadedAt = typeof uploadTime === 'string' ? parseInstant(uploadTime) : undefined;
  if (uploadedAt === undefined) return 268485216;
  if (typeof payer['openid'] !== 'string') return 10060014;
  const isFinishing = deliveryMode === UNIFIED || isAllDelivered === true;
  return {
    number,
    logisticsType,
    deliveryMode,
    isAllDelivered: isFinishing,
    items,
    uploadedAt,
    openid: payer['openid'],
  };
}

function readNumber(orderKey: Record<string, unknown>): OrderNumber | MpErrcode {
  const { order_number_type: type, transaction_id: transactionId, mchid, out_trade_no: outTradeNo } = orderKey;
  if (typeof type !== 'number') return 47001;
  if (type === 2) {
    const isGiven = typeof transactionId === 'string' && transactionId !== '';
    return isGiven ? { transactionId, mchid: undefined, outTradeNo: undefined } : 268485195;
  }
  if (type !== 1) return 268485194;
  if (typeof mchid !== 'string' || mchid === '') return 268485196;
  if (typeof outTradeNo !== 'string' || outTradeNo === '') return 268485197;
  return { transactionId: undefined, mchid, outTradeNo };
}

function flawOfMode(logisticsType: number, deliveryMode: number, isAllDelivered: unknown): MpErrcode | undefined {
  if (![1, 2, 3, 4].includes(logisticsType)) return 10060005;
  if (deliveryMode !== UNIFIED && deliveryMode !== SPLIT) return 268485224;
  if (deliveryMode === SPLIT && logisticsType !== EXPRESS) return 10060006;
  return deliveryMode === SPLIT && isAllDelivered === undefined ? 10060007 : undefined;
}

function flawOfList(deliveryMode: number, items: readonly unknown[]): MpErrcode | undefined {
  if (items.length > LONGEST_LIST) return 10060024;
  if (deliveryMode === UNIFIED) return items.length === 1 ? undefined : 268485228;
  return items.length === 0 ? 10060014 : undefined;
}

function flawOfItems(logisticsType: number, items: readonly Record<string, unknown>[]): MpErrcode | undefined {
  for (const item of items) {
    const flaw = flawOfText(item) ?? (logisticsType === EXPRESS ? flawOfParcel(item) : undefined);
    if (flaw) return flaw;
  }
  return undefined;
}

function flawOfText(item: Record<string, unknown>): MpErrcode | undefined {
  const texts = [item['item_desc'], item['tracking_no'], item['express_company']];
  if (texts.some((value) => value !== undefined && typeof value !== 'string')) return 47001;
  if (typeof item['item_desc'] !== 'string' || item['item_desc'] === '') return 10060008;
  return lengthOf(item['item_desc']) > LONGEST_DESCRIPTION ? 10060009 : undefined;
}

function flawOfParcel(item: Record<string, unknown>): MpErrcode | undefined {
  const { tracking_no: trackingNo, express_company: company, contact } = item;
  if (typeof trackingNo !== 'string' || trackingNo === '') return 268485226;
  if (typeof company !== 'string' || company === '') return 268485227;
  if (company.length > LONGEST_CODE) return 10060025;
  if (trackingNo.length > LONGEST_CODE) return 10060026;
  return company === 'SF' && !isMaskedContact(contact) ? 10060014 : undefined;
}

/** SF wants one of the two numbers, with its last four digits clear. */
function isMaskedContact(contact: unknown): boolean {
  if (!isObject(contact)) return false;
  const numbers = [contact['consignor_contact'], contact['receiver_contact']];
  return numbers.some((number) => typeof number === 'string' && /^[\d*+-]*\d{4}$/.test(number));
}
