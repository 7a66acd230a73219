import { type FieldError, type Instant, type Refusal, refuse } from '@fenrun/kernel';
import type { Tx } from '../foundation/db';
import { readTierBonuses, savePlans, type TierBonusesForm } from '../modules/plans';
import type { Editor } from './keep-acknowledgements';
import type { Hand } from './timeline/hand';
import { runDueSpecials } from './timeline/run-special';

export interface TierBonusesEdit {
  /** The number of the version that was edited; 0 when there is none yet. */
  readonly version: number;
  readonly tierBonuses: TierBonusesForm;
}

/**
 * Saves the steps of the tier bonus as their next version: they are reached by what is approved from now on. Bonuses that run go on as
 * they began, with the rate of their day.
 */
export async function saveTierBonuses(
  tx: Tx,
  hand: Hand,
  edit: TierBonusesEdit,
  editor: Editor,
  now: Instant,
): Promise<object | Refusal> {
  const { book, merchantId } = hand;
  if (edit.version !== book.tierBonuses.length)
    return refuse('changed-meanwhile', { version: book.tierBonuses.length });
  const errors: FieldError[] = [];
  const doc = readTierBonuses(edit.tierBonuses, { currency: book.currency, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  await runDueSpecials(tx, hand, now);
  await savePlans(tx, merchantId, [{ kind: 'tier_bonuses', code: '', doc, holdsFrom: now }], editor.id, now);
  return {};
}
