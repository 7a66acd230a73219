import { routes } from '@fenrun/contracts/routes';
import { addDays } from '@fenrun/kernel';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Chart } from '../../kit/charts/chart';
import { ChartFigure } from '../../kit/charts/chart-figure';
import { trendHeight, trendOption } from '../../kit/charts/trend-option';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { chartMoney, compactNumber, moneyCompact, moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { Bar } from '../../kit/states/skeleton';
import { useMode } from '../../kit/theme/mode';
import { businessNow } from '../../kit/time/clock';
import { clockTime, dayIn, dayText, instantOf } from '../../kit/time/time-format';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, call } from '../../lib/call';
import { overviewWords } from './words';

type Trend = AnswerOf<'reporting.trend'>;
type Words = (typeof overviewWords)['zh'];

export function TrendSection({ programme }: { programme: string | undefined }) {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['reporting', 'trend', programme],
    queryFn: ({ signal }) => call(routes.reporting.trend, { query: { days: 30, programme }, signal }),
    placeholderData: (old) => old,
  });
  if (query.error && !query.data)
    return <ProblemState error={query.error} what={words.trendTitle} onRetry={() => void query.refetch()} small />;
  const trend = query.data;
  if (!trend) return <Bar width="100%" height={trendHeight} style={{ marginTop: 40 }} />;
  if (trend.days.every((day) => Number(day.sales) === 0 && Number(day.salesBefore) === 0)) {
    return (
      <EmptyState title={words.trendEmpty} actions={<LinkButton to="/promoters">{words.toPromoters}</LinkButton>}>
        {words.trendEmptyDetail}
      </EmptyState>
    );
  }
  return (
    <ChartFigure
      title={words.trendTitle}
      summary={<Summary trend={trend} words={words} language={language} />}
      table={tableOf(trend, words, language)}
    >
      <TrendChart trend={trend} words={words} />
    </ChartFigure>
  );
}

function Summary({ trend, words, language }: { trend: Trend; words: Words; language: Language }) {
  return (
    <>
      {words.trendSummarySales} <b>{moneyCompact(trend.sales, trend.currency, language)}</b>
      {words.comma}
      {words.trendSummaryCommission} <b>{moneyCompact(trend.commission, trend.currency, language)}</b>
      {trend.share === null ? null : `${words.comma}${words.trendShare(trend.share)}`}
    </>
  );
}

function TrendChart({ trend, words }: { trend: Trend; words: Words }) {
  const language = useLanguage();
  const mode = useMode();
  const { timezone } = useZone();
  const option = useMemo(() => {
    const { days, currency } = trend;
    const isUnfinished = days.at(-1)?.unfinished ?? false;
    const finished = days.filter((day) => !day.unfinished).map((day) => Number(day.sales));
    const spans = trend.campaigns.map((campaign) => ({ name: campaign.name, ...spanOf(campaign, days, timezone) }));
    return trendOption(
      {
        days: days.map(({ day, unfinished }) => (unfinished ? words.today : dayText(day, language))),
        tooltipDays: days.map(({ day }) => dayText(day, language)),
        line: {
          name: words.lineName,
          values: days.map((day) => Number(day.sales)),
          peak: words.peak(compactNumber(Math.max(0, ...finished), language)),
        },
        compare: { name: words.before, values: days.map((day) => Number(day.salesBefore)) },
        bars: { name: words.barName, values: days.map((day) => Number(day.commission)) },
        unfinished: isUnfinished ? words.todayUntil(clockTime(businessNow(), timezone)) : null,
        spans: spans.filter((span) => span.last > span.first),
        language,
        format: (value) => chartMoney(value, currency),
      },
      mode,
    );
  }, [trend, words, language, mode, timezone]);
  const label = words.trendLabel(
    moneyString(trend.sales, trend.currency),
    moneyString(trend.commission, trend.currency),
  );
  return <Chart option={option} height={trendHeight} label={label} />;
}

/** The part of a campaign that the chart shows, as indexes of its first and last day. */
function spanOf(campaign: Trend['campaigns'][number], days: Trend['days'], timezone: string) {
  const first = dayIn(instantOf(campaign.from), timezone);
  const last = campaign.to === null ? '9999' : addDays(dayIn(instantOf(campaign.to) - 1, timezone), 0);
  const within = days.map(({ day }, index) => ({ day, index })).filter(({ day }) => day >= first && day <= last);
  return { first: within[0]?.index ?? 0, last: within.at(-1)?.index ?? 0 };
}

function tableOf(trend: Trend, words: Words, language: Language) {
  const money = (amount: string) => <MoneyText amount={amount} currency={trend.currency} size="text" tone="text" />;
  return {
    heads: [words.day, words.lineName, words.salesBefore, words.barName, words.ordersColumn],
    rows: trend.days
      .toReversed()
      .map((day) => [
        dayText(day.day, language),
        money(day.sales),
        money(day.salesBefore),
        money(day.commission),
        String(day.orders),
      ]),
  };
}
