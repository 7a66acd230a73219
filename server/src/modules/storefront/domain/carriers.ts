/** The carriers that the console offers, by WeChat's codes of delivery companies. Source: WeChat's list of delivery ids. */
export const CARRIERS: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'SF', name: '顺丰速运' },
  { code: 'ZTO', name: '中通快递' },
  { code: 'YTO', name: '圆通速递' },
  { code: 'STO', name: '申通快递' },
  { code: 'YD', name: '韵达快递' },
  { code: 'JTSD', name: '极兔速递' },
  { code: 'JD', name: '京东物流' },
  { code: 'EMS', name: '中国邮政 EMS' },
  { code: 'DBL', name: '德邦快递' },
  { code: 'OTHERS', name: '其他快递' },
];

export function carrierName(code: string): string {
  return CARRIERS.find((carrier) => carrier.code === code)?.name ?? code;
}
