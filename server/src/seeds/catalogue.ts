import { linenScentGiftProducts } from './catalogue-home';
import { pantryProducts } from './catalogue-pantry';
import { teaProducts } from './catalogue-tea';
import { teawareProducts } from './catalogue-teaware';

import type { DemoCategory, DemoProduct } from './product';

export type { BothTexts, DemoCategory, DemoProduct } from './product';

export const demoShop = {
  slug: 'demo',
  name: { zh: '山月集', en: 'Hill & Moon' },
  about: { zh: '茶与家常好物', en: 'Tea and good things for home' },
} as const;

export const demoCategories: readonly DemoCategory[] = [
  { code: 'tea', name: { zh: '茶叶', en: 'Tea' } },
  { code: 'teaware', name: { zh: '茶器', en: 'Teaware' } },
  { code: 'food', name: { zh: '粮油', en: 'Pantry' } },
  { code: 'linen', name: { zh: '布艺', en: 'Linen' } },
  { code: 'scent', name: { zh: '香氛', en: 'Scent' } },
  { code: 'gift', name: { zh: '节礼', en: 'Gifts' } },
];

export const demoProducts: readonly DemoProduct[] = [
  ...teaProducts,
  ...teawareProducts,
  ...pantryProducts,
  ...linenScentGiftProducts,
];
