import type { CodedHistory, History, RuleBook } from '@fenrun/engine';
import { BEGINNING } from '@fenrun/kernel';
import type { PlanKind } from '../../modules/plans';

/** A change of the rule book that is tried before it is saved; `doc` null leaves the thing out. */
export interface PlanDraft {
  readonly kind: PlanKind;
  /** Empty for what a merchant has one of. */
  readonly code: string;
  readonly doc: unknown | null;
}

const CODED = { programme: 'programmes', rule: 'rules', campaign: 'campaigns' } as const;
const SINGLE = { settings: 'settings', grouping: 'grouping', ladder: 'ladder', tier_bonuses: 'tierBonuses' } as const;

/**
 * The rule book with drafts in place of what they change, as if each had held from the beginning of time, so that past sales meet it.
 * What is not drafted stays as it was at every instant.
 */
export function draftBook(book: RuleBook, drafts: readonly PlanDraft[]): RuleBook {
  const version = book.version + 1;
  const drafted = { ...book, version } as Record<string, unknown> & { version: number };
  for (const { kind, code, doc } of drafts) {
    const history: History<unknown> = doc === null ? [] : [{ savedAs: version, holdsFrom: BEGINNING, value: doc }];
    if (kind in SINGLE) drafted[SINGLE[kind as keyof typeof SINGLE]] = history;
    else {
      const key = CODED[kind as keyof typeof CODED];
      const others = (drafted[key] as readonly CodedHistory<unknown>[]).filter((one) => one.code !== code);
      drafted[key] = doc === null ? others : [...others, { code, versions: history }];
    }
  }
  return drafted as unknown as RuleBook;
}
