import { routes } from '@fenrun/contracts/routes';
import type { Filter, Option } from '../../kit/list/filters';
import { type AnswerOf, call } from '../../lib/call';

type Entry = AnswerOf<'identity.audit'>['data'][number];
type Finder = Extract<Filter, { kind: 'find' }>['find'];

/** So many of the latest entries say who is at work here and what is done: what is older is found by time. */
const lookedAt = 200;

/** People and deeds to filter the audit log by, as they stand in its latest entries. */
const finderOf =
  (optionOf: (entry: Entry) => Option | null): Finder =>
  async (ask) => {
    const { data } = await call(routes.identity.audit, { query: { limit: lookedAt } });
    const found = new Map<string, Option>();
    for (const entry of data) {
      const option = optionOf(entry);
      if (option && !found.has(option.value)) found.set(option.value, option);
    }
    if ('value' in ask) return [found.get(ask.value) ?? { value: ask.value, label: ask.value }];
    const text = ask.text.trim().toLowerCase();
    return [...found.values()].filter(({ label }) => label.toLowerCase().includes(text));
  };

export const findActors = finderOf(({ actor }) => (actor.id === null ? null : { value: actor.id, label: actor.name }));
export const findDeeds = finderOf(({ action, text }) => ({ value: action, label: text }));
