import { commissionStatusWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText, type Tone } from '../../kit/panel/status-tag';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import { promotersWords } from './words';

type Row = AnswerOf<'commission.list'>['data'][number];

const tones = {
  pending: 'plain',
  in_review: 'warn',
  approved: 'ok',
  paid: 'done',
  rejected: 'risk',
  reversed: 'plain',
} satisfies Record<Row['status'], Tone>;
const rowsShown = 6;

/** The promoter's latest commissions; the whole list is the commissions page filtered to this person. */
export function PromoterCommissions({ code }: { code: string }) {
  const words = useWords(promotersWords);
  const navigate = useNavigate();
  const of = `promoter=${encodeURIComponent(code)}`;
  const query = useQuery({
    queryKey: ['commission', 'latest', code],
    queryFn: ({ signal }) =>
      call(routes.commission.list, { query: { promoter: code, limit: rowsShown, sort: 'newest' }, signal }),
  });
  const columns = useColumns();
  const rows = query.data?.data ?? [];
  return (
    <Section
      title={words.commissions}
      hint={rows.length > 0 ? words.latest(rows.length) : undefined}
      extra={rows.length > 0 ? <Link to={`/commissions?${of}`}>{words.seeAll}</Link> : undefined}
    >
      {query.isPending ? <LinesSkeleton lines={rowsShown} /> : null}
      {query.error && !query.data ? (
        <ProblemState error={query.error} what={words.commissions} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && rows.length === 0 ? <Quiet>{words.noCommissions}</Quiet> : null}
      {rows.length > 0 ? (
        <MiniTable
          label={words.commissions}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => navigate(`/commissions?${of}&open=${encodeURIComponent(row.id)}`)}
        />
      ) : null}
    </Section>
  );
}

function useColumns(): readonly MiniColumn<Row>[] {
  const words = useWords(promotersWords);
  const language = useLanguage();
  return useMemo(
    () => [
      { key: 'paidAt', title: words.paidAt, width: 108, render: (row) => <TimeText at={row.paidAt} /> },
      { key: 'goods', title: words.goods, render: (row) => `${row.title}${row.pieces > 1 ? ` × ${row.pieces}` : ''}` },
      { key: 'rate', title: words.rate, width: '9%', isSecond: true, render: (row) => row.rate },
      {
        key: 'state',
        title: words.state,
        width: '38%',
        render: (row) => (
          <StatusText tone={tones[row.status]} next={row.next}>
            {commissionStatusWords[row.status][language]}
          </StatusText>
        ),
      },
      {
        key: 'commission',
        title: words.commission,
        align: 'right',
        width: 104,
        render: (row) => (
          <MoneyText
            amount={row.net}
            currency={row.currency}
            size="text-strong"
            tone={row.status === 'reversed' || row.status === 'rejected' ? 'quiet' : 'ink'}
          />
        ),
      },
    ],
    [words, language],
  );
}
