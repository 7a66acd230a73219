export const me = {
  code: (code: string) => `推广码 ${code}`,
  myCode: '我的码',
  myCodeTitle: '我的推广码',
  myCodeWords: '朋友扫一扫，就到我推荐的店',
  commission: (rate: string) => `佣金 ${rate}`,
  levelRules: '等级规则',
  volume: '本期成交',
  nextLevel: (name: string, amount: string) => `${name} ${amount}`,
  rateOnly: '每件商品的佣金都写在商品上。',
  funnel: { shares: '本月分享', opens: '被打开', orders: '成交', refunds: '退货' },
  performance: '我的数据',
  partners: '邀请的伙伴',
  people: (count: number) => `${count} 位`,
  messages: '消息',
  orders: '我买的',
  payouts: '提现记录',
  agreements: '协议与规则',
  feedback: '投诉与建议',
  settings: '设置',
  join: '成为推广员',
  joinWords: '分享好物，成交得佣金',
  applying: '申请审核中',
  suspended: '推广资格已暂停，已获得的佣金不受影响。',
  failedTitle: '我的页面没有取到',
  failedUnchanged: '你的等级和佣金都没有变，请再取一次。',
  guestName: '你好',
};

export const performance = {
  title: '我的数据',
  days: { '7': '近 7 天', '30': '近 30 天' },
  commission: '佣金',
  sales: '成交额',
  orders: '成交单数',
  opens: '被打开',
  shares: '分享',
  conversion: '打开到成交',
  perDay: '每天的佣金',
  best: '卖得好的',
  emptyTitle: '数据会出现在这里',
  emptyWords: '分享之后，每天有多少人打开、\n成交了几单，都会画成图。',
  failedTitle: '数据没有取到',
  failedUnchanged: '佣金和订单都没有变，请再取一次。',
  bar: (day: string, amount: string) => `${day}，${amount}`,
  highest: (day: string, amount: string) => `最多的一天是 ${day}，${amount}。`,
  none: '这几天还没有成交。',
};

export const partners = {
  title: '邀请的伙伴',
  joined: (day: string) => `${day}加入`,
  thisMonth: (count: number) => `本月 ${count} 单`,
  emptyTitle: '邀请的伙伴会出现在这里',
  emptyWords: '朋友从你的推广码申请并通过后，\n会记在你名下。邀请本身没有奖励。',
  failedTitle: '伙伴没有取到',
  failedUnchanged: '邀请关系没有变，请再取一次。',
  note: '只显示伙伴的名字和加入的日子，不显示他们的顾客。',
};

export const levels = {
  title: '等级规则',
  from: (amount: string) => `满 ${amount}`,
  first: '加入就是',
  rate: (rate: string) => `佣金 ${rate}`,
  here: '你在这里',
  rules: [
    '成交额只算顾客收货、过了售后期并审核通过的订单，退货会扣掉。',
    '升级后从下一单起按新的比例，已经成交的不变。',
    '活动商品按活动的比例，其余按等级。',
  ],
};

export const messages = {
  title: '消息',
  emptyTitle: '消息会出现在这里',
  emptyWords: '佣金有进展、提现要确认、\n申请有结果时会告诉你。',
  failedTitle: '消息没有取到',
  failedUnchanged: '没有消息丢失，请再取一次。',
};

export const settings = {
  title: '设置',
  language: '语言',
  languages: { zh: '简体中文', en: 'English' },
  privacyGuide: '隐私保护指引',
  cache: '清除本机缓存',
  cacheWords: '只清掉手机上的副本，佣金和订单都在服务器上。',
  cleared: '已清除',
  signOut: '退出登录',
  signedOut: '已退出，下次打开会再登录',
  version: (version: string) => `分润 ${version}`,
};

export const agreements = {
  title: '协议与规则',
  promoter_terms: '推广员协议',
  privacy: '隐私保护指引',
  version: (version: string) => `版本 ${version}`,
  failedTitle: '文本没有取到',
  failedUnchanged: '你同意过的内容没有变，请再取一次。',
};

export const feedback = {
  title: '投诉与建议',
  contact: '商户联系方式',
  none: '商户还没有留下联系方式',
  words: '说清哪一单、发生了什么、希望怎么解决。佣金的事请带上订单号，更容易查到。',
  copy: '复制联系方式',
  wechat: '向微信反馈',
  note: '和商户谈不拢时，可以在小程序右上角「···」里向微信投诉，微信会留底。',
};
