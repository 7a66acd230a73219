import type { Language } from '../i18n/language';
import { dayText } from '../time/time-format';
import type { ListUrl } from './list-url';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** What tells namesakes apart: a code, a phone, a category. */
  readonly hint?: string;
}

interface FilterFrame {
  readonly key: string;
  readonly label: string;
  /** Shown as a pill even when there is little room. */
  readonly first?: boolean;
}

/** What can be filtered by. The list decides what the values mean; the kit only edits, shows and keeps them. */
export type Filter =
  | (FilterFrame & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly multiple?: boolean })
  | (FilterFrame & {
      readonly kind: 'find';
      /** Answers options for what was typed; with a value, the option of that value. */
      readonly find: (ask: { text: string } | { value: string }) => Promise<readonly Option[]>;
    })
  | (FilterFrame & { readonly kind: 'text'; readonly placeholder?: string })
  | (FilterFrame & { readonly kind: 'days'; readonly fromKey: string; readonly toKey: string })
  | (FilterFrame & { readonly kind: 'amounts'; readonly fromKey: string; readonly toKey: string });

/** The URL parameters that a filter occupies. */
export function filterKeys(filter: Filter): readonly string[] {
  return filter.kind === 'days' || filter.kind === 'amounts' ? [filter.fromKey, filter.toKey] : [filter.key];
}

export const isFilterSet = (filter: Filter, url: ListUrl): boolean =>
  filterKeys(filter).some((key) => url.params.has(key));

export function clearedFilters(filters: readonly Filter[]): Record<string, null> {
  return Object.fromEntries(filters.flatMap(filterKeys).map((key) => [key, null]));
}

export const daysText = (from: string | null, to: string | null, language: Language, thisYear: string): string => {
  const text = (day: string) => dayText(day, language, !day.startsWith(thisYear));
  if (from && to) return from === to ? text(from) : `${text(from)}–${text(to)}`;
  if (from) return language === 'zh' ? `${text(from)} 起` : `from ${text(from)}`;
  return to ? (language === 'zh' ? `到 ${text(to)}` : `until ${text(to)}`) : '';
};
