import type { AnswerOf, BodyOf } from '../../lib/call';

export type Rule = AnswerOf<'rules.list'>['data'][number];
export type RuleDetail = AnswerOf<'rules.read'>;
export type RuleLayer = Rule['layer'];
export type RulePart = Rule['parts'][number];
export type RuleToken = Extract<RulePart, { token: string }>['token'];
export type RuleBody = BodyOf<'rules.add'>;
export type Finding = AnswerOf<'rules.check'>['findings'][number];
export type Trial = AnswerOf<'trials.order'>;
export type TriedOrder = BodyOf<'trials.order'>['order'];
export type Verdict = Trial['verdicts'][string];

/** The five layers in the order in which they are tried. Rules are written in the first three; the others come from other tabs. */
export const LAYERS = ['sales_match', 'individual', 'group', 'tier_bonus', 'default'] as const;
export type Layer = (typeof LAYERS)[number];
export const WRITTEN_LAYERS = ['sales_match', 'individual', 'group'] as const satisfies readonly RuleLayer[];
