import { type Lang, ruleConditionWords, wordOf } from '@fenrun/contracts';
import type { Finding, RuleBook } from '@fenrun/engine';
import { type FieldError, type Instant, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import type { Reader } from '../foundation/db';
import {
  bookAfter,
  findingSentence,
  freshErrors,
  type NamedRule,
  type PlanSaving,
  pointerInRule,
  type RuleForm,
  readRule,
} from '../modules/plans';
import { promotersByCode } from '../modules/promoters';

/** A rule as a person wrote it, read against the merchant's promoters. */
export interface ReadRule {
  readonly rule: NamedRule;
  /** Codes that no promoter has. They stand in the rule as they are, and the check of the book names them. */
  readonly unknownPromoters: readonly string[];
}

interface RuleFrame {
  readonly merchantId: string;
  readonly currency: string;
  readonly zone: Zone;
}

/** Reads rules from the form of the API; promoters are found by their codes with one question for all. Wrong fields are added to `errors`. */
export async function readRules(
  db: Reader,
  { merchantId, currency, zone }: RuleFrame,
  forms: readonly { readonly form: RuleForm; readonly at: string }[],
  errors: FieldError[],
): Promise<ReadRule[]> {
  const codes = new Set(forms.flatMap(({ form }) => form.promoters));
  const found = await promotersByCode(db, merchantId, [...codes]);
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  return forms.map(({ form, at }) => ({
    rule: readRule(form, { currency, zone, errors, promoterId: (code) => ids.get(code) }, at),
    unknownPromoters: form.promoters.filter((code) => !ids.has(code)),
  }));
}

/** Reads one rule; refused with every field that is wrong. */
export async function readOneRule(db: Reader, frame: RuleFrame, form: RuleForm): Promise<ReadRule | Refusal> {
  const errors: FieldError[] = [];
  const [read] = await readRules(db, frame, [{ form, at: '' }], errors);
  return errors.length > 0 || !read ? refuse('invalid-request', undefined, errors) : read;
}

/** Refuses a saving of a rule that would bring errors into the book, each with the place in the form that causes it. */
export function unsafeRule(
  book: RuleBook,
  saving: PlanSaving,
  { rule, unknownPromoters }: ReadRule,
  lang: Lang,
  now: Instant,
): Refusal<'unsafe-rules'> | null {
  const after = bookAfter(book, [saving]);
  const errors = freshErrors(book, after, now, knownPromoters(after, unknownPromoters));
  if (errors.length === 0) return null;
  const own = rule.name || (lang === 'zh' ? '这条规则' : 'This rule');
  return refuse(
    'unsafe-rules',
    undefined,
    errors.map((finding) => ({
      pointer: pointerInRule(rule, finding),
      code: finding.code,
      detail: findingSentence(
        inWords(finding, lang),
        finding.about.map((code) => (code === saving.code ? own : code)),
        lang,
      ),
    })),
  );
}

/** Everybody whom the rules name but those who are known to be nobody; undefined where all are known. */
export function knownPromoters(book: RuleBook, unknown: readonly string[]): ReadonlySet<string> | undefined {
  if (unknown.length === 0) return undefined;
  const known = new Set<string>();
  for (const { versions } of book.rules) for (const id of versions.at(-1)?.value?.promoters ?? []) known.add(id);
  for (const code of unknown) known.delete(code);
  return known;
}

/** A finding whose condition is named as people call it. */
export function inWords(finding: Finding, lang: Lang): Finding {
  const condition = finding.facts['condition'];
  if (condition === undefined) return finding;
  return { ...finding, facts: { ...finding.facts, condition: wordOf(ruleConditionWords, String(condition), lang) } };
}
