import { BEGINNING } from '@fenrun/kernel';
import type { CodedHistory, History, RuleBook } from '../model/index';

/**
 * The rule book as it stood when it had that number, as if it had always stood so: each thing's last version holds from the beginning of
 * time, and what was taken away was never there. Windows are not touched. A programme that was deleted keeps its last terms, because past
 * sales were brought by its members.
 */
export function presentBook(book: RuleBook, version: number = book.version): RuleBook {
  const last = <T>(history: History<T>, keepsTerms: boolean): History<T> => {
    const known = history.filter(({ savedAs, value }) => savedAs <= version && (!keepsTerms || value !== null));
    const value = known.at(-1)?.value ?? null;
    return value === null ? [] : [{ savedAs: version, holdsFrom: BEGINNING, value }];
  };
  const coded = <T>(list: readonly CodedHistory<T>[], keepsTerms = false): CodedHistory<T>[] =>
    list
      .map(({ code, versions }) => ({ code, versions: last(versions, keepsTerms) }))
      .filter(({ versions }) => versions.length > 0);
  return {
    ...book,
    version,
    settings: last(book.settings, true),
    programmes: coded(book.programmes, true),
    rules: coded(book.rules),
    campaigns: coded(book.campaigns),
    grouping: last(book.grouping, false),
    ladder: last(book.ladder, false),
    tierBonuses: last(book.tierBonuses, false),
  };
}
