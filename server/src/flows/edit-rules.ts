import { type CompiledRule, type NewPriority, placeRule, type Rule, type RuleBook } from '@fenrun/engine';
import { FOREVER, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { nextCode, type PlanSaving, type RuleForm, savePlans } from '../modules/plans';
import type { Editor } from './keep-acknowledgements';
import { type ReadRule, readOneRule, unsafeRule } from './read-rule';
import type { Hand } from './timeline/hand';

/** Rules of one merchant at most. */
const RULES_AT_MOST = 20_000;

/** The rule's latest version: null after it was ended, undefined if there never was one. */
function latestOf(hand: Hand, code: string): Rule | null | undefined {
  return versionsOf(hand.book, code)?.at(-1)?.value;
}

function versionsOf(book: RuleBook, code: string) {
  return book.rules.find((rule) => rule.code === code)?.versions;
}

/** Adds a rule under an id that was never used: it holds for sales paid from this moment on, and within its own window. */
export async function addRule(
  tx: Tx,
  hand: Hand,
  code: string,
  rule: Rule,
  by: string | null,
  now: Instant,
): Promise<object | Refusal> {
  if (latestOf(hand, code) !== undefined) return refuse('rule-exists', { rule: code });
  await savePlans(tx, hand.merchantId, [{ kind: 'rule', code, doc: rule, holdsFrom: now }], by, now);
  return {};
}

/** Ends a rule: it does not hold for sales paid from this moment on. One that was ended before stays ended then. */
export async function endRule(
  tx: Tx,
  hand: Hand,
  code: string,
  by: string | null,
  now: Instant,
  edited: { readonly version?: number | undefined; readonly note?: string | undefined } = {},
): Promise<object | Refusal> {
  const versions = versionsOf(hand.book, code);
  const latest = versions?.at(-1)?.value;
  if (!versions || latest === undefined) return refuse('unknown-rule', { rule: code });
  if (edited.version !== undefined && edited.version !== versions.length)
    return refuse('changed-meanwhile', { version: versions.length });
  if (latest === null) return {};
  const saving: PlanSaving = { kind: 'rule', code, doc: null, holdsFrom: now, note: edited.note };
  await savePlans(tx, hand.merchantId, [saving], by, now);
  return {};
}

/** Adds a rule that a person wrote, after a check of the whole book; without a code of its own it gets the next `R…`. */
export async function addWrittenRule(
  tx: Tx,
  hand: Hand,
  code: string | null,
  form: RuleForm,
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const { book } = hand;
  if (book.rules.length >= RULES_AT_MOST) return refuse('invalid-state', { rules: RULES_AT_MOST });
  if (code !== null && versionsOf(book, code)) return refuse('rule-exists', { rule: code });
  const read = await readOneRule(tx, frameOf(hand), form);
  if (isRefusal(read)) return read;
  const own =
    code ??
    nextCode(
      'R',
      book.rules.map((rule) => rule.code),
    );
  return saveChecked(tx, hand, { kind: 'rule', code: own, doc: read.rule, holdsFrom: now }, read, editor);
}

/**
 * Saves a new version of a rule, which decides sales paid from now on. Its layer never changes. A version of a rule that was ended
 * brings it back from now on.
 */
export async function saveRule(
  tx: Tx,
  hand: Hand,
  code: string,
  form: RuleForm & { readonly version: number; readonly note?: string | undefined },
  editor: Editor,
  now: Instant,
): Promise<{ code: string } | Refusal> {
  const versions = versionsOf(hand.book, code);
  const last = versions?.findLast(({ value }) => value !== null)?.value;
  if (!versions || !last) return refuse('unknown-rule');
  if (form.version !== versions.length) return refuse('changed-meanwhile', { version: versions.length });
  if (last.layer !== form.layer) return refuse('invalid-request', undefined, [{ pointer: '/layer', code: 'differs' }]);
  const read = await readOneRule(tx, frameOf(hand), form);
  if (isRefusal(read)) return read;
  const saving: PlanSaving = { kind: 'rule', code, doc: read.rule, holdsFrom: now, note: form.note };
  return saveChecked(tx, hand, saving, read, editor);
}

function frameOf({ merchantId, book, zone }: Hand) {
  return { merchantId, currency: book.currency, zone };
}

async function saveChecked(
  tx: Tx,
  hand: Hand,
  saving: PlanSaving,
  read: ReadRule,
  { id, lang }: Editor,
): Promise<{ code: string } | Refusal> {
  const refused = unsafeRule(hand.book, saving, read, lang, saving.holdsFrom);
  if (refused) return refused;
  await savePlans(tx, hand.merchantId, [saving], id, saving.holdsFrom);
  return { code: saving.code };
}

/**
 * Puts a rule right before another of its layer (null: behind all), by new priorities for as few rules as possible. They are saved
 * together and decide sales paid from now on.
 */
export async function rankRule(
  tx: Tx,
  hand: Hand,
  code: string,
  before: string | null,
  by: string,
  now: Instant,
): Promise<{ changed: NewPriority[] } | Refusal> {
  const latest = latestOf(hand, code);
  if (latest === undefined) return refuse('unknown-rule');
  if (latest === null) return refuse('invalid-state', { rule: code });
  const rules = rankedRules(hand, latest.layer);
  const moved = rules.find(({ ref }) => ref === code);
  const next = before === null ? null : rules.find(({ ref }) => ref === before);
  if (!moved || next === undefined || next === moved)
    return refuse('invalid-request', undefined, [{ pointer: '/before', code: 'unknown-value' }]);
  const changed = placeRule(rules, moved, next);
  const savings = changed.map(({ code: own, to }): PlanSaving => {
    return { kind: 'rule', code: own, doc: { ...latestOf(hand, own), priority: to }, holdsFrom: now };
  });
  if (savings.length > 0) await savePlans(tx, hand.merchantId, savings, by, now);
  return { changed };
}

/** The rules of a layer that were not ended, in the order in which they are tried. */
function rankedRules({ compiled, book }: Hand, layer: Rule['layer']): CompiledRule[] {
  const ended = new Set(book.rules.filter(({ versions }) => versions.at(-1)?.value === null).map(({ code }) => code));
  return compiled.rules.filter((rule) => rule.layer === layer && rule.standsTo === FOREVER && !ended.has(rule.ref));
}
