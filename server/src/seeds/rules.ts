import type { BothTexts } from './catalogue';

/** A rule that the demo's merchant writes on the last day of the story, so that it decides what visitors buy and nothing before. */
export type DemoRule = {
  code: string;
  name: BothTexts;
  layer: 'sales_match' | 'individual' | 'group';
  /** A percent, or an amount per piece; decimal strings. */
  rate: { percent: string } | { perPiece: string };
  /** Half-open window in whole days from the day of the story's end, as in `DemoCampaign`; absent is open. */
  fromDay?: number;
  toDay?: number;
  promoters?: readonly string[];
  groups?: readonly string[];
  coupons?: readonly string[];
  skus?: readonly string[];
  categories?: readonly string[];
  customer?: 'new' | 'returning';
  /** The order comes to this; decimal string. */
  from?: string;
};

export const demoRules: readonly DemoRule[] = [
  {
    code: 'xiaowen-friends',
    name: { zh: '晓雯的茶友券', en: 'Xiaowen’s friends' },
    layer: 'sales_match',
    rate: { percent: '13' },
    coupons: ['XIAOWEN15'],
  },
  {
    code: 'first-large',
    name: { zh: '新客大单', en: 'New and large' },
    layer: 'sales_match',
    rate: { percent: '16' },
    customer: 'new',
    from: '500.00',
  },
  {
    code: 'year-end-box',
    name: { zh: '岁末礼盒', en: 'Year-end boxes' },
    layer: 'sales_match',
    rate: { perPiece: '20.00' },
    skus: ['GIFT-WINTER'],
    fromDay: 9,
  },
  {
    code: 'su-tea',
    name: { zh: '苏沐的茶课', en: 'Su Mu’s tea course' },
    layer: 'individual',
    rate: { percent: '18' },
    promoters: ['SM1033'],
    categories: ['tea'],
  },
  {
    code: 'chen-october',
    name: { zh: '陈嘉十月加码', en: 'More for Chen Jia' },
    layer: 'individual',
    rate: { percent: '13' },
    promoters: ['CJ1427'],
    fromDay: -40,
    toDay: -12,
  },
  {
    code: 'gold-home',
    name: { zh: '金牌组暖居', en: 'Gold at home' },
    layer: 'group',
    rate: { percent: '15' },
    groups: ['gold'],
    categories: ['linen', 'scent'],
    fromDay: -6,
    toDay: 3,
  },
  {
    code: 'stores-gifts',
    name: { zh: '门店节礼', en: 'Gifts in stores' },
    layer: 'group',
    rate: { percent: '12' },
    groups: ['store', 'gold'],
    categories: ['gift'],
  },
];
