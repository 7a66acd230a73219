import { routes } from '@fenrun/contracts/routes';
import type { Option } from '../kit/list/filters';
import { call } from './call';

type Ask = { text: string } | { value: string };

/** Options for pickers that several pages use. With a value they answer the one option of that value, for its name. */
export async function findPromoters(ask: Ask): Promise<readonly Option[]> {
  if ('value' in ask) {
    const found = await call(routes.promoters.read, { params: { code: ask.value } }).catch(() => null);
    return found ? [{ value: found.code, label: found.name, hint: found.code }] : [];
  }
  const { data } = await call(routes.promoters.list, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({ value: row.code, label: row.name, hint: row.code }));
}

export async function findProgrammes(ask: Ask): Promise<readonly Option[]> {
  const { data } = await call(routes.plans.programmes);
  const options = data.map((row) => ({ value: row.id, label: row.name }));
  if ('value' in ask) return options.filter((option) => option.value === ask.value);
  return options.filter((option) => option.label.toLowerCase().includes(ask.text.trim().toLowerCase()));
}

export async function findSkus(ask: Ask): Promise<readonly Option[]> {
  if ('value' in ask) return [{ value: ask.value, label: ask.value }];
  const { data } = await call(routes.storefront.products, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({ value: row.sku, label: row.name, hint: row.sku }));
}
