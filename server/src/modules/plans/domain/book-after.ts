import { bookErrors, type CodedHistory, type Finding, type History, type RuleBook } from '@fenrun/engine';
import type { Instant } from '@fenrun/kernel';
import type { PlanSaving } from '../commands/save-plans';

const CODED = { programme: 'programmes', rule: 'rules', campaign: 'campaigns' } as const;
const SINGLE = { settings: 'settings', grouping: 'grouping', ladder: 'ladder', tier_bonuses: 'tierBonuses' } as const;

/** The rule book as it will be once these things are saved together, as its next version. Nothing is written. */
export function bookAfter(book: RuleBook, savings: readonly PlanSaving[]): RuleBook {
  const savedAs = book.version + 1;
  const after = { ...book, version: savedAs } as Record<string, unknown>;
  for (const { kind, code, doc, holdsFrom } of savings) {
    const version = { savedAs, holdsFrom, value: doc };
    if (kind in SINGLE) {
      const key = SINGLE[kind as keyof typeof SINGLE];
      after[key] = [...(after[key] as History<unknown>), version];
    } else {
      const key = CODED[kind as keyof typeof CODED];
      after[key] = withVersion(after[key] as readonly CodedHistory<unknown>[], code, version);
    }
  }
  return after as unknown as RuleBook;
}

function withVersion(
  all: readonly CodedHistory<unknown>[],
  code: string,
  version: History<unknown>[number],
): readonly CodedHistory<unknown>[] {
  const known = all.some((one) => one.code === code);
  if (!known) return [...all, { code, versions: [version] }];
  return all.map((one) => (one.code === code ? { code, versions: [...one.versions, version] } : one));
}

/** The errors that a saving would bring into the book; those that it had before do not stand in the way of mending it step by step. */
export function freshErrors(
  before: RuleBook,
  after: RuleBook,
  now: Instant,
  promoters?: ReadonlySet<string>,
): Finding[] {
  const around = { now, ...(promoters ? { promoters } : {}) };
  const errors = bookErrors(after, around);
  if (errors.length === 0) return errors;
  const known = new Set(bookErrors(before, around).map(keyOf));
  return errors.filter((finding) => !known.has(keyOf(finding)));
}

const keyOf = ({ code, about, facts }: Finding): string => JSON.stringify([code, about, facts]);
