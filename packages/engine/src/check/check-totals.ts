import { formatPercent, type Percent, type Rate, WHOLE } from '@fenrun/kernel';
import type { CheckedBook } from './checked-book';
import { isAlive } from './checked-book';
import { type Finding, type FindingSubject, finding } from './finding';

/** Rates that, with all inviters on top, come above the cap (and are cut then) or above all that the goods cost. */
export function checkTotals({ held, rules, around }: CheckedBook): Finding[] {
  const { maxCommissionPercent, network } = held.settings.settings;
  const inviters = held.settings.networkLevels.reduce<number>((all, level) => all + level, 0);
  const rated: { ref: string; subject: FindingSubject; rate: Rate }[] = [
    ...rules
      .filter((rule) => isAlive(rule, around.now))
      .map(({ ref, rate }) => ({ ref, subject: 'rule' as const, rate })),
    ...(held.tierBonuses?.steps ?? []).map(({ rate }, index) => ({
      ref: `tier_bonus:${index + 1}`,
      subject: 'tier_bonus' as const,
      rate,
    })),
    ...[...held.programmes.values()].flatMap(({ bySku, byCategory, byDefault }) =>
      [...bySku.values(), ...byCategory.values(), ...(byDefault ? [byDefault] : [])].map(({ ref, rate }) => ({
        ref,
        subject: 'programme' as const,
        rate,
      })),
    ),
  ];
  return rated.flatMap(({ ref, subject, rate }) => {
    if (rate.kind !== 'percent' || rate.percent === 0) return [];
    const onTop = network.basis === 'sale' ? inviters : (inviters * rate.percent) / WHOLE;
    const total = Math.round(rate.percent + onTop) as Percent;
    const facts = { total: formatPercent(total), cap: formatPercent(maxCommissionPercent) };
    if (total > WHOLE) return [finding('total-above-whole', subject, [ref], facts)];
    return total > maxCommissionPercent ? [finding('total-above-cap', subject, [ref], facts)] : [];
  });
}
