import type { Lang, Words } from '@fenrun/contracts';
import type { History, Ladder, Programme } from '@fenrun/engine';

/** Something about a ladder that can be saved but may surprise, or that the law wants acknowledged first. */
export interface LadderWarning {
  readonly code: 'downline-legal' | 'leaves-ladder' | 'rates-not-rising';
  readonly pointer: string;
  readonly text: string;
  readonly mustAcknowledge: boolean;
}

const LEGAL = {
  zh: '在中国大陆，按邀请的伙伴的成交额升级、给付报酬，可能构成团队计酬，违反《禁止传销条例》；微信可能下架有这种特征的小程序。请先咨询律师，建议改用自己带来的成交额。',
  en: 'In mainland China, climbing by what invited partners sell can count as team-based pay under the Regulations on the Prohibition of Pyramid Selling; WeChat removes mini-programs that look like it. Ask a lawyer first; better climb by personal volume.',
} as const;

const LEAVES = {
  zh: '「{name}」不再是一级：其中 {people} 人留在原计划，不再自动升降。',
  en: '“{name}” is no level any more: {people} people stay on it and do not move by themselves.',
} as const satisfies Words[string];

const FALLS = {
  zh: '「{name}」的比例不比下一级高，升上去的人不会多得。',
  en: '“{name}” pays no more than the level below it: who climbs there gains nothing.',
} as const satisfies Words[string];

/** What the warnings look at. */
export interface LadderFacts {
  readonly region: string;
  readonly ladder: Ladder;
  /** The ladder as it was saved before, all versions. */
  readonly before: History<Ladder>;
  /** The programmes now, by code, with what they are called. */
  readonly programmes: ReadonlyMap<string, { readonly programme: Programme; readonly name: string }>;
  /** How many people stand on a programme; asked for levels that go. */
  readonly peopleOn: (programme: string) => number;
}

/** The warnings of a ladder that is about to be saved, in a language. Source: domain.md, section 6, `downline_sales`. */
export function ladderWarnings(facts: LadderFacts, lang: Lang): LadderWarning[] {
  return [...legal(facts, lang), ...leaving(facts, lang), ...falling(facts, lang)];
}

/** Whether a ladder counts what a mainland merchant must first acknowledge to count. */
export function countsDownline(region: string, ladder: Ladder): boolean {
  return region === 'CN' && ladder.isOn && ladder.metric === 'downline_sales';
}

function legal({ region, ladder, before }: LadderFacts, lang: Lang): LadderWarning[] {
  if (!countsDownline(region, ladder)) return [];
  const mustAcknowledge = !before.some(({ value }) => value !== null && countsDownline(region, value));
  return [{ code: 'downline-legal', pointer: '/ladder/metric', text: LEGAL[lang], mustAcknowledge }];
}

function leaving({ ladder, before, programmes, peopleOn }: LadderFacts, lang: Lang): LadderWarning[] {
  const stays = new Set(ladder.levels.map(({ programme }) => programme));
  const gone = (before.at(-1)?.value?.levels ?? []).filter(({ programme }) => !stays.has(programme));
  return gone.flatMap(({ programme: code }): LadderWarning[] => {
    const known = programmes.get(code);
    const people = peopleOn(code);
    if (people === 0 || !known?.programme.isActive || known.programme.isDefault) return [];
    const text = fill(LEAVES[lang], { name: known.name, people: String(people) });
    return [{ code: 'leaves-ladder', pointer: '/ladder/levels', text, mustAcknowledge: false }];
  });
}

function falling({ ladder, programmes }: LadderFacts, lang: Lang): LadderWarning[] {
  return ladder.levels.flatMap(({ programme }, index): LadderWarning[] => {
    const own = programmes.get(programme);
    const below = programmes.get(ladder.levels[index - 1]?.programme ?? '')?.programme.rate;
    const rate = own?.programme.rate;
    if (!own || rate?.kind !== 'percent' || below?.kind !== 'percent' || rate.percent > below.percent) return [];
    const pointer = `/ladder/levels/${index}/programme`;
    return [{ code: 'rates-not-rising', pointer, text: fill(FALLS[lang], { name: own.name }), mustAcknowledge: false }];
  });
}

function fill(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
