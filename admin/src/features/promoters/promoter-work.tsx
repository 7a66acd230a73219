import { useMemo } from 'react';
import { barsHeight, barsOption } from '../../kit/charts/bars-option';
import { ChangeText } from '../../kit/charts/change-text';
import { Chart } from '../../kit/charts/chart';
import { ChartFigure } from '../../kit/charts/chart-figure';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { chartMoney, moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { ProblemState } from '../../kit/states/problem-state';
import { Bar } from '../../kit/states/skeleton';
import { useMode } from '../../kit/theme/mode';
import { dayText } from '../../kit/time/time-format';
import styles from './promoters.module.css';
import { useWork, type Work } from './use-work';
import { promotersWords } from './words';

/** Twelve weeks of sales beside the median of peers in the same programme, and six figures against theirs. */
export function PromoterWork({ code }: { code: string }) {
  const words = useWords(promotersWords);
  const query = useWork(code);
  const work = query.data;
  if (query.error && !work)
    return <ProblemState error={query.error} what={words.weeks} onRetry={() => void query.refetch()} small />;
  if (!work) return <Bar width="100%" height={barsHeight} style={{ marginTop: 56 }} />;
  return (
    <>
      <WeeksFigure work={work} />
      <WorkFacts work={work} />
    </>
  );
}

function WeeksFigure({ work }: { work: Work }) {
  const words = useWords(promotersWords);
  const table = useTable(work);
  return (
    <ChartFigure title={words.weeks} summary={<Summary work={work} />} table={table}>
      <WeeksChart work={work} />
    </ChartFigure>
  );
}

function Summary({ work }: { work: Work }) {
  const words = useWords(promotersWords);
  return (
    <>
      {words.weeksSales} <MoneyText amount={work.sales} currency={work.currency} size="text-strong" />
      {work.change === null ? null : (
        <>
          {words.weeksChange} <ChangeText change={Number(work.change)} />
        </>
      )}
    </>
  );
}

function useTable(work: Work) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  return {
    heads: [words.week, words.salesColumn, words.ordered],
    rows: work.weeks
      .toReversed()
      .map((week) => [
        words.weekOf(dayText(week.from, language)),
        <MoneyText key="sales" amount={week.sales} currency={work.currency} size="text" tone="text" />,
        grouped(week.orders),
      ]),
  };
}

function WeeksChart({ work }: { work: Work }) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const mode = useMode();
  const option = useMemo(() => {
    const money = (value: number) => chartMoney(value, work.currency);
    const median = work.peerMedian === null ? null : Number(work.peerMedian);
    return barsOption(
      {
        labels: work.weeks.map((week) => (week.unfinished ? words.thisWeek : dayText(week.from, language))),
        tooltips: work.weeks.map((week) => words.weekOf(dayText(week.from, language))),
        name: words.salesColumn,
        values: work.weeks.map((week) => Number(week.sales)),
        isLastUnfinished: work.weeks.at(-1)?.unfinished ?? false,
        reference:
          median === null ? null : { value: median, label: words.peerMedian(money(median).replace(/\.\d+$/, '')) },
        language,
        format: money,
      },
      mode,
    );
  }, [work, words, language, mode]);
  return <Chart option={option} height={barsHeight} label={words.weeksLabel(moneyString(work.sales, work.currency))} />;
}

type Peer = Work['shares'];

function WorkFacts({ work }: { work: Work }) {
  const words = useWords(promotersWords);
  const count = (say: (text: string) => string) => (value: string) => say(grouped(Math.round(Number(value))));
  const percent = (value: string) => `${value}%`;
  const money = (value: string) => moneyString(value, work.currency);
  const facts: readonly (readonly [string, Peer, (value: string) => string])[] = [
    [words.shares, work.shares, count(words.times)],
    [words.opens, work.opens, count(words.times)],
    [words.ordered, work.orders, count(words.ordersUnit)],
    [words.conversion, work.conversion, percent],
    [words.averageOrder, work.averageOrder, money],
    [words.refundRate, work.refundRate, percent],
  ];
  return (
    <dl className={styles.facts}>
      {facts.map(([name, fact, show]) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd className={styles.factValue}>{show(fact.value)}</dd>
          <dd className={styles.factNote}>{fact.peers === null ? words.noPeers : words.peers(show(fact.peers))}</dd>
        </div>
      ))}
    </dl>
  );
}
