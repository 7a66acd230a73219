import type { Grouping } from '@fenrun/engine';
import { percent } from '@fenrun/kernel';
import type { PlanSaving } from '../commands/save-plans';
import { DEFAULT_MERCHANT_SETTINGS } from './merchant-settings';
import type { NamedProgramme } from './programme-form';

/** The code of the programme that every merchant begins with. */
export const FIRST_PROGRAMME = 'standard';

const NAME = { zh: '标准计划', en: 'Standard' } as const;

/**
 * The rule book of a new merchant: the settings of domain.md, one programme with a percent, no groups. It holds from the beginning of
 * time. `ratePercent` is a decimal percent that was checked before.
 */
export function defaultPlans(ratePercent: string, region: string): Omit<PlanSaving, 'holdsFrom'>[] {
  const isChinese = region === 'CN';
  const settings = {
    ...DEFAULT_MERCHANT_SETTINGS,
    payout: {
      ...DEFAULT_MERCHANT_SETTINGS.payout,
      channels: isChinese ? ['wechat', 'bank', 'manual'] : ['bank', 'manual'],
    },
  };
  const programme: NamedProgramme = {
    name: NAME[isChinese ? 'zh' : 'en'],
    isDefault: true,
    isActive: true,
    rate: { kind: 'percent', percent: percent(ratePercent) },
    skus: {},
    categories: {},
    recurring: { mode: 'forever' },
  };
  const grouping: Grouping = { isOn: true, groups: [] };
  return [
    { kind: 'settings', code: '', doc: settings },
    { kind: 'programme', code: FIRST_PROGRAMME, doc: programme },
    { kind: 'grouping', code: '', doc: grouping },
  ];
}
