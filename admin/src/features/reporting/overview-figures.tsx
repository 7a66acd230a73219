import { ChangeText } from '../../kit/charts/change-text';
import { grouped, useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { CountFigure, type Figure, FigureRow } from '../../kit/shell/figure-row';
import { Bar } from '../../kit/states/skeleton';
import type { AnswerOf } from '../../lib/call';
import styles from './overview.module.css';
import { overviewWords } from './words';

type Overview = AnswerOf<'reporting.overview'>;

/** Four figures, each against the comparable span before, which is named. */
export function OverviewFigures({ overview }: { overview: Overview | undefined }) {
  const words = useWords(overviewWords);
  if (!overview)
    return <FigureRow figures={loadingFigures([words.sales, words.orders, words.conversion, words.commission])} />;
  const { sales, orders, conversion, commission, comparedWith, currency } = overview;
  const money = (amount: string | null) =>
    amount === null ? null : <MoneyText amount={amount} currency={currency} size="text" tone="text" />;
  const note = (change: string | null, before: React.ReactNode, unit: 'percent' | 'points' = 'percent') => (
    <Compared change={change} unit={unit} name={comparedWith.text} before={before} />
  );
  const figures: Figure[] = [
    {
      key: 'sales',
      label: words.sales,
      value: <MoneyText amount={sales.value} currency={currency} size="figure" />,
      note: note(sales.change, money(sales.before)),
    },
    {
      key: 'orders',
      label: words.orders,
      value: <CountFigure value={grouped(orders.value)} unit={words.ordersUnit} />,
      note: note(orders.change, orders.before === null ? null : words.orderCount(grouped(orders.before))),
    },
    {
      key: 'conversion',
      label: words.conversion,
      value:
        conversion.value === null ? (
          <span className={styles.noFigure}>{words.noOpens}</span>
        ) : (
          <CountFigure value={conversion.value} unit="%" />
        ),
      note: note(conversion.change, conversion.before === null ? null : `${conversion.before}%`, 'points'),
    },
    {
      key: 'commission',
      label: words.commission,
      value: <MoneyText amount={commission.value} currency={currency} size="figure" />,
      note: note(commission.change, money(commission.before)),
    },
  ];
  return <FigureRow figures={figures} />;
}

interface ComparedProps {
  change: string | null;
  unit: 'percent' | 'points';
  name: string;
  before: React.ReactNode;
}

function Compared({ change, unit, name, before }: ComparedProps) {
  const words = useWords(overviewWords);
  if (before === null) return <span>{words.noBefore}</span>;
  return (
    <>
      {change === null ? null : <ChangeText change={Number(change)} unit={unit} />}
      <span>
        {name} {before}
      </span>
    </>
  );
}

const loadingFigures = (labels: readonly string[]): readonly Figure[] =>
  labels.map((label) => ({ key: label, label, value: <Bar width={150} height={26} />, note: <Bar width={180} /> }));
