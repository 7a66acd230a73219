import type { DemoCategory, DemoProduct } from './catalogue';
import type { DemoCoupon } from './offers';
import { type DemoPromoter, demoPhone, drawCustomers } from './people';
import type { Random } from './random';
import { type Story, tellStory } from './story';

/**
 * The second merchant of the demo: small, of another trade, and without pictures, so that one sees both that merchants are apart and
 * what a page looks like without them.
 */
export const otherShop = {
  slug: 'other',
  name: { zh: '渡口文具', en: 'Ferry Stationery' },
  about: { zh: '纸、笔、墨', en: 'Paper, pens, ink' },
} as const;

export const otherCategories: readonly DemoCategory[] = [
  { code: 'paper', name: { zh: '纸本', en: 'Paper' } },
  { code: 'writing', name: { zh: '书写', en: 'Writing' } },
];

const rows: readonly [
  sku: string,
  zh: string,
  en: string,
  category: string,
  price: string,
  pointZh: string,
  pointEn: string,
  popularity: number,
][] = [
  [
    'DK-NOTE-A5',
    '渡口线装本 A5',
    'Ferry thread-sewn notebook A5',
    'paper',
    '48.00',
    '巴川纸·可摊平',
    'Tomoe paper · lies flat',
    10,
  ],
  ['DK-CARD-12', '江南明信片 12 张', 'Jiangnan postcards, 12', 'paper', '36.00', '木刻版画', 'From woodcuts', 7],
  ['DK-CAL-DESK', '节气台历', 'Desk calendar of solar terms', 'paper', '68.00', '二十四节气', 'Twenty-four terms', 6],
  [
    'DK-PEN-F',
    '黄铜钢笔 F 尖',
    'Brass fountain pen, F nib',
    'writing',
    '239.00',
    '铱金尖·旋帽',
    'Iridium nib · screw cap',
    5,
  ],
  ['DK-INK-30', '松烟墨水 30 毫升', 'Pine-soot ink 30 ml', 'writing', '59.00', '不堵笔', 'Does not clog', 8],
  ['DK-BRUSH-3', '小楷笔 三支', 'Small-script brushes, three', 'writing', '75.00', '狼毫·中锋', 'Weasel hair', 4],
];

export const otherProducts: readonly DemoProduct[] = rows.map(
  ([sku, zh, en, category, price, pointZh, pointEn, popularity]) => ({
    sku,
    name: { zh, en },
    category,
    sellingPoint: { zh: pointZh, en: pointEn },
    specification: { zh: '一份', en: 'one' },
    price,
    stock: 200,
    details: { zh: [`${zh}，${pointZh.replaceAll('·', '，')}。`], en: [`${en}: ${pointEn.replaceAll(' · ', ', ')}.`] },
    popularity,
  }),
);

const promoterRows: readonly [
  code: string,
  name: string,
  inviter: string | null,
  strength: number,
  joinedDaysAgo: number,
][] = [
  ['DK01', '江渡', null, 50, 400],
  ['DK02', '阮书屏', 'DK01', 30, 300],
  ['DK03', '娜仁托雅', 'DK01', 16, 210],
  ['DK04', '卜一', null, 10, 150],
  ['DK05', '林晚', 'DK02', 6, 70],
];

export const otherPromoters: readonly DemoPromoter[] = promoterRows.map(
  ([code, name, inviter, strength, joinedDaysAgo], index) => ({
    code,
    name,
    phone: demoPhone(201 + index),
    inviter,
    group: 'default',
    strength,
    tempo: joinedDaysAgo > 120 ? 'steady' : 'fresh',
    joinedDaysAgo,
    arrival: joinedDaysAgo > 120 ? 'imported' : 'applied',
    customerId: `K-${code}`,
  }),
);

export const otherCoupons: readonly DemoCoupon[] = [
  {
    code: 'DUKOU5',
    name: { zh: '渡口见面礼', en: 'Ferry welcome' },
    discount: '5.00',
    minimum: '60.00',
    owner: null,
    newCustomersOnly: true,
  },
];

/** The 120 days of the small shop: 40 orders, no oddities. Pure, like `tellDemoStory`. */
export function tellOtherStory(random: Random, endAt: number): Story {
  return tellStory(
    random,
    {
      orderPrefix: 'DK',
      products: otherProducts,
      promoters: otherPromoters,
      applicants: [],
      customers: drawCustomers(random, 25, 3001, 'D'),
      coupons: otherCoupons,
      campaigns: [],
      days: 120,
      orderCount: 40,
      opensPerShare: 1.2,
      subscriptions: 0,
      eventful: false,
    },
    endAt,
  );
}
