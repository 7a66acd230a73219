import type { Answer } from '@/lib/query/use-query';

/** What could not be resolved from the code that somebody came with is shown, and tried again, like something that could not be read. */
export function unresolved({ problem, again }: Pick<Answer<unknown>, 'problem' | 'again'>) {
  return { state: 'failed' as const, problem, again, data: undefined };
}

/** Moments shows the page without a sign-in: name and picture travel in the query. */
export function timelineQuery(query: string, name: string | undefined, image: string | null | undefined): string {
  return [query, name ? `t=${encodeURIComponent(name)}` : '', image ? `i=${encodeURIComponent(image)}` : '']
    .filter(Boolean)
    .join('&');
}
