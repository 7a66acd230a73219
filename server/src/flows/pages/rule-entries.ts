import type { Out } from '@fenrun/contracts';
import {
  type CompiledBook,
  type CompiledRule,
  type Rule,
  rateText,
  ruleSentenceParts,
  type Version,
} from '@fenrun/engine';
import { BEGINNING, DAY_MS, FOREVER, formatInstant, type Instant } from '@fenrun/kernel';
import type { Reading } from '../../modules/commission';
import { ruleForm } from '../../modules/plans';
import type { RuleWords } from './rule-words';
import { sinceOf } from './saved-words';

export type RuleView = Out<'rules.list'>['data'][number];
export type RuleState = RuleView['state'];

/** A rule as it was saved last, at its place among the rules of the book. */
export interface RuleEntry {
  readonly code: string;
  readonly rule: Rule;
  readonly versions: readonly Version<Rule>[];
  /** When it was ended; null while it stands. */
  readonly endedAt: Instant | null;
}

/** Made once for a book in memory. */
const kept = new WeakMap<CompiledBook, readonly RuleEntry[]>();

/** All rules of a book, ended ones too: layer by layer, each in the order in which they are tried. */
export function ruleEntries(compiled: CompiledBook): readonly RuleEntry[] {
  let entries = kept.get(compiled);
  if (!entries) {
    const versions = new Map(compiled.book.rules.map((rule) => [rule.code, rule.versions]));
    entries = compiled.rules.filter(isLast).map(({ ref, rule }) => {
      const own = versions.get(ref) ?? [];
      const last = own.at(-1);
      return { code: ref, rule, versions: own, endedAt: last?.value === null ? last.holdsFrom : null };
    });
    kept.set(compiled, entries);
  }
  return entries;
}

/** Each rule has one version that stands for it for ever. */
function isLast({ standsTo }: CompiledRule): boolean {
  return standsTo === FOREVER;
}

export function stateOf({ rule: { window }, endedAt }: RuleEntry, now: Instant): RuleState {
  if (endedAt !== null) return 'ended';
  if (window.to !== null && window.to <= now) return 'over';
  return window.from !== null && window.from > now ? 'coming' : 'running';
}

/** Rules that went out longer ago are not among the present ones. */
const PRESENT_MS = 30 * DAY_MS;

/** Whether it holds, will, or went out in the last 30 days. */
export function isPresent({ rule: { window }, endedAt }: RuleEntry, now: Instant): boolean {
  return Math.min(endedAt ?? FOREVER, window.to ?? FOREVER) > now - PRESENT_MS;
}

/** A rule as it is shown. */
export function ruleView(entry: RuleEntry, reading: Reading, words: RuleWords): RuleView {
  const { code, rule, versions, endedAt } = entry;
  const parts = ruleSentenceParts({ kind: 'rule', code, rule }, words.sentences);
  const since = versions.at(-1)?.holdsFrom ?? BEGINNING;
  return {
    id: code,
    ...ruleForm(rule, reading.currency, words.promoterCode),
    sentence: parts.map(({ text }) => text).join(''),
    parts,
    rateText: rateText(rule.rate, reading.currency, reading.lang),
    // The timeline may be a little ahead of the clock: what was just saved stands already.
    state: stateOf(entry, Math.max(reading.now, since)),
    names: words.namesOf(rule),
    addedAt: sinceOf(versions[0]?.holdsFrom ?? BEGINNING),
    endedAt: endedAt === null ? null : formatInstant(endedAt),
    version: versions.length,
    since: sinceOf(since),
  };
}
