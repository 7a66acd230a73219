import type { Language } from '../i18n/language';
import type { Option } from './filters';

/** A table of words in both languages as the options of a filter or a select. */
export function wordOptions(
  words: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  language: Language,
): readonly Option[] {
  return Object.entries(words).map(([value, word]) => ({ value, label: word[language] }));
}
