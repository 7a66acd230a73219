import type { Lang } from '@fenrun/contracts';
import { groupVsTierWords, selfPurchaseWords } from '@fenrun/contracts/labels';
import type { Settings } from '@fenrun/engine';
import { formatPercent } from '@fenrun/kernel';

type Text = (settings: Settings, lang: Lang) => string;

const onOff = (on: boolean, lang: Lang): string => (on ? { zh: '开', en: 'on' } : { zh: '关', en: 'off' })[lang];

/** The settings that decide amounts, and what each is called and says. */
const PARTS: readonly (readonly [name: Record<Lang, string>, text: Text])[] = [
  [{ zh: '分组与达标奖励', en: 'group against tier bonus' }, (one, lang) => groupVsTierWords[one.groupVsTier][lang]],
  [{ zh: '佣金上限', en: 'cap' }, (one) => `${formatPercent(one.maxCommissionPercent)}%`],
  [
    { zh: '邀请佣金', en: 'network commission' },
    ({ network }, lang) => network.levels.map((level) => `${formatPercent(level)}%`).join(' ') || onOff(false, lang),
  ],
  [
    { zh: '邀请佣金的基数', en: 'network commission of' },
    ({ network: { basis } }, lang) =>
      (basis === 'sale' ? { zh: '计佣金额', en: 'the base' } : { zh: '直接佣金', en: 'the direct commission' })[lang],
  ],
  [{ zh: '计佣金额含税', en: 'base with tax' }, ({ base }, lang) => onOff(base.tax, lang)],
  [{ zh: '计佣金额含运费', en: 'base with shipping' }, ({ base }, lang) => onOff(base.shipping, lang)],
  [{ zh: '标价含税', en: 'prices include tax' }, ({ base }, lang) => onOff(base.pricesIncludeTax, lang)],
  [{ zh: '自购', en: 'own purchases' }, ({ selfPurchase }, lang) => selfPurchaseWords[selfPurchase.mode][lang]],
  [{ zh: '不计佣的商品', en: 'excluded products' }, ({ excludedSkus }) => String(excludedSkus.length)],
];

/** What of the settings is drafted otherwise, in one sentence; what has no words here is only said to differ. */
export function settingsWords(before: Settings | null, after: Settings, lang: Lang): string {
  const changed = PARTS.flatMap(([name, text]) => {
    const [old, now] = [before ? text(before, lang) : '', text(after, lang)];
    return old === now ? [] : [`${name[lang]} ${old} → ${now}`];
  });
  if (before === null || changed.length === 0) return { zh: '设置有改动', en: 'Settings changed' }[lang];
  return `${{ zh: '设置：', en: 'Settings: ' }[lang]}${changed.join({ zh: '，', en: ', ' }[lang])}`;
}
