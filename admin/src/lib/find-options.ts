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
  return among(
    ask,
    data.map((row) => ({ value: row.id, label: row.name })),
  );
}

export async function findSkus(ask: Ask): Promise<readonly Option[]> {
  if ('value' in ask) {
    const found = await call(routes.storefront.product, { params: { sku: ask.value } }).catch(() => null);
    return [{ value: ask.value, label: found?.name ?? ask.value, hint: found ? ask.value : undefined }];
  }
  const { data } = await call(routes.storefront.products, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({ value: row.sku, label: row.name, hint: row.sku }));
}

export async function findCategories(ask: Ask): Promise<readonly Option[]> {
  const { data } = await call(routes.storefront.categories);
  return among(
    ask,
    data.map((row) => ({ value: row.id, label: row.name })),
  );
}

export async function findGroups(ask: Ask): Promise<readonly Option[]> {
  const { groups } = await call(routes.climbing.groups);
  return among(
    ask,
    groups.groups.map((row) => ({ value: row.id, label: row.name })),
  );
}

export async function findCampaigns(ask: Ask): Promise<readonly Option[]> {
  if ('value' in ask) {
    const found = await call(routes.campaigns.read, { params: { id: ask.value } }).catch(() => null);
    return [{ value: ask.value, label: found?.name ?? ask.value }];
  }
  const { data } = await call(routes.campaigns.list, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({ value: row.id, label: row.name }));
}

export async function findCoupons(ask: Ask): Promise<readonly Option[]> {
  if ('value' in ask) return [{ value: ask.value, label: ask.value }];
  const { data } = await call(routes.coupons.list, { query: { q: ask.text, limit: 8 } });
  const options = data.map((row) => ({ value: row.code, label: row.code }));
  // A code that is not a coupon of the shop's own may still come with orders from elsewhere.
  const typed = ask.text.trim();
  return typed === '' || options.some(({ value }) => value.toLowerCase() === typed.toLowerCase())
    ? options
    : [...options, { value: typed, label: typed }];
}

/** The options of a short list that is known as a whole. A value that is not in it keeps its code as its name. */
function among(ask: Ask, options: readonly Option[]): readonly Option[] {
  if ('value' in ask) {
    const found = options.filter((option) => option.value === ask.value);
    return found.length > 0 ? found : [{ value: ask.value, label: ask.value }];
  }
  const text = ask.text.trim().toLowerCase();
  return options.filter(({ value, label }) => `${label} ${value}`.toLowerCase().includes(text));
}
