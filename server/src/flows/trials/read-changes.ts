import type { In } from '@fenrun/contracts';
import type { CodedHistory, RuleBook } from '@fenrun/engine';
import { type FieldError, type Refusal, refuse, type Zone } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import {
  type FormReading,
  nextCode,
  readCampaign,
  readGrouping,
  readLadder,
  readProgramme,
  readSettings,
  readTierBonuses,
} from '../../modules/plans';
import { readRules } from '../read-rule';
import type { PlanDraft } from './draft-book';

export type PlanChanges = In<'rules.check'>['body']['changes'];
type Change = PlanChanges[number];

/** A draft, and which of the changes that were sent it is. */
export interface SentDraft extends PlanDraft {
  /** `/changes/3/rule`: where its form stands in what was sent. */
  readonly at: string;
}

export interface ReadChanges {
  readonly drafts: readonly SentDraft[];
  /** Codes in rules that no promoter has; such a rule reaches nobody there. */
  readonly unknownPromoters: readonly string[];
}

/** The rule book that is changed, in its zone. */
export interface ChangedBook {
  readonly book: RuleBook;
  readonly zone: Zone;
}

/**
 * Reads changes of the rule book that are checked, tried or back-tested before they are saved. Refused with `invalid-request` and a
 * pointer (`/changes/0/rule/rate/fixed`) for every field that is wrong; what the book as a whole makes of them is not looked at here.
 */
export async function readPlanChanges(
  db: Reader,
  merchantId: string,
  { book, zone }: ChangedBook,
  changes: PlanChanges,
): Promise<ReadChanges | Refusal<'invalid-request'>> {
  const errors: FieldError[] = [];
  const reading = { currency: book.currency, zone, errors };
  const written = changes.flatMap((change, index) =>
    change.kind === 'rule' && change.rule ? [{ form: change.rule, at: `/changes/${index}/rule` }] : [],
  );
  const rules = await readRules(db, { merchantId, currency: book.currency, zone }, written, errors);
  const docs = new Map(written.map(({ at }, index) => [at, rules[index]?.rule]));
  const codes = new CodesOf(book);
  const drafts = changes.map((change, index): SentDraft => {
    const at = `/changes/${index}/${FIELDS[change.kind]}`;
    const code = codes.of(change, errors, `/changes/${index}`);
    const doc = change.kind === 'rule' ? (docs.get(at) ?? null) : readDoc(change, code, book, reading, at);
    return { kind: change.kind === 'groups' ? 'grouping' : change.kind, code, doc, at };
  });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  return { drafts, unknownPromoters: rules.flatMap(({ unknownPromoters }) => unknownPromoters) };
}

/** The field of a change that holds its form. */
const FIELDS: Readonly<Record<Change['kind'], string>> = {
  rule: 'rule',
  programme: 'programme',
  campaign: 'campaign',
  groups: 'groups',
  ladder: 'ladder',
  tier_bonuses: 'tierBonuses',
  settings: 'settings',
};

function readDoc(
  change: Exclude<Change, { kind: 'rule' }>,
  code: string,
  book: RuleBook,
  reading: FormReading & { readonly zone: Zone },
  at: string,
): unknown | null {
  switch (change.kind) {
    case 'programme': {
      const present = historyOf(book.programmes, code)?.findLast(({ value }) => value !== null)?.value;
      const standing = present ?? { isDefault: false, isActive: true };
      return below(reading, at, (own) => readProgramme(change.programme, standing, own));
    }
    case 'campaign':
      return change.campaign && readCampaign(change.campaign, reading, at);
    case 'groups':
      return readGrouping(change.groups, reading, at);
    case 'ladder':
      return readLadder(change.ladder, reading, at);
    case 'tier_bonuses':
      return readTierBonuses(change.tierBonuses, reading, at);
    case 'settings':
      return below(reading, at.replace(/\/settings$/, ''), (own) => readSettings(change.settings, own));
  }
}

/** Reads with pointers that begin deeper. */
function below<T>(reading: FormReading, at: string, read: (own: FormReading) => T): T {
  const errors: FieldError[] = [];
  const doc = read({ currency: reading.currency, errors });
  reading.errors.push(...errors.map((error) => ({ ...error, pointer: at + error.pointer })));
  return doc;
}

const PREFIXES = { rule: 'R', programme: 'P', campaign: 'C' } as const;

/** Finds and gives the codes of what is changed; new things get the next free ones. */
class CodesOf {
  private readonly taken: Readonly<Record<'rule' | 'programme' | 'campaign', string[]>>;

  constructor(private readonly book: RuleBook) {
    const codesOf = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
    this.taken = {
      rule: codesOf(book.rules),
      programme: codesOf(book.programmes),
      campaign: codesOf(book.campaigns),
    };
  }

  of(change: Change, errors: FieldError[], at: string): string {
    if (change.kind !== 'rule' && change.kind !== 'programme' && change.kind !== 'campaign') return '';
    const isGone = (change.kind === 'rule' && !change.rule) || (change.kind === 'campaign' && !change.campaign);
    const taken = this.taken[change.kind];
    if (isGone && !this.stands(change.kind, change.id)) errors.push({ pointer: `${at}/id`, code: 'unknown-value' });
    const code = change.id ?? nextCode(PREFIXES[change.kind], taken);
    if (!taken.includes(code)) taken.push(code);
    return code;
  }

  private stands(kind: 'rule' | 'campaign', id: string | undefined): boolean {
    const list: readonly CodedHistory<unknown>[] = kind === 'rule' ? this.book.rules : this.book.campaigns;
    const last = id === undefined ? null : historyOf(list, id)?.at(-1)?.value;
    return last !== null && last !== undefined;
  }
}

function historyOf<T>(list: readonly CodedHistory<T>[], code: string): CodedHistory<T>['versions'] | undefined {
  return list.find((one) => one.code === code)?.versions;
}
