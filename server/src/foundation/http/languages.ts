import type { Lang } from '@fenrun/contracts';

/** The language of an answer: `lang=` in the query, else what `Accept-Language` prefers, else Chinese. */
export function chooseLang(query: string | null, accept: string | undefined): Lang {
  if (query === 'zh' || query === 'en') return query;
  if (!accept) return 'zh';
  const ranked = accept
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const quality = Number(
        options
          .find((option) => option.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { tag, quality: Number.isFinite(quality) ? quality : 0, index };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  const found = ranked.find(({ tag }) => /^(zh|en)(-|$)/.test(tag));
  return found?.tag.startsWith('en') ? 'en' : 'zh';
}
