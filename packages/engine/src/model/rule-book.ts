import type { Campaign } from './campaign';
import type { Grouping } from './grouping';
import type { CodedHistory, History } from './history';
import type { Ladder } from './ladder';
import type { Programme } from './programme';
import type { Rule } from './rule';
import type { Settings } from './settings';
import type { TierBonuses } from './tier-bonus';

/**
 * Everything that decides amounts, with all its versions. `version` counts the savings; the book of an earlier number is
 * had by `compileBook(book, thatNumber)`, which leaves out what was saved later, and gives the same decisions for ever.
 */
export interface RuleBook {
  readonly version: number;
  /** ISO 4217; all money of the book is in its minor unit. */
  readonly currency: string;
  /** ISO 3166; `CN` limits the network to one inviter. */
  readonly region: string;
  readonly settings: History<Settings>;
  readonly programmes: readonly CodedHistory<Programme>[];
  readonly rules: readonly CodedHistory<Rule>[];
  readonly campaigns: readonly CodedHistory<Campaign>[];
  readonly grouping: History<Grouping>;
  readonly ladder: History<Ladder>;
  readonly tierBonuses: History<TierBonuses>;
}
