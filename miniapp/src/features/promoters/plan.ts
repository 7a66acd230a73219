import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';
import { type Answer, useQuery } from '@/lib/query/use-query';
import { standingOn } from './ladder';

export type Plan = Out<'member.plan'>;
export type PlanLadder = NonNullable<Plan['ladder']>;
export type PlanGroup = NonNullable<Plan['group']>;
export type PlanBonus = Plan['bonuses'][number];

/** What I earn and why. */
export function usePlan(): Answer<Plan> {
  return useQuery({ key: 'plan', read: () => call(routes.member.plan), isKept: true });
}

/** The ladder as its line is drawn: the level held, and the share of the way to the next. */
export function climbOf({ levels, value }: PlanLadder): { current: number; progress: number } {
  const held = levels.filter(({ state }) => state !== 'ahead').length;
  return standingOn({ levels, level: held, value });
}

/** Bonuses that run first; of those that can be reached the nearest first. */
export function inOrderOfUse(bonuses: readonly PlanBonus[]): PlanBonus[] {
  const nearness = ({ running, progress }: PlanBonus) => (running ? 2 : (progress?.share ?? 0));
  return [...bonuses].sort((a, b) => nearness(b) - nearness(a));
}
