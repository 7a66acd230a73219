import type { RuleBook } from '@fenrun/engine';
import { programmeName } from './programme-form';

/** What the programmes and groups of a merchant are called, and the level of a programme on the ladder as it was saved last. */
export interface BookNames {
  programme(code: string): string;
  group(code: string | null): string | null;
  /** 1 is the lowest; null beside the ladder, or while it is off. */
  level(programme: string): number | null;
}

export function bookNames(book: RuleBook): BookNames {
  // A deleted programme keeps its name: past commissions say it.
  const last = (versions: RuleBook['programmes'][number]['versions']) =>
    versions.findLast(({ value }) => value !== null);
  const programmes = new Map(book.programmes.map(({ code, versions }) => [code, last(versions)?.value]));
  const groups = new Map<string, string>();
  for (const { value } of book.grouping) {
    for (const group of value?.groups ?? []) groups.set(group.code, (group as { name?: string }).name ?? group.code);
  }
  const ladder = book.ladder.at(-1)?.value;
  const levels = ladder?.isOn ? ladder.levels.filter(({ programme }) => programmes.get(programme)?.isActive) : [];
  const levelOf = new Map(levels.map(({ programme }, index) => [programme, index + 1]));
  return {
    programme: (code) => programmeName(code, programmes.get(code)),
    group: (code) => (code === null ? null : (groups.get(code) ?? code)),
    level: (programme) => levelOf.get(programme) ?? null,
  };
}
