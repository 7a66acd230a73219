import { type Lang, payoutStatusWords, type Words, wordOf } from '@fenrun/contracts';

/** What a sentence of the story is made of; names are filled in. */
export interface StoryFacts {
  readonly from?: string;
  readonly to?: string;
  readonly reason?: string | null;
  readonly amount?: string;
  readonly count?: string;
  readonly status?: string;
  readonly inviter?: string | null;
}

/** `{from}`, `{to}`, `{amount}` are filled in; `{reason}` and `{inviter}` bring their own comma and vanish where there is none. */
const SENTENCES = {
  applied: { zh: '提交申请{inviter}', en: 'Applied{inviter}' },
  joined: { zh: '加入{inviter}', en: 'Joined{inviter}' },
  approved: { zh: '申请通过{reason}', en: 'Application approved{reason}' },
  rejected: { zh: '申请未通过{reason}', en: 'Application rejected{reason}' },
  suspended: { zh: '暂停推广{reason}', en: 'Suspended{reason}' },
  banned: { zh: '封禁{reason}', en: 'Banned{reason}' },
  reinstated: { zh: '恢复推广{reason}', en: 'Reinstated{reason}' },
  'programme-climbed': { zh: '从{from}升到{to}', en: 'Climbed from {from} to {to}' },
  'programme-reset': { zh: '到期重置，从{from}退回{to}', en: 'Reset from {from} to {to}' },
  'programme-demoted': {
    zh: '因退款或调整，从{from}降到{to}',
    en: 'Moved down from {from} to {to} after refunds or adjustments',
  },
  'programme-deactivated': { zh: '{from}停用，转到{to}', en: '{from} was deactivated; moved to {to}' },
  'programme-assigned': {
    zh: '手动换到{to}，不再自动升降{reason}',
    en: 'Put on {to} by hand; no automatic moves{reason}',
  },
  'programme-released': { zh: '恢复自动升降，现为{to}{reason}', en: 'Automatic moves again; now on {to}{reason}' },
  programme: { zh: '从{from}转到{to}', en: 'Moved from {from} to {to}' },
  'group-climbed': { zh: '分组从{from}升到{to}', en: 'Group rose from {from} to {to}' },
  'group-assigned': { zh: '手动分到{to}{reason}', en: 'Put into {to} by hand{reason}' },
  'group-released': { zh: '恢复自动分组，现在{to}{reason}', en: 'Automatic grouping again; now in {to}{reason}' },
  group: { zh: '分组从{from}换到{to}', en: 'Group changed from {from} to {to}' },
  inviter: { zh: '邀请人改为{to}{reason}', en: 'Inviter changed to {to}{reason}' },
  'inviter-none': { zh: '不再有邀请人{reason}', en: 'No inviter any more{reason}' },
  payout: { zh: '申请提现 {amount}，{status}', en: 'Asked for {amount}: {status}' },
  review: { zh: '一笔 {amount} 转人工审核', en: '{amount} waits for a person' },
  reviews: { zh: '{count} 笔共 {amount} 等人工审核', en: '{count} commissions, {amount} in all, wait for a person' },
  'default-group': { zh: '默认组', en: 'the default group' },
} as const satisfies Words;
export type Sentence = keyof typeof SENTENCES;

/** A sentence of a promoter's story. */
export function storyText(sentence: Sentence, facts: StoryFacts, lang: Lang): string {
  const comma = lang === 'zh' ? '，' : ', ';
  const by = lang === 'zh' ? (name: string) => `${comma}由${name}邀请` : (name: string) => `${comma}invited by ${name}`;
  const colon = lang === 'zh' ? '：' : ': ';
  const values: Readonly<Record<string, string>> = {
    from: facts.from ?? '',
    to: facts.to ?? '',
    amount: facts.amount ?? '',
    count: facts.count ?? '',
    status: facts.status ? wordOf(payoutStatusWords, facts.status, lang).toLowerCase() : '',
    reason: facts.reason ? `${colon}${facts.reason}` : '',
    inviter: facts.inviter ? by(facts.inviter) : '',
  };
  return SENTENCES[sentence][lang].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** The sentence of a change, by what changed and why; where there is none of its own, the plain one. */
export function sentenceOf(aspect: 'programme' | 'group', cause: string): Sentence {
  const own = `${aspect}-${cause}`;
  return own in SENTENCES ? (own as Sentence) : aspect;
}
