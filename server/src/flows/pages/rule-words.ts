import type { Out } from '@fenrun/contracts';
import { type Rule, type RuleBook, ruleSentence, type SentenceContext } from '@fenrun/engine';
import type { Database } from '../../foundation/db';
import { type Reading, sentencesOf } from '../../modules/commission';
import { bookNames, ruleName } from '../../modules/plans';
import { promotersById } from '../../modules/promoters';
import { categoriesOf, productsOf } from '../../modules/storefront';

/** What rules are shown with: words for their codes, and the codes of promoters for their ids. */
export interface RuleWords {
  readonly sentences: SentenceContext;
  readonly promoterCode: (id: string) => string;
  readonly namesOf: (rule: Rule) => Out<'rules.read'>['names'];
}

/** Names that a sentence spells out of each list. */
const SPELLED = 3;

/** Reads the names that these rules need: all that they list, or (`spelled`) only what their sentences say. Three questions, however many rules. */
export async function ruleWords(
  db: Database,
  reading: Reading,
  rules: readonly Rule[],
  depth: 'all' | 'spelled',
): Promise<RuleWords> {
  const most = depth === 'all' ? Number.POSITIVE_INFINITY : SPELLED;
  const people = new Set(rules.flatMap(({ promoters }) => promoters.slice(0, most)));
  const skus = new Set(rules.flatMap(({ when }) => (when.skus ?? []).slice(0, most)));
  const [categories, promoters, goods] = await Promise.all([
    categoriesOf(db.read, reading.merchantId),
    promotersById(db.read, reading.merchantId, [...people]),
    productsOf(db.read, reading.merchantId, [...skus]),
  ]);
  const products = new Map(goods.map((product) => [product.sku, product]));
  const byId = new Map(promoters.map((promoter) => [promoter.id, promoter]));
  const sentences = sentencesOf(reading, { categories, promoters, products });
  const { names } = sentences;
  const named = (codes: readonly string[], name: (code: string) => string) =>
    Object.fromEntries(codes.map((code) => [code, name(code)]));
  return {
    sentences,
    promoterCode: (id) => byId.get(id)?.code ?? id,
    namesOf: ({ promoters: ids, groups, when }) => ({
      promoters: Object.fromEntries(ids.map((id) => [byId.get(id)?.code ?? id, names.promoter(id)])),
      groups: named(groups, names.group),
      skus: named(when.skus ?? [], names.sku),
      campaigns: named(when.campaign ? [when.campaign] : [], names.campaign),
    }),
  };
}

/** What people call a rule: its name, else what it says. */
export function ruleLabel(code: string, rule: Rule, sentences: SentenceContext): string {
  return ruleName(rule) || ruleSentence({ kind: 'rule', code, rule }, sentences);
}

/** The same reading of another book: a draft. */
export function readingOfBook(reading: Reading, book: RuleBook): Reading {
  return { ...reading, book, names: bookNames(book) };
}
