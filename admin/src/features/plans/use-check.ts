import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { usePaused } from '../../kit/use-paused';
import { type BodyOf, call } from '../../lib/call';
import type { Finding } from './finding-list';

/** Changes of the rule book that are not saved. */
export type Changes = NonNullable<BodyOf<'rules.check'>['changes']>;

const pauseMs = 500;
const none: readonly Finding[] = [];

/** What the rule book would have to be looked at for with these changes, asked again a moment after the last edit. */
export function useCheck(changes: Changes | null) {
  const language = useLanguage();
  const body = usePaused(
    useMemo(() => JSON.stringify({ changes }), [changes]),
    pauseMs,
  );
  const query = useQuery({
    queryKey: ['rules', 'check', language, body],
    queryFn: ({ signal }) => call(routes.rules.check, { body: JSON.parse(body) as BodyOf<'rules.check'>, signal }),
    enabled: changes !== null && body !== '{"changes":null}',
    placeholderData: (old) => old,
    retry: false,
  });
  const isAsked = changes !== null;
  return {
    findings: isAsked ? (query.data?.findings ?? none) : none,
    isChecking: isAsked && query.isFetching,
    isChecked: isAsked && query.data !== undefined && !query.error,
  };
}

/** The book as it is: what was to be looked at before the change is no news beside its form. */
const asItIs: Changes = [];

/** What a change brings, and what is about the thing itself. The rest of the book has its place above the rules. */
export function useOwnFindings(changes: Changes | null, ownId: string) {
  const before = useCheck(changes === null ? null : asItIs);
  const after = useCheck(changes);
  const old = new Set(before.findings.map(({ code, text }) => `${code} ${text}`));
  const findings = after.findings.filter(
    ({ code, text, about }) => about.some(({ id }) => id === ownId) || !old.has(`${code} ${text}`),
  );
  return { ...after, findings: before.isChecked ? findings : none, isChecked: before.isChecked && after.isChecked };
}
