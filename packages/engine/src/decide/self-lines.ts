import type { CompiledCampaign } from '../book/compiled-campaign';
import { covers } from '../book/compiled-campaign';
import type { CompiledSettings, SelfRate } from '../book/compiled-settings';
import type { OrderContext } from '../book/order-context';
import type { LineBase, SaleLine } from '../model/index';
import { excludeLines } from './exclude-lines';
import { MANUAL, manualAmounts } from './manual-amounts';
import { priceLines } from './price-lines';
import type { LineResult, Matches } from './reasoning';

const NO_MATCHES: Matches = { rules: [], bonuses: [], rates: [] };

/** Prices a promoter's own purchase by the self-purchase table: SKU, category, campaign, default; nothing designated earns nothing. */
export function selfLines(settings: CompiledSettings, order: OrderContext, raw: readonly LineBase[]): LineResult {
  const { sale, campaign } = order;
  const bases = excludeLines(raw, sale.lines, settings);
  const amountsOn = bases.map(({ base }) => base);
  const result = { kind: 'self', bases, matches: NO_MATCHES, comparison: null } as const;
  if (sale.manualAmount !== null) {
    return { ...result, winners: sale.lines.map(() => MANUAL), amounts: manualAmounts(sale.manualAmount, amountsOn) };
  }
  const winners = sale.lines.map((line) => selfRateFor(settings, line, campaign));
  return { ...result, winners, amounts: priceLines(winners, amountsOn, sale.lines) };
}

function selfRateFor(settings: CompiledSettings, line: SaleLine, campaign: CompiledCampaign | null): SelfRate | null {
  const ofSku = settings.selfBySku.get(line.sku);
  if (ofSku) return ofSku;
  const ofCategory = line.category === null ? undefined : settings.selfByCategory.get(line.category);
  if (ofCategory) return ofCategory;
  const ofCampaign = campaign && covers(campaign, line) ? settings.selfByCampaign.get(campaign.code) : undefined;
  return ofCampaign ?? settings.selfByDefault;
}
