import { defineWords } from '../../kit/i18n/words';

/** The names of the tabs of the rules page, in their order. Every key is also the last step of the tab's address. */
export const rulesTabWords = defineWords(
  {
    title: '规则',
    tabs: {
      layers: '佣金规则',
      ladder: '自动升级',
      groups: '分组',
      'tier-bonuses': '达标奖励',
      campaigns: '活动',
      'self-purchase': '自购',
      programmes: '推广计划',
      coupons: '优惠券',
      'back-tests': '回测',
      'plan-trial': '推演',
    },
  },
  {
    title: 'Rules',
    tabs: {
      layers: 'Commission rules',
      ladder: 'Ladder',
      groups: 'Groups',
      'tier-bonuses': 'Tier bonuses',
      campaigns: 'Campaigns',
      'self-purchase': 'Self-purchase',
      programmes: 'Programmes',
      coupons: 'Coupons',
      'back-tests': 'Back-tests',
      'plan-trial': 'Try a plan',
    },
  },
);

export type RulesTab = keyof (typeof rulesTabWords)['zh']['tabs'];
