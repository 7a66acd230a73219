import type { Instant } from '@fenrun/kernel';
import type { History, Version } from '../model/index';

/** The version that holds at the instant: the last saved one that does. Undefined before the first. */
export function versionAt<T>(history: History<T>, at: Instant): Version<T> | undefined {
  for (let index = history.length - 1; index >= 0; index -= 1) {
    const version = history[index] as Version<T>;
    if (version.holdsFrom <= at) return version;
  }
  return undefined;
}

/** The terms that hold at the instant for what never lacks terms: before the first version the first, after a deletion the last ones. */
export function termsAt<T>(history: History<T>, at: Instant): T | null {
  let terms: T | null = null;
  for (const { holdsFrom, value } of history) {
    if (holdsFrom > at && terms !== null) break;
    terms = value ?? terms;
  }
  return terms;
}
