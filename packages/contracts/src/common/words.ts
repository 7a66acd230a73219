export type Lang = 'zh' | 'en';

/** A word in both languages of the product. */
export interface Word {
  readonly zh: string;
  readonly en: string;
}

export type Words = Readonly<Record<string, Word>>;

/** The keys of a table of words, as the list that an enum of a schema wants. */
export function keysOf<T extends Words>(words: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(words) as [keyof T & string, ...(keyof T & string)[]];
}

/** The word for a key; a key that the table does not know is shown as it is, so that an old page survives a new server. */
export function wordOf(words: Words, key: string, lang: Lang): string {
  return words[key]?.[lang] ?? key;
}
