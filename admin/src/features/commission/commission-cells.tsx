import { commissionStatusWords, layerWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { StatusTag, StatusText } from '../../kit/panel/status-tag';
import { Marked, Quiet, Strong } from '../../kit/text';
import styles from './commission-cells.module.css';
import { type CommissionRow, statusTones } from './types';
import { commissionWords } from './words';

export function PromoterCell({ row }: { row: CommissionRow }) {
  return (
    <>
      <Strong>{row.promoterName}</Strong>{' '}
      <Quiet>
        {row.programmeName && row.groupName ? (
          <span className={styles.programme}>{row.programmeName} · </span>
        ) : (
          row.programmeName
        )}
        {row.groupName}
      </Quiet>
    </>
  );
}

export function GoodsCell({ row }: { row: CommissionRow }) {
  const words = useWords(commissionWords);
  return (
    <>
      {row.title} {row.pieces > 1 ? <Quiet>{words.pieces(row.pieces)}</Quiet> : null}
    </>
  );
}

/** The rates of its lines, and the layer that won the first of them. */
export function RateCell({ row }: { row: CommissionRow }) {
  const language = useLanguage();
  const layer = row.lines.find((line) => line.layer !== null)?.layer;
  return (
    <>
      <Strong>{row.rate}</Strong> {layer ? <Quiet>{layerWords[layer][language]}</Quiet> : null}
    </>
  );
}

/** Why it waits for a person: the gravest reason, and how many there are beside it. */
export function ReviewCell({ row }: { row: CommissionRow }) {
  const words = useWords(commissionWords);
  const gravity = { hold: 0, review: 1, info: 2 } as const;
  const reasons = row.review.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]);
  const first = reasons[0];
  if (!first) return <Quiet>{row.next}</Quiet>;
  const more = reasons.length > 1 ? <Quiet> {words.moreReasons(reasons.length - 1)}</Quiet> : null;
  if (first.severity === 'info') {
    return (
      <>
        {first.code === 'default_manual' ? <Quiet>{first.text}</Quiet> : first.text}
        {more}
      </>
    );
  }
  return (
    <>
      <Marked tone={first.severity === 'hold' ? 'risk' : 'warn'}>{first.text}</Marked>
      {more}
    </>
  );
}

export function StatusCell({ row }: { row: Pick<CommissionRow, 'status' | 'next'> }) {
  const language = useLanguage();
  return (
    <StatusText tone={statusTones[row.status]} next={row.next}>
      {commissionStatusWords[row.status][language]}
    </StatusText>
  );
}

export function CommissionTag({ status }: { status: CommissionRow['status'] }) {
  const language = useLanguage();
  return <StatusTag tone={statusTones[status]}>{commissionStatusWords[status][language]}</StatusTag>;
}
