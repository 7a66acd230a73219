import { paysRecurring } from '../book/compiled-programme';
import type { BookInForce } from '../book/in-force';
import type { NothingReason, Sale, SaleFacts } from '../model/index';
import { isZeroRate } from './price-lines';
import type { Winner } from './reasoning';

/** Why nothing at all is earned before any rate is looked at; null if the layers are to decide. */
export function nothingBeforeRates(held: BookInForce, sale: Sale, facts: SaleFacts): NothingReason | null {
  const { promoter } = facts;
  if (!promoter) return 'no-promoter';
  if (!promoter.isActive) return 'promoter-not-active';
  if (facts.buyerIsPromoter && held.settings.settings.selfPurchase.mode === 'block') return 'self-purchase-blocked';
  const programme = held.programmes.get(promoter.programme);
  return programme && !paysRecurring(programme, sale) ? 'recurring-policy' : null;
}

/** Why the rates that won come to nothing. */
export function nothingAfterRates(winners: readonly (Winner | null)[]): NothingReason {
  const won = winners.filter((winner) => winner !== null);
  if (won.length === 0) return 'no-rate';
  return won.every(({ rate }) => rate !== null && isZeroRate(rate)) ? 'zero-rate' : 'zero-amount';
}
