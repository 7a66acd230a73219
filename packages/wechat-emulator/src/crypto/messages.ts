/** The texts that WeChat Pay APIv3 signs (wechat.md 2.2, 2.3, 2.6). Every line ends with a newline, the last included. */

/** What a merchant signs for a request; `url` is path and query exactly as sent. */
export function requestMessage(method: string, url: string, timestamp: string, nonce: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${method}\n${url}\n${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
}

/** What WeChat signs for a response or a notification. */
export function responseMessage(timestamp: string, nonce: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${timestamp}\n${nonce}\n`), body, Buffer.from('\n')]);
}

/** What the merchant signs for `wx.requestPayment`; `packageText` keeps its `prepay_id=` prefix. */
export function paySignMessage(appid: string, timeStamp: string, nonceStr: string, packageText: string): string {
  return `${appid}\n${timeStamp}\n${nonceStr}\n${packageText}\n`;
}
