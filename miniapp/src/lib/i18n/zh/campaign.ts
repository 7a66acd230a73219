export const campaigns = {
  title: '活动',
  all: '全部活动',
  running: '进行中',
  coming: '即将开始',
  emptyTitle: '活动会出现在这里',
  emptyWords: '商户开始活动时，付多少、到哪天、\n哪些商品，都会写在这里。',
  emptyAction: '看看全部商品',
  failedTitle: '活动没有取到',
  failedUnchanged: '活动和佣金都没有变，请再取一次。',
};

export const campaign = {
  title: '活动',
  pays: '你得什么',
  paysNote: '从活动的分享成交才算，自动带着你的推广码。',
  products: (count: number) => `活动商品 ${count} 件`,
  goods: '活动好物',
  noProducts: '店里的商品都参加，\n去选品里挑一件。',
  noProductsTitle: '全部商品都在活动里',
  share: '分享活动',
  over: '活动已经结束。',
  overForPromoter: '活动已经结束，已成交的佣金照活动计，不受影响。',
  missingTitle: '这个活动找不到了',
  missingWords: '可能已经结束，\n看看现在有哪些活动。',
  failedTitle: '活动没有取到',
  failedUnchanged: '活动和佣金都没有变，请再取一次。',
};
