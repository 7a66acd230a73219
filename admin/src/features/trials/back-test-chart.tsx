import { useMemo } from 'react';
import { Chart } from '../../kit/charts/chart';
import { ChartFigure } from '../../kit/charts/chart-figure';
import { differenceHeight, differenceOption } from '../../kit/charts/difference-option';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { chartMoney } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { useMode } from '../../kit/theme/mode';
import { dayText } from '../../kit/time/time-format';
import { useZone } from '../../kit/time/zone-context';
import type { BackTestResult } from './use-back-tests';
import { trialsWords } from './words';

type Days = BackTestResult['byDay'];

/** Old and new commission day by day, the difference below; the table stands behind it. */
export function BackTestChart({ days: all }: { days: Days }) {
  // A shop that is younger than the time asked for has nothing to show before its first sale.
  const days = all.slice(
    Math.max(
      0,
      all.findIndex((day) => day.sales > 0),
    ),
  );
  const words = useWords(trialsWords);
  const language = useLanguage();
  const money = (amount: string, signed?: boolean) => (
    <MoneyText amount={amount} size="text" tone="text" signed={signed} />
  );
  const table = {
    heads: [words.day, words.sales, words.before, words.after, words.difference],
    rows: days
      .toReversed()
      .map((day) => [
        dayText(day.day, language),
        grouped(day.sales),
        money(day.old),
        money(day.new),
        money(day.difference, true),
      ]),
  };
  if (days.length < 2) return null;
  return (
    <ChartFigure title={words.chartTitle} table={table}>
      <DifferenceChart days={days} />
    </ChartFigure>
  );
}

function DifferenceChart({ days }: { days: Days }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const mode = useMode();
  const { currency } = useZone();
  const option = useMemo(() => {
    const values = (key: 'old' | 'new' | 'difference') => days.map((day) => Number(day[key]));
    return differenceOption(
      {
        days: days.map(({ day }) => dayText(day, language)),
        before: { name: words.before, values: values('old') },
        after: { name: words.after, values: values('new') },
        difference: { name: words.difference, values: values('difference') },
        language,
        format: (value, signed) => chartMoney(value, currency, { signed }),
      },
      mode,
    );
  }, [days, words, language, mode, currency]);
  const sum = (key: 'old' | 'new') =>
    chartMoney(
      days.reduce((total, day) => total + Number(day[key]), 0),
      currency,
    );
  return <Chart option={option} height={differenceHeight} label={words.chartLabel(sum('old'), sum('new'))} />;
}
