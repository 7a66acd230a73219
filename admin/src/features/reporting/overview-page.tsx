import { periodWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { useIsLive } from '../../app/live-context';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { type ListUrl, useListUrl } from '../../kit/list/list-url';
import { wordOptions } from '../../kit/list/word-options';
import { Page } from '../../kit/shell/page';
import { TwoColumns } from '../../kit/shell/two-columns';
import { ProblemState } from '../../kit/states/problem-state';
import { clockTime, dayOfInstant, instantOf, weekdayText } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { FunnelSection } from './funnel-section';
import styles from './overview.module.css';
import { OverviewFigures } from './overview-figures';
import { TopPromoters } from './top-promoters';
import { TrendSection } from './trend-section';
import { WaitingSection } from './waiting-section';
import { overviewWords } from './words';

export type Period = keyof typeof periodWords;

/** The merchant's day at a glance: four figures, one trend, the funnel, who moved, and what waits. */
export function OverviewPage() {
  const words = useWords(overviewWords);
  const url = useListUrl();
  const period = periodOf(url);
  const programme = url.get('programme') ?? undefined;
  const overview = useQuery({
    queryKey: ['reporting', 'overview', period, programme],
    queryFn: ({ signal }) => call(routes.reporting.overview, { query: { period, programme }, signal }),
    placeholderData: (old) => old,
  });
  if (overview.error && !overview.data) {
    return (
      <Page title={words.title} isBounded>
        <ProblemState error={overview.error} what={words.what} onRetry={() => void overview.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title={words.title}
      meta={overview.data ? <Until to={overview.data.to} isRunning={period !== 'yesterday'} /> : undefined}
      actions={<Controls url={url} period={period} programme={programme} />}
      isBounded
    >
      <OverviewFigures overview={overview.data} />
      <TwoColumns side={<WaitingSection />}>
        <TrendSection programme={programme} />
      </TwoColumns>
      <div className={styles.lower}>
        <FunnelSection programme={programme} />
        <TopPromoters programme={programme} />
      </div>
    </Page>
  );
}

function periodOf(url: ListUrl): Period {
  const asked = url.get('period');
  return asked && asked in periodWords ? (asked as Period) : 'today';
}

/** Until when the figures count, and whether they move by themselves. */
function Until({ to, isRunning }: { to: string; isRunning: boolean }) {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const isLive = useIsLive();
  const at = instantOf(to);
  // The last instant of a finished day is the next midnight: it is named by the day that it ends.
  const shown = isRunning ? at : at - 60_000;
  return (
    <>
      <span>
        {words.until(
          dayOfInstant(shown, timezone, language, now),
          weekdayText(shown, timezone, language),
          isRunning ? clockTime(shown, timezone) : '24:00',
        )}
      </span>
      {isLive && isRunning ? <span className={styles.live}>{words.live}</span> : null}
    </>
  );
}

function Controls({ url, period, programme }: { url: ListUrl; period: Period; programme: string | undefined }) {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const programmes = useQuery({ queryKey: ['plans', 'programmes'], queryFn: () => call(routes.plans.programmes) });
  const options = [
    { value: '', label: words.allProgrammes },
    ...(programmes.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <Select
        aria-label={words.programme}
        value={programme ?? ''}
        options={options}
        style={{ minWidth: 148 }}
        popupMatchSelectWidth={false}
        onChange={(value) => url.set({ programme: value || null })}
      />
      <Segmented<string>
        aria-label={words.period}
        value={period}
        options={wordOptions(periodWords, language).map(({ value, label }) => ({ value, label }))}
        onChange={(value) => url.set({ period: value === 'today' ? null : value })}
      />
    </>
  );
}
