import { minor, percent, zone } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import {
  approvalSentence,
  moneyText,
  type RateSource,
  type Rule,
  rateText,
  ruleSentence,
  ruleSentenceParts,
  type SentenceContext,
  windowText,
} from '../src/index';

const shanghai = zone('Asia/Shanghai');
const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
const NAMES: Readonly<Record<string, string>> = {
  tea: '茶叶',
  gold: '金牌组',
  store: '门店组',
  P1: '陈嘉',
  SENIOR: '资深计划',
  W: '冬日茶席',
};
const name = (code: string) => NAMES[code] ?? code;
const names = { sku: name, category: name, promoter: name, group: name, campaign: name, programme: name };
const context = (lang: 'zh' | 'en'): SentenceContext => ({ names, zone: shanghai, currency: 'CNY', lang });

const rule = (given: Partial<Rule>): RateSource => ({
  kind: 'rule',
  code: 'R',
  rule: {
    layer: 'sales_match',
    priority: 100,
    window: { from: null, to: null },
    scope: null,
    promoters: [],
    groups: [],
    when: {},
    rate: { kind: 'percent', percent: percent('12') },
    ...given,
  },
});

const sentences: readonly [string, RateSource, string, string][] = [
  [
    'a coupon',
    rule({ when: { coupons: ['QIUCHA20'] } }),
    '用了券 QIUCHA20，整单付',
    'With coupon QIUCHA20, pays on the whole order',
  ],
  [
    'new customers with a large order',
    rule({ when: { customer: 'new', amount: { from: minor(50_000), to: null } } }),
    '新客单笔满 ¥500，整单付',
    'New customers, orders from ¥500, pays on the whole order',
  ],
  [
    'one promoter for a month',
    rule({ layer: 'individual', promoters: ['P1'], window: { from: at('2026-10-01'), to: at('2026-11-01') } }),
    '对陈嘉，10月1日–10月31日，付',
    'For 陈嘉, 1 Oct – 31 Oct, pays',
  ],
  [
    'a group and a category',
    rule({
      layer: 'group',
      groups: ['gold'],
      window: { from: at('2026-11-01'), to: at('2026-11-13') },
      when: { categories: ['tea'] },
    }),
    '对金牌组，11月1日–11月12日，茶叶类付',
    'For 金牌组, 1 Nov – 12 Nov, pays on 茶叶',
  ],
  [
    'two groups',
    rule({ layer: 'group', groups: ['gold', 'store'] }),
    '对金牌组、门店组，付',
    'For 金牌组, 门店组, pays',
  ],
  [
    'products that lift the whole order',
    rule({ scope: 'order', when: { categories: ['tea'] } }),
    '买了茶叶类，整单付',
    'When 茶叶 is bought, pays on the whole order',
  ],
  [
    'a tier bonus',
    {
      kind: 'tier_bonus',
      step: 1,
      threshold: 1_000_000,
      rate: { kind: 'percent', percent: percent('11') },
      metric: 'sales',
      window: 'last_month',
    },
    '上月销售满 ¥10,000，付',
    'Sales of ¥10,000 last month, pays',
  ],
  [
    'a special rate of the programme',
    {
      kind: 'programme',
      programme: 'SENIOR',
      on: { of: 'category', key: 'tea' },
      rate: { kind: 'percent', percent: percent('8.5') },
    },
    '资深计划，茶叶类付',
    '资深计划, pays on 茶叶',
  ],
  [
    'the default rate of the programme',
    {
      kind: 'programme',
      programme: 'SENIOR',
      on: { of: 'default' },
      rate: { kind: 'percent', percent: percent('8') },
    },
    '资深计划，默认付',
    '资深计划, pays by default',
  ],
];

test.each(sentences)('a rule about %s reads as a sentence', (_, source, zh, en) => {
  expect(ruleSentence(source, context('zh'))).toBe(zh);
  expect(ruleSentence(source, context('en'))).toBe(en);
});

test('the pieces of a sentence name the field of the form that they come from', () => {
  const source = rule({
    layer: 'group',
    groups: ['gold', 'store'],
    window: { from: at('2026-11-01'), to: at('2026-11-13') },
    when: { categories: ['tea'] },
  });
  expect(ruleSentenceParts(source, context('zh'))).toEqual([
    { text: '对' },
    { token: 'groups', text: '金牌组' },
    { text: '、' },
    { token: 'groups', text: '门店组' },
    { text: '，' },
    { token: 'window', text: '11月1日–11月12日' },
    { text: '，' },
    { token: 'categories', text: '茶叶类' },
    { text: '付' },
  ]);
});

test('a long list of promoters is counted, not listed', () => {
  const promoters = ['A', 'B', 'C', 'D', 'E'];
  expect(ruleSentence(rule({ layer: 'individual', promoters }), context('zh'))).toBe('对A、B、C等 5 项，付');
});

test('a window over the turn of the year names its years', () => {
  const window = { from: at('2026-12-20'), to: at('2027-01-10') };
  expect(windowText(window, shanghai, 'zh')).toBe('2026年12月20日–2027年1月9日');
  expect(windowText({ from: null, to: null }, shanghai, 'zh')).toBe('');
});

test('money and rates read as people write them', () => {
  expect(moneyText(minor(-123_450), 'CNY')).toBe('−¥1,234.50');
  expect(moneyText(minor(1_234), 'JPY')).toBe('¥1,234');
  expect(moneyText(minor(1_234_500), 'KWD')).toBe('KWD 1,234.500');
  expect(rateText({ kind: 'fixed', amount: minor(500), per: 'order' }, 'CNY', 'zh')).toBe('¥5.00 / 单');
});

test('an approval rule tells why a commission waits', () => {
  const told = { group: name, currency: 'CNY', lang: 'zh' } as const;
  expect(approvalSentence({ promoterAgeDays: { from: null, to: 30 } }, told)).toBe('加入不满 30 天');
  expect(approvalSentence({ amount: { from: minor(50_000), to: null }, groups: ['gold'] }, told)).toBe(
    '佣金满 ¥500，金牌组',
  );
});
