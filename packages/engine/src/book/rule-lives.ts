import { BEGINNING, FOREVER } from '@fenrun/kernel';
import type { CodedHistory, Rule } from '../model/index';
import type { RuleLife } from './compiled-rule';

/**
 * Cuts a rule's history into lives, one for each version that has terms, which together stand for the rule at every instant:
 * before it was added the first version does (and is then outside its window), after it was ended the last one.
 */
export function livesOf({ code, versions }: CodedHistory<Rule>): RuleLife[] {
  const lives: RuleLife[] = [];
  let addedAt = BEGINNING;
  let wasEnded = true;
  versions.forEach(({ value, holdsFrom }, index) => {
    if (value === null) {
      wasEnded = true;
      return;
    }
    if (wasEnded) addedAt = holdsFrom;
    wasEnded = false;
    const next = versions[index + 1];
    const successor = versions.slice(index + 1).find((version) => version.value !== null);
    lives.push({
      code,
      rule: value,
      standsFrom: lives.length === 0 ? BEGINNING : holdsFrom,
      standsTo: successor?.holdsFrom ?? FOREVER,
      addedAt,
      endedAt: next && next.value === null ? next.holdsFrom : FOREVER,
    });
  });
  return lives;
}
