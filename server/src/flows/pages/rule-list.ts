import { customerConditionWords, type In, type Out } from '@fenrun/contracts';
import type { Instant } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { type Reading, readingOf } from '../../modules/commission';
import { ruleName } from '../../modules/plans';
import { listPromoters, promotersByCode } from '../../modules/promoters';
import { categoriesOf, listProducts } from '../../modules/storefront';
import { bookFindings } from '../book-findings';
import { findingViews } from './finding-views';
import { isPresent, type RuleEntry, ruleEntries, ruleView, stateOf } from './rule-entries';
import { ruleWords } from './rule-words';

type Query = In<'rules.list'>['query'];
type Answer = Out<'rules.list'>;
type Test = (entry: RuleEntry) => boolean;

/** A page of the rules. The book is in memory: rules are sifted there, and only those of the page are put into words. */
export async function ruleList(call: Call, query: Query): Promise<Answer> {
  const reading = await readingOf(call);
  const { now } = reading;
  const tests = await testsOf(call, query, reading);
  const found = ruleEntries(reading.compiled).filter((entry) => tests.every((test) => test(entry)));
  const present = found.filter((entry) => isPresent(entry, now));
  const shown = (query.show === 'all' ? found : present).filter(isAsked(query, now));
  const listed = query.layer ? shown.filter(({ rule }) => rule.layer === query.layer) : shown;
  const begin = query.cursor === undefined ? 0 : listed.findIndex(({ code }) => code === query.cursor) + 1;
  const page = listed.slice(begin, begin + query.limit);
  const words = await ruleWords(
    call.db,
    reading,
    page.map(({ rule }) => rule),
    'all',
  );
  const findings = await bookFindings(call.db.read, call.merchantId, reading.book, now);
  return {
    data: page.map((entry) => ruleView(entry, reading, words)),
    nextCursor: begin + query.limit < listed.length ? (page.at(-1)?.code ?? null) : null,
    counts: { present: present.length, all: found.length, byLayer: byLayer(shown) },
    findings: await findingViews(call.db, reading, findings),
  };
}

function isAsked({ state }: Query, now: Instant): Test {
  return state ? (entry) => state.includes(stateOf(entry, now)) : () => true;
}

function byLayer(entries: readonly RuleEntry[]): Answer['counts']['byLayer'] {
  const counts = { sales_match: 0, individual: 0, group: 0 };
  for (const { rule } of entries) counts[rule.layer] += 1;
  return counts;
}

async function testsOf(call: Call, query: Query, reading: Reading): Promise<Test[]> {
  const { promoter, group, campaign, q } = query;
  const tests: Test[] = [];
  if (promoter) {
    const [row] = await promotersByCode(call.db.read, call.merchantId, [promoter]);
    tests.push(({ rule }) => row !== undefined && rule.promoters.includes(row.id));
  }
  if (group) tests.push(({ rule }) => rule.groups.includes(group));
  if (campaign) tests.push(({ rule }) => rule.when.campaign === campaign);
  const words = q?.trim().toLowerCase();
  if (words) tests.push(await searched(call, words, reading));
  return tests;
}

/** Promoters and products that a search looks for by their names, at most. */
const NAMED_AT_MOST = 500;

/** Whether a rule's name, id or anything that it lists has the words, by its code or by its name. */
async function searched({ db, merchantId }: Call, words: string, reading: Reading): Promise<Test> {
  const [promoters, products, categories] = await Promise.all([
    listPromoters(db.read, merchantId, { q: words }, NAMED_AT_MOST),
    listProducts(db.read, merchantId, { q: words }, null, NAMED_AT_MOST),
    categoriesOf(db.read, merchantId),
  ]);
  const has = (text: string) => text.toLowerCase().includes(words);
  const people = new Set(promoters.map(({ id }) => id));
  const skus = new Set(products.map(({ sku }) => sku));
  const kinds = new Set(categories.filter(({ name }) => has(name)).map(({ id }) => id));
  const groupHas = (code: string) => has(code) || has(reading.names.group(code) ?? '');
  const campaigns = new Set(
    reading.book.campaigns.flatMap(({ code, versions }) =>
      versions.some(({ value }) => has(String((value as { name?: unknown } | null)?.name ?? ''))) ? [code] : [],
    ),
  );
  return ({ code, rule }) => {
    const { coupons = [], skus: goods = [], categories: of = [], country = [], customer, campaign, subId } = rule.when;
    return (
      has(code) ||
      has(ruleName(rule)) ||
      coupons.some(has) ||
      rule.groups.some(groupHas) ||
      rule.promoters.some((id) => people.has(id)) ||
      goods.some((sku) => skus.has(sku) || has(sku)) ||
      of.some((category) => kinds.has(category) || has(category)) ||
      country.some(has) ||
      has(subId ?? '') ||
      (customer ? has(customerConditionWords[customer][reading.lang]) : false) ||
      (campaign !== null && campaign !== undefined && (has(campaign) || campaigns.has(campaign)))
    );
  };
}
