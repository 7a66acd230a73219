import type { Lang } from '@fenrun/contracts';
import { BEGINNING, formatInstant, type Instant } from '@fenrun/kernel';

/** Since when a version of the rule book holds; null for what holds from the beginning of time. */
export function sinceOf(holdsFrom: Instant): string | null {
  return holdsFrom === BEGINNING ? null : formatInstant(holdsFrom);
}

/** Who saved a version: nobody for what came with the merchant. */
export function whoSaved(id: string | null, names: ReadonlyMap<string, string>, lang: Lang): string {
  if (id === null) return lang === 'zh' ? '系统默认' : 'Default';
  return names.get(id) ?? id;
}
