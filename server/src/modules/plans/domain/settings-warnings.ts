import type { Lang, Words } from '@fenrun/contracts';
import type { Finding } from '@fenrun/engine';
import type { MerchantSettings } from './merchant-settings';

/** Something that can be saved but may surprise, or that the law wants acknowledged first. */
export interface SettingsWarning {
  readonly code: WarningCode;
  readonly pointer: string;
  readonly text: string;
  readonly mustAcknowledge: boolean;
}

const warningWords = {
  'network-legal': {
    zh: '在中国大陆，按邀请人或邀请人的成交计酬可能构成多级分销：最多付直接推广员和他的一位邀请人；不得收取入门费或要求先消费；微信可能下架有多级分销特征的小程序，情节严重的可能违反《禁止传销条例》。请先咨询律师。',
    en: 'In mainland China, paying for invited promoters or their sales can count as multi-level marketing: at most the direct promoter and one inviter may be paid; entry fees and compulsory purchases are forbidden; WeChat removes mini-programs that look like multi-level distribution, and serious cases may break the Regulations on the Prohibition of Pyramid Selling. Ask a lawyer first.',
  },
  'paid-before-returns': {
    zh: '付款后立即成熟并自动批准：退货前佣金可能已经提走。',
    en: 'Commissions mature at once and are approved automatically: they may be paid out before goods come back.',
  },
  'no-rebate-rates': {
    zh: '自购返佣没有设置任何比例，自购不会有返佣。',
    en: 'Own purchases earn a rebate, but no rate is set: nothing is earned.',
  },
  'total-above-cap': {
    zh: '有的佣金加起来超过上限，超出的部分会被截掉。',
    en: 'Some commissions add up to more than the cap; what is above it is cut.',
  },
  'total-above-whole': {
    zh: '有的佣金加起来超过商品金额的 100%。',
    en: 'Some commissions add up to more than 100% of what the goods cost.',
  },
  'unknown-sku': { zh: '有的 SKU 不在商品目录里。', en: 'Some SKUs are not in the catalogue.' },
} as const satisfies Words;
export type WarningCode = keyof typeof warningWords;

const POINTERS: Readonly<Record<WarningCode, string>> = {
  'network-legal': '/settings/network/levels',
  'paid-before-returns': '/settings/hold',
  'no-rebate-rates': '/settings/selfPurchase/rates',
  'total-above-cap': '/settings/maxCommissionPercent',
  'total-above-whole': '/settings/network/levels',
  'unknown-sku': '/settings/excludedSkus',
};

/** What the warnings look at. */
export interface WarningFacts {
  readonly region: string;
  readonly settings: MerchantSettings;
  /** The settings before this save; null when nothing is being saved. */
  readonly before: MerchantSettings | null;
  readonly findings: readonly Finding[];
}

/**
 * The warnings of settings, in a language. Paying inviters in CN must be acknowledged by the save that switches it on or raises it.
 * Source: domain.md, section 3, and wechat.md, 3.9.
 */
export function settingsWarnings({ region, settings, before, findings }: WarningFacts, lang: Lang): SettingsWarning[] {
  const codes = new Set<WarningCode>();
  if (region === 'CN' && settings.network.levels.length > 0) codes.add('network-legal');
  const { hold, approval, selfPurchase } = settings;
  if (hold.from === 'paid' && hold.days === 0 && approval.default === 'auto') codes.add('paid-before-returns');
  if (selfPurchase.mode === 'rebate' && !hasRates(selfPurchase.rates)) codes.add('no-rebate-rates');
  for (const { code } of findings) if (code in warningWords) codes.add(code as WarningCode);
  return [...codes].map((code) => ({
    code,
    pointer: POINTERS[code],
    text: warningWords[code][lang],
    mustAcknowledge: code === 'network-legal' && before !== null && isNetworkRaised(before, settings),
  }));
}

function hasRates({
  default: standard,
  skus,
  categories,
  campaigns,
}: MerchantSettings['selfPurchase']['rates']): boolean {
  return standard !== null || [skus, categories, campaigns].some((rates) => Object.keys(rates).length > 0);
}

function isNetworkRaised(before: MerchantSettings, after: MerchantSettings): boolean {
  return after.network.levels.some((level, index) => level > (before.network.levels[index] ?? 0));
}
