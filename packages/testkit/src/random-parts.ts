import type { Chance } from './chance';

export const SKUS = ['TEA', 'CUP', 'POT', 'HAT', 'BAG'];
export const CATEGORIES = ['tea', 'ware', 'home'];
export const PROMOTERS = ['A', 'B', 'C', 'D', 'E', 'F'];
export const CUSTOMERS = ['C1', 'C2', 'C3', 'C4', 'C-A', 'C-B'];
export const HOUR_MS = 3_600_000;
export const START = Date.UTC(2024, 0, 20, 3);

export type Json = Record<string, unknown>;

export function amount(c: Chance, most: number): string {
  return String(c.whole(1, most));
}

export function rate(c: Chance): Json {
  if (c.is(0.65)) return { percent: c.is(0.1) ? '0' : `${c.whole(1, 30)}${c.is(0.3) ? '.5' : ''}` };
  return { fixed: amount(c, 20), per: c.pick(['order', 'unit']) };
}

export function rule(c: Chance, id: string, hasGroups: boolean, hasCampaigns: boolean): Json {
  const layer = c.pick(hasGroups ? ['sales_match', 'individual', 'group'] : ['sales_match', 'individual']);
  const product: Json = c.is(0.3) ? { skus: [c.pick(SKUS)] } : c.is(0.2) ? { categories: [c.pick(CATEGORIES)] } : {};
  const when: Json = { ...product };
  if (layer === 'sales_match') {
    if (c.is(0.3)) when['coupons'] = [c.pick(['welcome', 'FREE'])];
    if (c.is(0.2)) when['customer'] = c.pick(['new', 'returning']);
    if (c.is(0.2)) when['amount'] = c.pick([{ from: '100' }, { to: '150' }, { from: '50', to: '200' }]);
    if (c.is(0.15)) when['country'] = ['CN'];
    if (c.is(0.15)) when['orderType'] = c.pick(['one_time', 'recurring', 'manual']);
    if (c.is(0.15)) when['subId'] = 'wx';
    if (hasCampaigns && c.is(0.2)) when['campaign'] = c.pick(['SPRING', 'SUMMER']);
  }
  return {
    id,
    layer,
    ...(c.is(0.4) ? { priority: c.pick([50, 100, 150]) } : {}),
    ...(c.is(0.4) ? { from: c.pick(['2024-01-25', '2024-02-10']) } : {}),
    ...(c.is(0.3) ? { to: c.pick(['2024-02-20', '2024-03-15']) } : {}),
    ...(layer === 'sales_match' && c.is(0.3) ? { scope: c.pick(['order', 'matched_lines']) } : {}),
    ...(layer === 'individual'
      ? { promoters: [c.pick(PROMOTERS), c.pick(PROMOTERS)].filter((p, i, all) => all.indexOf(p) === i) }
      : {}),
    ...(layer === 'sales_match' && c.is(0.2) ? { promoters: [c.pick(PROMOTERS)] } : {}),
    ...(layer === 'group' ? { groups: c.is(0.5) ? ['Silver'] : ['Silver', 'Gold'] } : {}),
    when,
    rate: rate(c),
  };
}
