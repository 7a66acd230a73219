import { Fragment, type ReactNode } from 'react';
import { type Language, useLanguage } from './language';

export type Dictionary<T> = Readonly<Record<Language, T>>;

/** Chinese is the original; English must have the same keys and take the same arguments, or it does not compile. */
export function defineWords<T extends object>(zh: T, en: NoInfer<T>): Dictionary<T> {
  return { zh, en };
}

export function useWords<T>(words: Dictionary<T>): T {
  return words[useLanguage()];
}

/** A sentence with elements in it: rich`付给 ${link}，来自 ${order}`. The order of the parts is the language's own. */
export function rich(parts: TemplateStringsArray, ...values: ReactNode[]): ReactNode {
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part}
      {values[index]}
    </Fragment>
  ));
}

/** English counts: plural(1, 'order', 'orders') is "1 order". The number is grouped. */
export function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** A grouped whole number, the same in both languages. */
export const grouped = (count: number): string => count.toLocaleString('en-GB');

/** A part of a sentence that the eye should find. */
export const bold = (text: string): ReactNode => <b>{text}</b>;
