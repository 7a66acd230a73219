import type { BothTexts } from './catalogue';

export type DemoCoupon = {
  code: string;
  name: BothTexts;
  /** Taken off the order; decimal string. */
  discount: string;
  /** The goods must reach this; decimal string. */
  minimum: string;
  /** Promoter who gets the sale; null is nobody. */
  owner: string | null;
  /** Only on a customer's first order. */
  newCustomersOnly: boolean;
  /** Half-open window in whole days before the story's end (0 is the day of the end); absent is always. */
  windowDaysAgo?: { from: number; to: number };
};

export type DemoCampaign = {
  code: string;
  name: BothTexts;
  about: BothTexts;
  /** Path below `art/`. */
  picture: string;
  categories: readonly string[];
  /** Percent that the campaign pays instead of the promoter's own rate. */
  ratePercent: string;
  /** Half-open, in whole days from the day of the story's end: negative is past, 0 is that day's midnight. */
  fromDay: number;
  toDay: number;
  /** Times the usual number of orders on its first and on its other days. */
  pull: { opening: number; running: number };
};

export const demoCoupons: readonly DemoCoupon[] = [
  {
    code: 'WARM30',
    name: { zh: '暖冬满减', en: 'Winter warmer' },
    discount: '30.00',
    minimum: '300.00',
    owner: null,
    newCustomersOnly: false,
  },
  {
    code: 'HELLO10',
    name: { zh: '新客见面礼', en: 'Welcome' },
    discount: '10.00',
    minimum: '99.00',
    owner: null,
    newCustomersOnly: true,
  },
  {
    code: 'QIUCHA20',
    name: { zh: '秋茶尝新', en: 'Autumn tea' },
    discount: '20.00',
    minimum: '200.00',
    owner: null,
    newCustomersOnly: false,
    windowDaysAgo: { from: 90, to: 60 },
  },
  {
    code: 'XIAOWEN15',
    name: { zh: '晓雯的茶友券', en: 'Xiaowen’s friends' },
    discount: '15.00',
    minimum: '150.00',
    owner: 'LX1006',
    newCustomersOnly: false,
  },
  {
    code: 'SHUANG15',
    name: { zh: '吴双的读者券', en: 'Wu Shuang’s readers' },
    discount: '15.00',
    minimum: '150.00',
    owner: 'WS1015',
    newCustomersOnly: false,
  },
  {
    code: 'MANMAN12',
    name: { zh: '小满的朋友券', en: 'Xiaoman’s friends' },
    discount: '12.00',
    minimum: '120.00',
    owner: 'XM2087',
    newCustomersOnly: false,
  },
  {
    code: 'HAITAO20',
    name: { zh: '海涛门店券', en: 'Haitao’s store' },
    discount: '20.00',
    minimum: '200.00',
    owner: 'HT1040',
    newCustomersOnly: false,
  },
];

export const demoCampaigns: readonly DemoCampaign[] = [
  {
    code: 'mountain-pantry',
    picture: 'campaigns/mountain-pantry.svg',
    categories: ['food'],
    ratePercent: '12',
    fromDay: -75,
    toDay: -61,
    name: { zh: '山货尝新', en: 'Mountain pantry' },
    about: { zh: '粮油佣金 12%', en: '12% on the pantry' },
    pull: { opening: 1.4, running: 1.2 },
  },
  {
    code: 'winter-tea-table',
    picture: 'campaigns/winter-tea-table.svg',
    categories: ['tea', 'teaware'],
    ratePercent: '15',
    fromDay: -18,
    toDay: 12,
    name: { zh: '冬日茶席', en: 'Winter tea table' },
    about: { zh: '茶叶、茶器佣金 15%', en: '15% on tea and teaware' },
    pull: { opening: 2.1, running: 1.45 },
  },
  {
    code: 'quiet-evening',
    picture: 'campaigns/quiet-evening.svg',
    categories: ['linen', 'scent'],
    ratePercent: '14',
    fromDay: 15,
    toDay: 29,
    name: { zh: '安静的夜', en: 'Quiet evening' },
    about: { zh: '布艺、香氛佣金 14%', en: '14% on linen and scent' },
    pull: { opening: 1.5, running: 1.2 },
  },
];
