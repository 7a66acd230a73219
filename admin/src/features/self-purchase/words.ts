import { defineWords, grouped, plural } from '../../kit/i18n/words';

export const selfPurchaseWords = defineWords(
  {
    intro: '推广员自己下单算自购：登录的账号、手机号或微信对得上就认出来，不用他自己说。',
    modeLabel: '自购怎么算',
    modes: {
      block: {
        name: '不计佣金',
        detail: '订单照常记录，谁也得不到佣金。新商户默认这样。',
      },
      normal: {
        name: '按普通订单计',
        detail: '和卖给别人一样走五层规则，也算进升级、分组和奖励。',
      },
      rebate: {
        name: '自购返佣',
        detail: '按下面的表返给买的人，比例和佣金规则分开。表里没有的商品不返。',
      },
    },
    unused: (count: number) => `表里有 ${grouped(count)} 条返佣，选“自购返佣”后才用。`,
    table: '返佣表',
    tableHint: '从上往下找，先找到的算',
    sections: {
      skus: { name: '商品', hint: '点名的商品', add: '加商品', what: '商品', none: '没有点名的商品。' },
      categories: { name: '品类', hint: '商品没有点名时', add: '加品类', what: '品类', none: '没有点名的品类。' },
      campaigns: {
        name: '活动',
        hint: '在活动时间里买活动商品',
        add: '加活动',
        what: '活动',
        none: '没有活动单独设返佣。',
      },
    },
    default: '其他商品',
    defaultHint: '上面都没有时',
    rateOf: (name: string) => `${name}的返佣`,
    remove: (name: string) => `去掉${name}`,
    example: (price: string, earned: string) => `例子：自己买 ${price} 的其他商品，返 ${earned}。`,
    extras: '返佣还影响什么',
    payNetwork: '邀请人也得邀请佣金',
    payNetworkHint: '默认不付：自购不该养活上面的人。',
    countInMetrics: '算进升级、分组和达标奖励',
    countInMetricsHint: '默认不算：自己买不能把自己买上去。',
  },
  {
    intro:
      'A promoter who buys is recognised by the account, phone number or WeChat identity that ordered; they need not say so.',
    modeLabel: 'How own purchases count',
    modes: {
      block: {
        name: 'No commission',
        detail: 'The order is recorded, and nobody earns on it. New merchants start so.',
      },
      normal: {
        name: 'Like any sale',
        detail: 'The five layers decide as for any buyer, and it counts for levels, groups and bonuses.',
      },
      rebate: {
        name: 'A rebate',
        detail: 'The table below pays the buyer, apart from the commission rules. What is not in it pays nothing.',
      },
    },
    unused: (count) => `${plural(count, 'rebate', 'rebates')} in the table; used once “A rebate” is chosen.`,
    table: 'Rebates',
    tableHint: 'read from the top; the first that fits holds',
    sections: {
      skus: {
        name: 'Products',
        hint: 'named one by one',
        add: 'Add a product',
        what: 'product',
        none: 'No product is named.',
      },
      categories: {
        name: 'Categories',
        hint: 'when the product is not named',
        add: 'Add a category',
        what: 'category',
        none: 'No category is named.',
      },
      campaigns: {
        name: 'Campaigns',
        hint: 'goods of a campaign, while it runs',
        add: 'Add a campaign',
        what: 'campaign',
        none: 'No campaign has its own rebate.',
      },
    },
    default: 'Everything else',
    defaultHint: 'when none of the above fits',
    rateOf: (name) => `Rebate on ${name}`,
    remove: (name) => `Remove ${name}`,
    example: (price, earned) => `For example: buying other goods of ${price} oneself gives back ${earned}.`,
    extras: 'What rebates also do',
    payNetwork: 'Inviters earn network commission on them',
    payNetworkHint: 'Off by default: own purchases should not feed those above.',
    countInMetrics: 'They count for levels, groups and bonuses',
    countInMetricsHint: 'Off by default: nobody should buy their own way up.',
  },
);
