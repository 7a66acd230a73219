import { groupVsTierWords, selfPurchaseWords } from '@fenrun/contracts/labels';
import type { Language } from '../../kit/i18n/language';
import type { AnswerOf } from '../../lib/call';
import type { trialsWords } from './words';

export type Settings = AnswerOf<'plans.settings'>['settings'];
type Words = (typeof trialsWords)['zh'];

/** What of the settings decides amounts and can be tried here. */
export type TriedSettings = Pick<
  Settings,
  'groupVsTier' | 'maxCommissionPercent' | 'network' | 'base' | 'selfPurchase'
>;

export interface Difference {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Every setting that differs, in words; whatever cannot be said here is only counted by the caller. */
export function settingsDifferences(
  before: Settings,
  after: Settings,
  words: Words,
  language: Language,
): readonly Difference[] {
  const onOff = (on: boolean) => (on ? words.on : words.off);
  const network = ({ levels }: Settings['network']) =>
    levels.length === 0 ? words.networkNone : levels.map((level) => `${level}%`).join(language === 'zh' ? '，' : ', ');
  const all: Difference[] = [
    {
      name: words.groupVsTier,
      before: groupVsTierWords[before.groupVsTier][language],
      after: groupVsTierWords[after.groupVsTier][language],
    },
    { name: words.cap, before: `${before.maxCommissionPercent}%`, after: `${after.maxCommissionPercent}%` },
    { name: words.network, before: network(before.network), after: network(after.network) },
    {
      name: words.networkBasis,
      before: words.networkBases[before.network.basis],
      after: words.networkBases[after.network.basis],
    },
    ...(['tax', 'shipping', 'pricesIncludeTax'] as const).map((part) => ({
      name: words.baseParts[part],
      before: onOff(before.base[part]),
      after: onOff(after.base[part]),
    })),
    {
      name: words.selfPurchase,
      before: selfPurchaseWords[before.selfPurchase.mode][language],
      after: selfPurchaseWords[after.selfPurchase.mode][language],
    },
  ];
  return all.filter((one) => one.before !== one.after);
}

export function withTried(settings: Settings, tried: TriedSettings): Settings {
  const { groupVsTier, maxCommissionPercent, network, base, selfPurchase } = tried;
  return {
    ...settings,
    groupVsTier,
    maxCommissionPercent,
    network: { basis: network.basis, levels: network.levels ?? [] },
    base: { ...settings.base, ...base },
    selfPurchase: { ...settings.selfPurchase, ...selfPurchase },
  };
}
