import { type Money, percentOf, ZERO } from '@fenrun/kernel';
import { covers } from '../book/compiled-campaign';
import type { CompiledSettings } from '../book/compiled-settings';
import type { OrderContext } from '../book/order-context';
import type { InviterFact } from '../model/index';
import { capLines } from './cap-lines';
import { isZeroRate, spread } from './price-lines';
import type { LineResult, Payment, Share, Winner } from './reasoning';

const NO_SHARES: readonly Share[] = [];

/** Adds what inviters and campaign pay on top of the direct amounts, and holds all of it under the cap. */
export function payShares(
  settings: CompiledSettings,
  order: OrderContext,
  chain: readonly InviterFact[],
  result: LineResult,
): Payment {
  const isEarning = result.winners.map((winner) => earns(winner, order.sale.manualAmount));
  const bases = result.bases.map(({ base }) => base);
  const paysNetwork = result.kind === 'direct' || settings.settings.selfPurchase.payNetwork;
  const network = paysNetwork ? networkShares(settings, chain, bases, result.amounts, isEarning) : NO_SHARES;
  const bonus = result.kind === 'direct' ? orderBonus(order, bases, isEarning) : null;
  const payee = order.promoter.id;
  const capped = capLines(settings.settings.maxCommissionPercent, bases, { payee, result, network, bonus });
  return { direct: capped.direct, cuts: capped.cuts, network, bonus, isEarning };
}

/** A line that no rate, or a rate of 0, won earns nothing for anybody. */
function earns(winner: Winner | null, manualAmount: Money | null): boolean {
  if (!winner) return false;
  return winner.rate ? !isZeroRate(winner.rate) : manualAmount !== null && manualAmount > 0;
}

/** What the inviters earn: each active one its level's percent of every earning line, rounded per line. An inactive one is skipped, not replaced. */
function networkShares(
  { networkLevels, settings }: CompiledSettings,
  chain: readonly InviterFact[],
  bases: readonly Money[],
  direct: readonly Money[],
  isEarning: readonly boolean[],
): readonly Share[] {
  if (networkLevels.length === 0 || chain.length === 0) return NO_SHARES;
  const on = settings.network.basis === 'sale' ? bases : direct;
  const shares: Share[] = [];
  networkLevels.forEach((percent, index) => {
    const inviter = chain[index];
    if (!inviter?.isActive || percent === 0) return;
    shares.push({
      payee: inviter.id,
      inviterLevel: index + 1,
      ref: `network:${index + 1}`,
      layer: 'network',
      isOn: isEarning,
      bases: on,
      amounts: on.map((base, line) => (isEarning[line] ? percentOf(base, percent) : ZERO)),
    });
  });
  return shares;
}

/** The campaign's fixed amount per order, split by base over the earning lines that it covers. */
function orderBonus(
  { campaign, sale, promoter }: OrderContext,
  bases: readonly Money[],
  isEarning: readonly boolean[],
): Share | null {
  const bonus = campaign?.campaign.bonus;
  if (!campaign || bonus?.kind !== 'per_order') return null;
  const isOn = sale.lines.map((line, index) => isEarning[index] === true && covers(campaign, line));
  const onto = isOn.flatMap((on, index) => (on ? [index] : []));
  if (onto.length === 0) return null;
  const amounts: Money[] = bases.map(() => ZERO);
  spread(bonus.amount, onto, bases, amounts);
  return { payee: promoter.id, inviterLevel: null, ref: campaign.bonusRef, layer: 'bonus', isOn, bases, amounts };
}
