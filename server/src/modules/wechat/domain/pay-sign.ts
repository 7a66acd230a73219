import { createSign } from 'node:crypto';

/** What `wx.requestPayment` takes; there is no appId field. */
export interface PayParams {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'RSA';
  readonly paySign: string;
}

interface PaySignInput {
  readonly appid: string;
  readonly prepayId: string;
  /** The merchant's API private key, the same that signed the prepay request. */
  readonly privateKey: string;
  readonly nonce: string;
}

/** Signs a prepay for the phone: four lines, the last one with its prefix. Source: wechat.md 2.6. */
export function payParams({ appid, prepayId, privateKey, nonce }: PaySignInput, now: number): PayParams {
  const timeStamp = String(Math.floor(now / 1000));
  const pack = `prepay_id=${prepayId}`;
  const message = `${appid}\n${timeStamp}\n${nonce}\n${pack}\n`;
  const paySign = createSign('RSA-SHA256').update(message).sign(privateKey, 'base64');
  return { timeStamp, nonceStr: nonce, package: pack, signType: 'RSA', paySign };
}
