import { funnelWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { type BarItem, BarList } from '../../kit/charts/bar-list';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { type AnswerOf, call } from '../../lib/call';
import { overviewWords } from './words';

type Steps = AnswerOf<'reporting.funnel'>['steps'];

/** From a share to an order, on one scale. */
export function FunnelSection({ programme }: { programme: string | undefined }) {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['reporting', 'funnel', programme],
    queryFn: ({ signal }) => call(routes.reporting.funnel, { query: { period: 'last_7_days', programme }, signal }),
    placeholderData: (old) => old,
  });
  const steps = query.data?.steps ?? [];
  const countOf = (step: Steps[number]['step']) => steps.find((one) => one.step === step)?.count ?? 0;
  const hints: Partial<Record<Steps[number]['step'], string | null>> = {
    open: ratio(countOf('open'), countOf('share'), 1, words.funnelHints.open),
    lead: ratio(countOf('lead'), countOf('open'), 100, words.funnelHints.lead),
    order: ratio(countOf('order'), countOf('open'), 100, words.funnelHints.order),
  };
  const items: BarItem[] = steps.map(({ step, count }) => ({
    key: step,
    label: funnelWords[step][language],
    hint: hints[step],
    value: count,
  }));
  const isEmpty = query.data !== undefined && steps.every((step) => step.count === 0);
  return (
    <Section title={words.funnel} hint={words.last7}>
      {query.isPending ? <LinesSkeleton lines={4} height={46} /> : null}
      {query.error && !query.data ? (
        <ProblemState error={query.error} what={words.funnel} onRetry={() => void query.refetch()} small />
      ) : null}
      {isEmpty ? <Quiet>{words.funnelEmpty}</Quiet> : <BarList items={items} />}
    </Section>
  );
}

function ratio(part: number, whole: number, scale: number, say: (text: string) => string): string | null {
  return whole === 0 ? null : say(((part / whole) * scale).toFixed(1));
}
