import { addDays } from '@fenrun/kernel';
import type { ListUrl } from './list-url';

/** Days of a filter as the API takes them: the last day is inclusive on the screen and becomes the next midnight. */
export function dayQuery(url: ListUrl, fromKey = 'from', toKey = 'to'): { from?: string; to?: string } {
  const [from, to] = [url.get(fromKey), url.get(toKey)];
  return { ...(from ? { from } : {}), ...(to ? { to: addDays(to, 1) } : {}) };
}
