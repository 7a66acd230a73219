import { checkBook, type Finding, type RuleBook } from '@fenrun/engine';
import { BEGINNING, type Instant } from '@fenrun/kernel';
import type { Reader } from '../foundation/db';
import { knownSkus } from '../modules/storefront';

/** Windows go by; a check is good for so long. */
const GOOD_FOR_MS = 3_600_000;

interface Kept {
  readonly skus: readonly string[];
  /** When the latest saving holds from: the timeline may be a little ahead of the clock. */
  readonly since: Instant;
  readonly found: Map<string, readonly Finding[]>;
}

/** What was found in a book, as long as the book is kept in memory. */
const kept = new WeakMap<RuleBook, Kept>();

/** Rules that are over surprise nobody any more. */
const NO_OLD_RULES: ReadonlySet<string> = new Set();

/**
 * What a check of the whole rule book finds now, with the SKUs that the catalogue has; rules that are over are left out. A book in
 * memory is checked once an hour, and again when a SKU that it names comes into the catalogue or goes.
 */
export async function bookFindings(
  db: Reader,
  merchantId: string,
  book: RuleBook,
  now: Instant,
): Promise<readonly Finding[]> {
  let own = kept.get(book);
  if (!own) {
    own = { skus: namedSkus(book), since: lastSaving(book), found: new Map() };
    kept.set(book, own);
  }
  const skus = await knownSkus(db, merchantId, own.skus);
  const missing = own.skus.filter((sku) => !skus.has(sku));
  const key = JSON.stringify([Math.floor(now / GOOD_FOR_MS), ...missing]);
  let findings = own.found.get(key);
  if (!findings) {
    findings = checkBook(book, { now: Math.max(now, own.since), skus, lookedAt: NO_OLD_RULES });
    own.found.clear();
    own.found.set(key, findings);
  }
  return findings;
}

/** What the check finds about one rule, which may be over. */
export async function ruleFindings(
  db: Reader,
  merchantId: string,
  book: RuleBook,
  rule: { readonly code: string; readonly isOver: boolean },
  now: Instant,
): Promise<readonly Finding[]> {
  const { code, isOver } = rule;
  const findings = isOver
    ? checkBook(book, {
        now: Math.max(now, lastSaving(book)),
        skus: await knownSkus(db, merchantId, namedSkus(book)),
        lookedAt: new Set([code]),
      })
    : await bookFindings(db, merchantId, book, now);
  return findings.filter(({ subject, about }) => subject === 'rule' && about.includes(code));
}

/** The SKUs that the present versions of the book name. */
export function namedSkus(book: RuleBook): string[] {
  const skus = new Set<string>();
  const add = (list: readonly string[] | undefined) => {
    for (const sku of list ?? []) skus.add(sku);
  };
  for (const { versions } of book.rules) add(versions.at(-1)?.value?.when.skus);
  for (const { versions } of book.programmes) add(Object.keys(versions.at(-1)?.value?.skus ?? {}));
  for (const { versions } of book.campaigns) add(versions.at(-1)?.value?.skus);
  const settings = book.settings.at(-1)?.value;
  add(settings?.excludedSkus);
  add(Object.keys(settings?.selfPurchase.rates.skus ?? {}));
  return [...skus];
}

function lastSaving(book: RuleBook): Instant {
  const coded = [...book.programmes, ...book.rules, ...book.campaigns].map(({ versions }) => versions);
  const all = [book.settings, book.grouping, book.ladder, book.tierBonuses, ...coded];
  return all.reduce((last, versions) => Math.max(last, versions.at(-1)?.holdsFrom ?? BEGINNING), BEGINNING);
}
