import type { History, RuleBook } from '@fenrun/engine';
import { BEGINNING } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { actorNames } from '../../modules/identity';
import { type PlanKind, planVersions } from '../../modules/plans';
import { sinceOf, whoSaved } from './saved-words';

/** How a thing of which a merchant has one was saved last; version 0 when it never was. */
export interface SavedLast {
  readonly version: number;
  readonly since: string | null;
  readonly savedBy: string | null;
}

const HISTORY = { ladder: 'ladder', grouping: 'grouping', tier_bonuses: 'tierBonuses' } as const satisfies Partial<
  Record<PlanKind, keyof RuleBook>
>;

export async function savedLast(
  { db, merchantId, lang }: Call,
  book: RuleBook,
  kind: keyof typeof HISTORY,
): Promise<SavedLast> {
  const history: History<unknown> = book[HISTORY[kind]];
  if (history.length === 0) return { version: 0, since: null, savedBy: null };
  const by = (await planVersions(db.read, merchantId, kind, '')).at(-1)?.savedBy ?? null;
  const names = await actorNames(db.read, merchantId, [by]);
  return {
    version: history.length,
    since: sinceOf(history.at(-1)?.holdsFrom ?? BEGINNING),
    savedBy: whoSaved(by, names, lang),
  };
}
