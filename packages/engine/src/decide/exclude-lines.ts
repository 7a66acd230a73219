import { ZERO } from '@fenrun/kernel';
import type { CompiledRule } from '../book/compiled-rule';
import type { CompiledSettings } from '../book/compiled-settings';
import type { LineBase, SaleLine } from '../model/index';

/**
 * Gives excluded products base 0. A sales match that wins a line (as far as sales matches go, also when a manual amount then
 * overrides) lifts the exclusion of that line if it lists the line's own SKU. Source: domain.md, section 3.
 */
export function excludeLines(
  bases: readonly LineBase[],
  lines: readonly SaleLine[],
  { excludedSkus }: CompiledSettings,
  matched?: readonly (readonly CompiledRule[])[],
): readonly LineBase[] {
  if (excludedSkus.size === 0) return bases;
  return bases.map((base, index) => {
    const { sku } = lines[index] as SaleLine;
    if (!excludedSkus.has(sku)) return base;
    const isLifted = matched?.[index]?.[0]?.liftedSkus?.has(sku) ?? false;
    return isLifted ? base : { ...base, isExcluded: true, base: ZERO };
  });
}
