import type { Words } from '../common/words';

export const commissionStatusWords = {
  pending: { zh: '待成熟', en: 'Pending' },
  in_review: { zh: '待审核', en: 'In review' },
  approved: { zh: '已批准', en: 'Approved' },
  paid: { zh: '已打款', en: 'Paid' },
  rejected: { zh: '已拒绝', en: 'Rejected' },
  reversed: { zh: '已冲销', en: 'Reversed' },
} as const satisfies Words;

/** The same states in the words of the mini-program. */
export const promoterStatusOfCommissionWords = {
  pending: { zh: '待结算', en: 'Pending' },
  in_review: { zh: '审核中', en: 'In review' },
  approved: { zh: '已审核，可提现', en: 'Approved, withdrawable' },
  paid: { zh: '已到账', en: 'Paid' },
  rejected: { zh: '未通过', en: 'Rejected' },
  reversed: { zh: '已退款', en: 'Refunded' },
} as const satisfies Words;

export const commissionKindWords = {
  direct: { zh: '直接推广', en: 'Direct' },
  network: { zh: '邀请佣金', en: 'Network' },
  self: { zh: '自购返佣', en: 'Self-purchase' },
  bonus: { zh: '活动奖励', en: 'Bonus' },
} as const satisfies Words;

export const adjustmentWords = {
  refund: { zh: '退款', en: 'Refund' },
  manual: { zh: '人工调整', en: 'By hand' },
  recalculation: { zh: '重新计算', en: 'Recalculation' },
} as const satisfies Words;

export const loserWords = {
  lower_layer: { zh: '上层已定', en: 'A higher layer decided' },
  lower_priority: { zh: '优先级比胜出的低', en: 'Lower priority than the winner' },
  fewer_conditions: { zh: '条件比胜出的少', en: 'Fewer conditions than the winner' },
  older: { zh: '比胜出的早', en: 'Older than the winner' },
  larger_id: { zh: '编号在胜出的之后', en: 'Its id comes after the winner’s' },
  outside_window: { zh: '付款时间不在有效期内', en: 'Paid outside its window' },
  lower_amount: { zh: '算出的金额较低', en: 'Would have paid less' },
  'condition_failed:coupons': { zh: '订单没有用这张券', en: 'The order did not use this coupon' },
  'condition_failed:skus': { zh: '不是指定的商品', en: 'Not one of its SKUs' },
  'condition_failed:categories': { zh: '不是指定的品类', en: 'Not one of its categories' },
  'condition_failed:country': { zh: '不是指定的国家或地区', en: 'Not one of its countries' },
  'condition_failed:customer': { zh: '新老客不符', en: 'Not that kind of customer' },
  'condition_failed:amount': { zh: '订单金额不在范围内', en: 'Order amount out of range' },
  'condition_failed:campaign': { zh: '不属于这个活动', en: 'Not part of the campaign' },
  'condition_failed:orderType': { zh: '订单类型不符', en: 'Not that type of order' },
  'condition_failed:subId': { zh: '子渠道不符', en: 'Not that sub id' },
} as const satisfies Words;

export const nothingEarnedWords = {
  promoter_not_active: { zh: '推广员付款时不是正常状态', en: 'The promoter was not active when it was paid' },
  self_purchase_blocked: { zh: '推广员自己购买，不计佣金', en: 'Own purchase, blocked' },
  recurring_left_out: { zh: '推广计划不计这一期', en: 'The programme leaves this payment out' },
  no_promoter: { zh: '订单没有归属', en: 'Nobody got the sale' },
  no_rate: { zh: '没有佣金规则适用', en: 'No rate applied' },
} as const satisfies Words;

export const stepWords = {
  earned: { zh: '产生', en: 'Earned' },
  matured: { zh: '成熟', en: 'Matured' },
  approved: { zh: '批准', en: 'Approved' },
  paid: { zh: '打款', en: 'Paid' },
} as const satisfies Words;

/** The same steps in the words of the mini-program. */
export const promoterStepWords = {
  earned: { zh: '已获得', en: 'Earned' },
  matured: { zh: '已过售后期', en: 'Past returns' },
  approved: { zh: '已审核', en: 'Approved' },
  paid: { zh: '已到账', en: 'Paid' },
} as const satisfies Words;

/** The same steps while they are still to come. */
export const promoterOpenStepWords = {
  earned: { zh: '获得', en: 'Earned' },
  matured: { zh: '过售后期', en: 'Past returns' },
  approved: { zh: '审核', en: 'Review' },
  paid: { zh: '到账', en: 'Payout' },
} as const satisfies Words;

export const reviewWords = {
  default_manual: { zh: '默认人工审核', en: 'Reviewed by default' },
  rule: { zh: '按审核规则转人工', en: 'An approval rule asks for review' },
  risk: { zh: '有风险标记', en: 'Flagged as risky' },
} as const satisfies Words;
