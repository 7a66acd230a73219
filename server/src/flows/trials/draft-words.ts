import type { Lang } from '@fenrun/contracts';
import type { Programme, Rule, RuleBook, SentenceContext, Settings } from '@fenrun/engine';
import { rateText, ruleSentence } from '@fenrun/engine';
import { programmeName } from '../../modules/plans';
import type { PlanDraft } from './draft-book';
import { settingsWords } from './settings-words';

type Deed = 'added' | 'changed' | 'removed';

const DEEDS: Readonly<Record<Deed, Record<Lang, string>>> = {
  added: { zh: '新', en: 'New ' },
  changed: { zh: '改', en: 'Changed ' },
  removed: { zh: '去掉', en: 'Without ' },
};

const SINGLE: Readonly<Record<string, Record<Lang, string>>> = {
  grouping: { zh: '分组有改动', en: 'Groups changed' },
  ladder: { zh: '自动升级有改动', en: 'Ladder changed' },
  tier_bonuses: { zh: '达标奖励有改动', en: 'Tier bonuses changed' },
};

/** What drafts of the rule book change, a sentence each. */
export function draftWords(drafts: readonly PlanDraft[], book: RuleBook, context: SentenceContext): string[] {
  const { lang } = context;
  return drafts.map(({ kind, code, doc }) => {
    if (kind === 'rule') return ruleWords(lastOf(book.rules, code), doc as Rule | null, code, context);
    if (kind === 'programme') return programmeWords(lastOf(book.programmes, code), doc as Programme, code, context);
    if (kind === 'campaign') return campaignWords(lastOf(book.campaigns, code) !== null, doc, code, context);
    if (kind === 'settings') return settingsWords(book.settings.at(-1)?.value ?? null, doc as Settings, lang);
    return SINGLE[kind]?.[lang] ?? kind;
  });
}

function ruleWords(before: Rule | null, after: Rule | null, code: string, context: SentenceContext): string {
  const { lang, currency } = context;
  const rule = after ?? before;
  const head = `${DEEDS[deedOf(before !== null, after !== null)][lang]}${lang === 'zh' ? '规则：' : 'rule: '}`;
  if (!rule) return `${head}${code}`;
  const rate = rateText(rule.rate, currency, lang);
  const old = before && after ? rateText(before.rate, currency, lang) : rate;
  const change = old === rate ? rate : `${old} → ${rate}`;
  return `${head}${ruleSentence({ kind: 'rule', code, rule }, context)} ${change}`;
}

function programmeWords(before: Programme | null, after: Programme, code: string, context: SentenceContext): string {
  const { lang, currency } = context;
  const name = programmeName(code, after);
  const text = ({ rate }: Programme) => (rate ? rateText(rate, currency, lang) : lang === 'zh' ? '无' : 'none');
  const head = lang === 'zh' ? `推广计划「${name}」` : `Programme ${name}`;
  if (!before)
    return lang === 'zh' ? `新${head}：默认 ${text(after)}` : `New programme ${name}: ${text(after)} by default`;
  if (text(before) !== text(after))
    return lang === 'zh'
      ? `${head}：默认 ${text(before)} → ${text(after)}`
      : `${head}: ${text(before)} → ${text(after)} by default`;
  return lang === 'zh' ? `${head}有改动` : `${head} changed`;
}

function campaignWords(isKnown: boolean, after: unknown, code: string, { lang, names }: SentenceContext): string {
  const given = (after as { readonly name?: string | Readonly<Record<Lang, string>> } | null)?.name;
  const name = (typeof given === 'string' ? given : given?.[lang]) || names.campaign(code);
  const deed = DEEDS[deedOf(isKnown, after !== null)][lang];
  return lang === 'zh' ? `${deed}活动「${name}」` : `${deed}campaign ${name}`;
}

function deedOf(wasThere: boolean, isThere: boolean): Deed {
  if (!isThere) return 'removed';
  return wasThere ? 'changed' : 'added';
}

function lastOf<T>(
  list: readonly { readonly code: string; readonly versions: readonly { readonly value: T | null }[] }[],
  code: string,
): T | null {
  return list.find((one) => one.code === code)?.versions.at(-1)?.value ?? null;
}
