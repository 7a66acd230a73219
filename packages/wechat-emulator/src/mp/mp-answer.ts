import { randomHex } from '../state/seeded';
import type { World } from '../state/world';

/** What an endpoint of api.weixin.qq.com answers: JSON, or the bytes of an image. Errors are HTTP 200 too (wechat.md 1.0). */
export type MpAnswer =
  | { readonly json: Record<string, unknown>; readonly contentType?: string }
  | { readonly image: Buffer };

/** Codes and texts of wechat.md section 1. Clients match on errcode only. */
const TEXTS = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  45002: 'content size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  47001: 'data format error',
  47003: 'argument invalid!',
  61010: 'code is expired',
  85096: 'scancode_time is the system reserved field',
  10060001: '支付单不存在',
  10060002: '支付单已完成发货，无法继续发货',
  10060003: '支付单已使用重新发货机会',
  10060004: '支付单处于不可发货的状态',
  10060005: '物流类型有误',
  10060006: '非快递发货时不允许分拆发货',
  10060007: '分拆发货模式下必须填写is_all_delivered',
  10060008: '商品描述item_desc字段不能为空',
  10060009: '商品描述item_desc字段太长',
  10060014: '参数错误',
  10060020: '该笔支付单在没有商品描述的情况下不允许完成发货',
  10060023: '发货信息未更新',
  10060024: '物流信息列表太长，最多支持15个',
  10060025: '物流公司编码太长',
  10060026: '物流单号太长',
  10060031: '该笔支付单不属于openid所指定的用户',
  268485194: '订单单号类型有误',
  268485195: '微信支付单号transaction_id字段不能为空',
  268485196: '商户号mchid字段不能为空',
  268485197: '商户侧单号out_trade_no字段不能为空',
  268485216: '上传时间upload_time格式有误',
  268485224: '发货模式非法',
  268485226: '物流单号不能为空',
  268485227: '物流公司不能为空',
  268485228: '统一发货模式下物流列表长度必须为1',
} as const satisfies Record<number, string>;

export type MpErrcode = keyof typeof TEXTS;

export function mpSuccess(fields: Record<string, unknown> = {}): MpAnswer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

/** An error of the table; `text` replaces the table's words. */
export function mpError(world: World, errcode: MpErrcode, text: string = TEXTS[errcode]): MpAnswer {
  return freeMpError(world, errcode, text);
}

/** An error by the test's own words. */
export function freeMpError(world: World, errcode: number, text: string): MpAnswer {
  const rid = [8, 8, 8].map((length) => randomHex(world.state(), length)).join('-');
  return { json: { errcode, errmsg: `${text} rid: ${rid}` } };
}

export function textOf(errcode: number): string {
  return (TEXTS as Record<number, string>)[errcode] ?? 'error';
}
