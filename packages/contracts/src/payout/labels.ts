import type { Words } from '../common/words';

export const payoutStatusWords = {
  requested: { zh: '待批准', en: 'Requested' },
  approved: { zh: '已批准', en: 'Approved' },
  sending: { zh: '打款中', en: 'Sending' },
  waiting_user: { zh: '等待收款确认', en: 'Waiting for confirmation' },
  paid: { zh: '已到账', en: 'Paid' },
  rejected: { zh: '未通过', en: 'Rejected' },
  failed: { zh: '打款失败', en: 'Failed' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  expired: { zh: '已过期', en: 'Expired' },
} as const satisfies Words;

export const payoutChannelWords = {
  wechat: { zh: '微信零钱', en: 'WeChat' },
  bank: { zh: '银行卡', en: 'Bank transfer' },
  manual: { zh: '线下打款', en: 'By hand' },
} as const satisfies Words;
