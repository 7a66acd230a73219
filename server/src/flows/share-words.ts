import type { Lang } from '@fenrun/contracts';

type Both = Readonly<Record<Lang, readonly string[]>>;

/** Words to begin with, for people who do not know what to write: true of any goods, and promising nothing. */
const ANY: Both = {
  zh: [
    '自己用了才来说的，有问题直接问我。',
    '先买一份试试，不喜欢可以退。',
    '不是最便宜的，但我会回购。',
    '想到你可能用得上，先看看。',
  ],
  en: [
    'I use it myself; ask me anything.',
    'Try one first; it can go back if you do not like it.',
    'Not the cheapest, but I bought it again.',
    'Thought this might be of use to you.',
  ],
};

const INVITE: Both = {
  zh: [
    '我在这家店推荐好物，结算清楚，你也来看看。',
    '不用先买东西，喜欢什么就推荐什么。',
    '有兴趣的话一起，规则都写明了。',
  ],
  en: [
    'I recommend things from this shop and the accounts are clear. Have a look.',
    'Nothing to buy first: recommend what you like.',
    'Join me if you like; all the rules are written down.',
  ],
};

/** For a campaign as a whole. */
const CAMPAIGN: Both = {
  zh: ['这几样正在活动里，挑你用得上的看看。', '有几件我自己也买，你慢慢挑。', '活动有期限，先收着，想好了再买。'],
  en: [
    'These are in a campaign now; see what is of use to you.',
    'I buy some of these myself. Take your time.',
    'It ends some day: keep it, and buy when you are sure.',
  ],
};

/** Shops whose categories are named like these get words that fit them. */
const BY_CATEGORY: Readonly<Record<string, Both>> = {
  tea: {
    zh: ['不苦不涩，刚开始喝茶的人也能接受。', '办公室就泡这个，一杯能喝一下午。'],
    en: ['Neither bitter nor harsh; good for beginners.', 'My office tea: one cup lasts an afternoon.'],
  },
  gift: {
    zh: ['盒子不浮夸，长辈收得下。', '去年送过，今年人家还问起。'],
    en: ['A modest box that parents will accept.', 'I gave it last year and was asked about it again.'],
  },
};

/** Suggestions for a share, those that fit the goods first. */
export function suggestionsFor(what: 'product' | 'campaign' | 'invite', category: string | null, lang: Lang): string[] {
  if (what === 'invite') return [...INVITE[lang]];
  if (what === 'campaign') return [...CAMPAIGN[lang]];
  return [...(BY_CATEGORY[category ?? '']?.[lang] ?? []), ...ANY[lang]];
}
