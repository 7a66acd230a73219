import type { Percent, Rate } from '@fenrun/kernel';
import type { Settings } from '../model/index';

/** A rate of the self-purchase table, with its name. */
export interface SelfRate {
  readonly ref: string;
  readonly layer: 'self';
  readonly rate: Rate;
}

/** Settings with their lists as sets and maps. */
export interface CompiledSettings {
  readonly settings: Settings;
  readonly excludedSkus: ReadonlySet<string>;
  /** The levels that may be paid in the merchant's region. */
  readonly networkLevels: readonly Percent[];
  readonly selfBySku: ReadonlyMap<string, SelfRate>;
  readonly selfByCategory: ReadonlyMap<string, SelfRate>;
  readonly selfByCampaign: ReadonlyMap<string, SelfRate>;
  readonly selfByDefault: SelfRate | null;
}

/** The inviters that may earn: in CN direct and one inviter are all that the law allows. Source: domain.md, section 3. */
export function networkLevelLimit(region: string): number {
  return region === 'CN' ? 1 : 10;
}

export function compileSettings(settings: Settings, region: string): CompiledSettings {
  const { rates } = settings.selfPurchase;
  const selfRate = (name: string, rate: Rate): SelfRate => ({ ref: `self:${name}`, layer: 'self', rate });
  const table = (entries: Readonly<Record<string, Rate>>) =>
    new Map(Object.entries(entries).map(([name, rate]) => [name, selfRate(name, rate)]));
  return {
    settings,
    excludedSkus: new Set(settings.excludedSkus),
    networkLevels: settings.network.levels.slice(0, networkLevelLimit(region)),
    selfBySku: table(rates.skus),
    selfByCategory: table(rates.categories),
    selfByCampaign: table(rates.campaigns),
    selfByDefault: rates.default ? selfRate('default', rates.default) : null,
  };
}
