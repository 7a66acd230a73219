import type { Lang } from '@fenrun/contracts';
import {
  type CompiledBook,
  compileBook,
  inForce,
  type RateSource,
  type RuleBook,
  type RuleNames,
  rateSource,
  type SentenceContext,
} from '@fenrun/engine';
import { formatMoney, type Instant, minor, type Zone, zone } from '@fenrun/kernel';
import type { Database } from '../../../foundation/db';
import type { Call } from '../../../foundation/http';
import { bookNames, currentBook, type MerchantSettings, merchantSettings, nameOfCampaign } from '../../plans';
import { promotersById } from '../../promoters';
import { categoriesOf, type ProductRow } from '../../storefront';
import type { CommissionLineRow } from '../store/commission-line.row';
import type { SettlementRow } from '../store/settlement.row';

/** Everything that turning rows of one merchant into words and decimal strings needs. */
export interface Reading {
  readonly merchantId: string;
  readonly currency: string;
  readonly zone: Zone;
  readonly lang: Lang;
  readonly now: Instant;
  readonly book: RuleBook;
  readonly compiled: CompiledBook;
  readonly names: ReturnType<typeof bookNames>;
  /** A decimal string in major units. */
  readonly money: (amount: number) => string;
  readonly settingsAt: (at: Instant) => MerchantSettings;
}

type ReadingCall = Pick<Call, 'merchantId' | 'merchant' | 'lang' | 'now'> & { readonly db: Database };

export async function readingOf({ db, merchantId, merchant, lang, now }: ReadingCall): Promise<Reading> {
  const { book, compiled } = await currentBook(db.read, merchantId, db);
  const { currency, timezone } = merchant;
  return {
    merchantId,
    currency,
    zone: zone(timezone),
    lang,
    now,
    book,
    compiled,
    names: bookNames(book),
    money: (amount) => formatMoney(minor(amount), currency),
    settingsAt: (at) => merchantSettings(inForce(compiled, at).settings.settings),
  };
}

/** Books of earlier versions, compiled to explain decisions; the least recently used one is dropped first. */
const earlier = new Map<string, CompiledBook>();
const EARLIER_KEPT = 20;

/** The book as it was when a decision was made. */
export function bookAsOf({ merchantId, book, compiled }: Reading, version: number): CompiledBook {
  if (version === book.version) return compiled;
  const key = `${merchantId}/${version}`;
  const found = earlier.get(key) ?? compileBook(book, version);
  earlier.delete(key);
  earlier.set(key, found);
  if (earlier.size > EARLIER_KEPT) earlier.delete(earlier.keys().next().value as string);
  return found;
}

/** Where the amount of one line of a commission comes from; null if nothing won there. */
export function sourceOf(
  { book }: Reading,
  settlement: SettlementRow,
  paidAt: Instant,
  sku: string,
  part: Pick<CommissionLineRow, 'rule' | 'layer' | 'lineNo'>,
): RateSource | null {
  if (part.rule === null || part.layer === null) return null;
  const category = settlement.facts.categories[part.lineNo] ?? null;
  const context = { book, bookVersion: settlement.facts.bookVersion, paidAt, facts: settlement.facts };
  return rateSource(part.rule, part.layer, { sku, category }, context);
}

/** What the codes in rules are called. */
export async function sentenceContext(
  db: Database,
  reading: Reading,
  sources: readonly RateSource[],
  products: ReadonlyMap<string, ProductRow>,
): Promise<SentenceContext> {
  const people = sources.flatMap((source) => (source.kind === 'rule' ? source.rule.promoters.slice(0, NAMED) : []));
  const [categories, promoters] = await Promise.all([
    categoriesOf(db.read, reading.merchantId),
    promotersById(db.read, reading.merchantId, [...new Set(people)]),
  ]);
  return sentencesOf(reading, { categories, promoters, products });
}

/** The rows that sentences name. */
export interface NamedRows {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly promoters: readonly { readonly id: string; readonly name: string }[];
  readonly products: ReadonlyMap<string, ProductRow>;
}

/** Sentences about rules with the names of these rows; a code that none of them has is shown as it is. */
export function sentencesOf(reading: Reading, { categories, promoters, products }: NamedRows): SentenceContext {
  const categoryNames = new Map(categories.map(({ id, name }) => [id, name]));
  const promoterNames = new Map(promoters.map(({ id, name }) => [id, name]));
  const names: RuleNames = {
    sku: (code) => products.get(code)?.name ?? code,
    category: (code) => categoryNames.get(code) ?? code,
    promoter: (id) => promoterNames.get(id) ?? id,
    group: (code) => reading.names.group(code) ?? code,
    campaign: (code) => campaignName(reading.book, code, reading.lang),
    programme: (code) => reading.names.programme(code),
  };
  return { names, zone: reading.zone, currency: reading.currency, lang: reading.lang };
}

/** People named in a sentence at most; the rest is counted. */
const NAMED = 3;

/** What a campaign is called, also after it was taken away. */
export function campaignName(book: RuleBook, code: string, lang: Lang): string {
  const versions = book.campaigns.find((campaign) => campaign.code === code)?.versions ?? [];
  return nameOfCampaign(code, versions.findLast(({ value }) => value !== null)?.value, lang);
}
