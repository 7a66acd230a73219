import { BEGINNING, type Instant, invariant } from '@fenrun/kernel';
import { type History, LAYERS, type RuleBook } from '../model/index';
import { type CompiledRule, compareRules, compileRule } from './compiled-rule';
import type { BookInForce } from './in-force';
import { indexRules, type RuleIndex } from './rule-index';
import { livesOf } from './rule-lives';

/** A rule book made ready for deciding. It never changes; a new version of the book is compiled anew. */
export interface CompiledBook {
  readonly book: RuleBook;
  readonly version: number;
  readonly rules: readonly CompiledRule[];
  readonly index: RuleIndex;
  /** The instants at which anything but a rule changes, ascending, beginning with the beginning of time. */
  readonly changes: readonly Instant[];
  /** What holds from `changes[n]` on, made when first asked for. */
  readonly slices: (BookInForce | undefined)[];
}

/**
 * Compiles the book as it was when it had the given number (the present one if none is given). The same number gives the
 * same decisions for ever, because versions are only ever added.
 */
export function compileBook(latest: RuleBook, version: number = latest.version): CompiledBook {
  const book = version === latest.version ? latest : bookAsOf(latest, version);
  const rules = book.rules.flatMap(livesOf).map(compileRule);
  rules.sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || compareRules(a, b));
  rules.forEach((rule, rank) => {
    rule.rank = rank;
  });
  const changes = changesOf(book);
  return { book, version, rules, index: indexRules(rules), changes, slices: new Array(changes.length) };
}

function bookAsOf(book: RuleBook, version: number): RuleBook {
  const upTo = <T>(history: History<T>): History<T> => history.filter(({ savedAs }) => savedAs <= version);
  const coded = <T>(list: readonly { code: string; versions: History<T> }[]) =>
    list
      .map(({ code, versions }) => ({ code, versions: upTo(versions) }))
      .filter(({ versions }) => versions.length > 0);
  return {
    ...book,
    version,
    settings: upTo(book.settings),
    programmes: coded(book.programmes),
    rules: coded(book.rules),
    campaigns: coded(book.campaigns),
    grouping: upTo(book.grouping),
    ladder: upTo(book.ladder),
    tierBonuses: upTo(book.tierBonuses),
  };
}

function changesOf(book: RuleBook): Instant[] {
  const histories: History<unknown>[] = [book.settings, book.grouping, book.ladder, book.tierBonuses];
  for (const { versions } of [...book.programmes, ...book.campaigns]) histories.push(versions);
  const instants = new Set<Instant>([BEGINNING]);
  for (const history of histories) for (const { holdsFrom } of history) instants.add(holdsFrom);
  invariant(book.settings.length > 0, 'a rule book has settings');
  return [...instants].sort((a, b) => a - b);
}
