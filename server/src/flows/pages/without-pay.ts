import type { Lang } from '@fenrun/contracts';

/** A rule's sentence without its verb, for where the rate stands beside it under a head of its own: 「茶叶类付」 is 「茶叶类」. */
export function withoutPay(sentence: string, lang: Lang): string {
  if (lang === 'zh') return sentence.replace(/，?付$/, '');
  const bare = sentence.replace(/(^|, )pays(?: on (.*))?$/i, (_, comma: string, what?: string) =>
    what ? `${comma}${what}` : '',
  );
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
