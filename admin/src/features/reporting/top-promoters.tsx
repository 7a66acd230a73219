import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { ChangeText } from '../../kit/charts/change-text';
import { grouped, useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { Avatar } from '../../kit/shell/avatar';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { type AnswerOf, call } from '../../lib/call';
import styles from './overview.module.css';
import { overviewWords } from './words';

type Row = AnswerOf<'reporting.topPromoters'>['data'][number];
type By = 'sales' | 'change';

/** Who sold most in seven days, or whose sales moved most. */
export function TopPromoters({ programme }: { programme: string | undefined }) {
  const words = useWords(overviewWords);
  const navigate = useNavigate();
  const [by, setBy] = useState<By>('sales');
  const query = useQuery({
    queryKey: ['reporting', 'top', by, programme],
    queryFn: ({ signal }) =>
      call(routes.reporting.topPromoters, { query: { period: 'last_7_days', by, programme, limit: 6 }, signal }),
    placeholderData: (old) => old,
  });
  const columns = useColumns();
  const options = [
    { value: 'sales', label: words.bySales },
    { value: 'change', label: words.byChange },
  ] as const;
  return (
    <Section
      title={words.promoters}
      hint={words.last7}
      extra={<Segmented<By> size="small" options={[...options]} value={by} onChange={setBy} />}
    >
      {query.isPending ? <LinesSkeleton lines={6} /> : null}
      {query.error && !query.data ? (
        <ProblemState error={query.error} what={words.promoters} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data?.data.length === 0 ? <Quiet>{words.promotersEmpty}</Quiet> : null}
      {query.data && query.data.data.length > 0 ? (
        <MiniTable
          label={words.promoters}
          columns={columns}
          rows={query.data.data}
          rowKey={(row) => row.promoter.code}
          onOpen={(row) => navigate(`/promoters/${encodeURIComponent(row.promoter.code)}`)}
        />
      ) : null}
    </Section>
  );
}

function useColumns(): readonly MiniColumn<Row>[] {
  const words = useWords(overviewWords);
  return useMemo(
    () => [
      {
        key: 'promoter',
        title: words.promoter,
        render: ({ promoter, programmeName }) => (
          <span className={styles.promoter}>
            <Avatar name={promoter.name} src={promoter.avatar} />
            <Strong>{promoter.name}</Strong> <Quiet>{programmeName}</Quiet>
          </span>
        ),
      },
      {
        key: 'orders',
        title: words.ordersColumn,
        align: 'right',
        width: '12%',
        render: (row) => words.orderCount(grouped(row.orders)),
      },
      {
        key: 'commission',
        title: words.commissionColumn,
        align: 'right',
        width: '16%',
        isSecond: true,
        render: (row) => <MoneyText amount={row.commission} size="text" tone="text" />,
      },
      {
        key: 'change',
        title: words.changeColumn,
        align: 'right',
        width: '15%',
        render: (row) => <ChangeText change={row.change === null ? null : Number(row.change)} />,
      },
      {
        key: 'sales',
        title: words.salesColumn,
        align: 'right',
        width: '19%',
        render: (row) => <MoneyText amount={row.sales} size="text-strong" />,
      },
    ],
    [words],
  );
}
