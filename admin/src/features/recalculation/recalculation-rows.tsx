import { commissionKindWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Quiet, Strong } from '../../kit/text';
import styles from './recalculation.module.css';
import type { Recalculation } from './recalculation-preview';
import { recalculationWords } from './words';

type Row = Recalculation['rows'][number];

/** The server lists this many at most, the largest differences first. */
const rowsAtMost = 500;

/** Each commission old against new; what stays as it is says why instead of a difference. */
export function RecalculationRows({ outcome }: { outcome: Recalculation }) {
  const words = useWords(recalculationWords);
  const columns = useColumns();
  if (outcome.rows.length === 0) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by the keyboard */}
      <section className={styles.rows} aria-label={words.title} tabIndex={0} data-quiet-focus>
        <MiniTable
          label={words.title}
          columns={columns}
          rows={outcome.rows}
          rowKey={(row) => `${row.order} ${row.promoter} ${row.kind}`}
        />
      </section>
      {outcome.rows.length >= rowsAtMost ? <p className={styles.hint}>{words.firstRows(rowsAtMost)}</p> : null}
    </>
  );
}

function useColumns(): readonly MiniColumn<Row>[] {
  const words = useWords(recalculationWords);
  const language = useLanguage();
  return [
    { key: 'order', title: words.order, width: '22%', render: (row) => <span title={row.order}>{row.order}</span> },
    {
      key: 'who',
      title: words.who,
      render: (row) => (
        <>
          <Strong>{row.promoterName}</Strong> <Quiet>{commissionKindWords[row.kind][language]}</Quiet>
        </>
      ),
    },
    {
      key: 'before',
      title: words.before,
      align: 'right',
      width: '15%',
      render: (row) => <MoneyText amount={row.old} size="text" tone="text" />,
    },
    {
      key: 'after',
      title: words.after,
      align: 'right',
      width: '15%',
      render: (row) => <MoneyText amount={row.new} size="text" tone="text" struck={row.leftOut !== null} />,
    },
    {
      key: 'difference',
      title: words.difference,
      align: 'right',
      width: '30%',
      render: (row) => {
        if (row.leftOut !== null) return <Quiet>{row.leftOutText ?? row.leftOut}</Quiet>;
        if (signOfAmount(row.difference) === 0) return <Quiet>{words.same}</Quiet>;
        return <MoneyText amount={row.difference} size="text-strong" signed />;
      },
    },
  ];
}
