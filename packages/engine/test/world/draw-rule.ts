import { amount, CAMPAIGNS, CATEGORIES, type Dice, GROUPS, PROMOTERS, SKUS } from './dice';
import type { RateJson, RuleJson } from './scenario-file';

const DAYS = ['2024-01-15', '2024-02-01', '2024-02-15', '2024-03-01', '2024-04-01'];

export function rate(dice: Dice): RateJson {
  if (dice.once(4)) return { fixed: amount(dice, 12), per: dice.one(['order', 'unit'] as const) };
  return { percent: dice.one(['0', '2.5', '4', '6', '8', '10', '12.3456', '33.3', '60']) };
}

export function table(dice: Dice, keys: readonly string[], times = 4): Record<string, RateJson> {
  return Object.fromEntries(dice.some(keys, times).map((key) => [key, rate(dice)]));
}

export function window(dice: Dice): { from: string | null; to: string | null } {
  const [from, to] = [dice.below(DAYS.length), dice.below(DAYS.length)];
  return {
    from: dice.once(2) ? null : (DAYS[Math.min(from, to)] as string),
    to: dice.once(2) || from === to ? null : (DAYS[Math.max(from, to)] as string),
  };
}

export function rule(dice: Dice, id: string): RuleJson {
  const layer = dice.one(['sales_match', 'sales_match', 'individual', 'group'] as const);
  const products = { skus: dice.some(SKUS, 4), categories: dice.some(CATEGORIES, 5) };
  const common = {
    id,
    layer,
    rate: rate(dice),
    ...window(dice),
    ...(dice.once(3) ? { priority: dice.one([10, 100, 200]) } : {}),
  };
  if (layer === 'individual')
    return { ...common, promoters: [dice.one(PROMOTERS), ...dice.some(PROMOTERS, 4)], when: products };
  if (layer === 'group') return { ...common, groups: [dice.one(GROUPS)], when: products };
  const when: NonNullable<RuleJson['when']> = {};
  for (let index = 1 + dice.below(2); index > 0; index -= 1) {
    const kind = dice.below(9);
    if (kind === 0) when.coupons = [dice.one(['Ten', 'NINE'])];
    if (kind === 1) when.skus = [dice.one(SKUS), ...dice.some(SKUS, 5)];
    if (kind === 2) when.categories = [dice.one(CATEGORIES)];
    if (kind === 3) when.country = ['CN'];
    if (kind === 4) when.customer = dice.one(['new', 'returning'] as const);
    if (kind === 5) when.amount = { from: amount(dice, 200), to: dice.once(2) ? null : '400.00' };
    if (kind === 6) when.campaign = dice.one(CAMPAIGNS);
    if (kind === 7) when.orderType = dice.one(['one_time', 'recurring', 'manual'] as const);
    if (kind === 8) when.subId = 'live';
  }
  const scope = dice.one([null, null, 'order', 'matched_lines'] as const);
  return { ...common, scope, promoters: dice.once(4) ? dice.some(PROMOTERS) : [], when };
}
