import { type Money, minor, type Percent, percentOfDown, smaller, sum, ZERO } from '@fenrun/kernel';
import { covers } from '../book/compiled-campaign';
import type { OrderContext } from '../book/order-context';
import type { CommissionLine, NthPromise } from '../model/index';
import { spread } from './price-lines';
import type { LineResult, Payment } from './reasoning';

/**
 * What the order would earn as the N-th of a campaign that rewards every N-th, or null if it does not count there: it needs an
 * earning line of the campaign's products. Rebates have no bonus. Source: domain.md, section 3, "Precisely".
 */
export function promiseNth(
  order: OrderContext,
  result: LineResult,
  payment: Payment,
  maxPercent: Percent,
): NthPromise | null {
  const { campaign, sale } = order;
  const bonus = campaign?.campaign.bonus;
  if (!campaign || bonus?.kind !== 'every_nth' || result.kind === 'self') return null;
  const onto = sale.lines.flatMap((line, index) => (payment.isEarning[index] && covers(campaign, line) ? [index] : []));
  if (onto.length === 0) return null;
  const bases = result.bases.map(({ base }) => base);
  const amounts: Money[] = bases.map(() => ZERO);
  spread(bonus.amount, onto, bases, amounts);
  const lines = bases.map((base, index): CommissionLine => {
    const isOn = onto.includes(index);
    const amount = smaller(amounts[index] as Money, roomOn(index, base, payment, maxPercent));
    return { base, rule: isOn ? campaign.bonusRef : null, layer: isOn ? 'bonus' : null, amount };
  });
  return { campaign: campaign.code, every: bonus.every, amount: sum(lines.map(({ amount }) => amount)), lines };
}

/** What the cap leaves on a line beside the amounts at sale. */
function roomOn(index: number, base: Money, { direct, network }: Payment, maxPercent: Percent): Money {
  let room = percentOfDown(base, maxPercent) - (direct[index] as Money);
  for (const share of network) room -= share.amounts[index] as Money;
  return minor(Math.max(room, 0));
}
