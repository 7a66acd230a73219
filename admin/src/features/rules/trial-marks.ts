import type { OrderDraft } from './tried-order';
import type { Layer, Rule, Trial } from './types';
import type { rulesWords } from './words';

/** What a tried order says at a row: that it won and which lines, or why not. */
export interface Mark {
  readonly won: boolean;
  readonly text: string;
}

export interface Marks {
  ofRule(rule: Rule): Mark;
  /** A step of the tier bonus by its place, from 1. */
  ofStep(place: number): Mark;
  ofProgramme(id: string): Mark;
  wonLayer(layer: Layer): boolean;
}

type Words = (typeof rulesWords)['zh'];

/**
 * The marks of one tried order. The server speaks of every rule that reaches the promoter; why another does not reach
 * him is said here, from what the rule lists.
 */
export function marksOf(
  trial: Trial,
  { promoter, paidAt }: Pick<OrderDraft, 'promoter' | 'paidAt'>,
  name: string | null,
  words: Words,
): Marks {
  const { verdicts } = trial;
  const isAddedLater = (rule: Rule) =>
    paidAt !== null && rule.addedAt !== null && Date.parse(paidAt) < Date.parse(rule.addedAt);
  const who = name ?? promoter;
  const layersWon = new Set(trial.payees.flatMap((payee) => payee.lines.map((line) => line.layer)));
  const unreached = (rule: Rule): string => {
    if (who === null) return words.nobody;
    if (rule.layer === 'group') return words.notInGroup(who);
    const isListed = rule.promoters.length === 0 || (promoter !== null && rule.promoters.includes(promoter));
    return isListed ? words.notThen : words.notNamed(who);
  };
  return {
    ofRule: (rule) => {
      const verdict = verdicts[rule.id];
      if (!verdict) return { won: false, text: unreached(rule) };
      return !verdict.won && isAddedLater(rule) ? { won: false, text: words.addedLater } : verdict;
    },
    ofStep: (place) => verdicts[`tier_bonus:${place}`] ?? { won: false, text: who ? words.notReached : words.nobody },
    ofProgramme: (id) => {
      const own = Object.entries(verdicts).filter(
        ([ref]) => ref === `programme:${id}` || ref.startsWith(`programme:${id}:`),
      );
      const best = own.find(([, verdict]) => verdict.won) ?? own[0];
      return best?.[1] ?? { won: false, text: who ? words.notInProgramme(who) : words.nobody };
    },
    wonLayer: (layer) => layersWon.has(layer),
  };
}
