import type { Out } from '@fenrun/contracts';
import type { Campaign, Finding, Ladder, Rule, RuleBook } from '@fenrun/engine';
import type { Database } from '../../foundation/db';
import { campaignName, type Reading } from '../../modules/commission';
import {
  findingSentence,
  pointerInCampaign,
  pointerInLadder,
  pointerInRule,
  pointerInTierBonuses,
} from '../../modules/plans';
import { inWords } from '../read-rule';
import type { SentDraft } from '../trials/read-changes';
import { ruleLabel, ruleWords } from './rule-words';

export type FindingView = Out<'rules.check'>['findings'][number];
type About = FindingView['about'][number];

/**
 * Findings as people read them, naming the rules and other things that they are about. `sent` are the drafts whose forms the pointers
 * lead into; `reading` is of the book that was checked.
 */
export async function findingViews(
  db: Database,
  reading: Reading,
  findings: readonly Finding[],
  sent: readonly SentDraft[] = [],
): Promise<FindingView[]> {
  const rules = namedRules(reading.book, findings);
  const { sentences } = await ruleWords(db, reading, [...rules.values()], 'spelled');
  const labels = new Map([...rules].map(([code, rule]) => [code, ruleLabel(code, rule, sentences)]));
  return findings.map((finding) => {
    const about = aboutOf(finding, labels, reading);
    const names = about.map(({ kind, name }) => (QUOTED.has(kind) ? quoted(name, reading) : name));
    return {
      severity: finding.severity,
      code: finding.code,
      text: findingSentence(inWords(finding, reading.lang), names, reading.lang),
      about: [...about, ...mentioned(finding)],
      pointer: pointerOf(finding, sent),
    };
  });
}

const QUOTED: ReadonlySet<About['kind']> = new Set(['rule', 'programme', 'campaign', 'group']);

function quoted(name: string, { lang }: Reading): string {
  return lang === 'zh' ? `「${name}」` : `“${name}”`;
}

/** The present versions of the rules that findings are about. */
function namedRules({ rules }: RuleBook, findings: readonly Finding[]): Map<string, Rule> {
  const codes = new Set(findings.flatMap(({ subject, about }) => (subject === 'rule' ? about : [])));
  const found = new Map<string, Rule>();
  for (const { code, versions } of rules) {
    const rule = codes.has(code) ? versions.findLast(({ value }) => value !== null)?.value : null;
    if (rule) found.set(code, rule);
  }
  return found;
}

function aboutOf({ subject, about }: Finding, labels: ReadonlyMap<string, string>, reading: Reading): About[] {
  const zh = reading.lang === 'zh';
  const one = (kind: About['kind'], id: string, name: string): About => ({ kind, id, name });
  switch (subject) {
    case 'rule':
      return about.map((code) => one('rule', code, labels.get(code) ?? code));
    case 'programme':
      return about.map((ref) => {
        const code = ref.startsWith('programme:') ? (ref.split(':')[1] ?? ref) : ref;
        return one('programme', code, reading.names.programme(code));
      });
    case 'campaign':
      return about.map((code) => one('campaign', code, campaignName(reading.book, code, reading.lang)));
    case 'group':
      return about.map((code) => one('group', code, reading.names.group(code) ?? code));
    case 'ladder':
      if (about.length === 0) return [one('ladder', '', zh ? '自动升级' : 'The ladder')];
      return about.map((code) => one('ladder', code, reading.names.programme(code)));
    case 'tier_bonus':
      return about.map((ref) => {
        const step = ref.split(':')[1] ?? ref;
        return one('tier_bonus', step, zh ? `达标奖励第 ${step} 档` : `Step ${step} of the tier bonus`);
      });
    case 'settings':
      if (about[0] === 'self-purchase') return [one('settings', 'self-purchase', zh ? '自购比例' : 'Own purchases')];
      return [one('settings', '', zh ? '设置' : 'The settings')];
  }
}

/** What a finding says that is not there, or not known. */
function mentioned({ facts }: Finding): About[] {
  const one = (kind: 'sku' | 'promoter'): About[] => {
    const id = facts[kind];
    return id === undefined ? [] : [{ kind, id: String(id), name: String(id) }];
  };
  return [...one('sku'), ...one('promoter')];
}

const KINDS = {
  rule: 'rule',
  programme: 'programme',
  campaign: 'campaign',
  group: 'grouping',
  ladder: 'ladder',
  tier_bonus: 'tier_bonuses',
  settings: 'settings',
} as const;

/** Where in what was sent the finding has its cause; null where it is about another thing of the book. */
function pointerOf(finding: Finding, sent: readonly SentDraft[]): string | null {
  const kind = KINDS[finding.subject];
  const draft = sent.find((one) => one.kind === kind && (one.code === '' || finding.about.includes(one.code)));
  if (!draft || draft.doc === null) return null;
  if (kind === 'rule') return draft.at + pointerInRule(draft.doc as Rule, finding);
  if (kind === 'campaign') return draft.at + pointerInCampaign(draft.doc as Campaign, finding);
  if (kind === 'ladder') return draft.at + pointerInLadder(draft.doc as Ladder, finding);
  return kind === 'tier_bonuses' ? draft.at + pointerInTierBonuses(finding) : draft.at;
}
