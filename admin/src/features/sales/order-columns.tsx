import { attributionWords, orderTypeWords, sourceWords, unresolvedWords } from '@fenrun/contracts/labels';
import type { Language } from '../../kit/i18n/language';
import type { Column } from '../../kit/list/columns';
import { countText } from '../../kit/list/list-page';
import { moneyColumnWidth } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Marked, Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import type { AnswerOf } from '../../lib/call';
import { OrderStatus } from './order-status';
import type { OrderRow } from './types';
import type { salesWords } from './words';

type Words = (typeof salesWords)['zh'];

export function orderColumns(
  words: Words,
  language: Language,
  totals: AnswerOf<'sales.totals'> | undefined,
  currency: string,
): readonly Column<OrderRow>[] {
  return [
    {
      key: 'total',
      title: words.total,
      width: moneyColumnWidth(totals?.total, currency, 116),
      align: 'right',
      bar: 64,
      render: (row) => (
        <MoneyText amount={row.total} currency={row.currency} tone={row.refunded === 'wholly' ? 'quiet' : 'ink'} />
      ),
      total: totals ? <MoneyText amount={totals.total} /> : undefined,
    },
    {
      key: 'goods',
      title: words.goods,
      width: 140,
      grow: 3,
      bar: 120,
      render: (row) => (
        <>
          {row.title} {row.pieces > 1 ? <Quiet>{words.pieces(row.pieces)}</Quiet> : null}
        </>
      ),
      total: totals ? words.totalsCount(countText(totals.count, language)) : undefined,
    },
    {
      key: 'promoter',
      title: words.promoter,
      width: 134,
      grow: 3,
      bar: 90,
      render: (row) =>
        row.promoter ? (
          <>
            <Strong>{row.promoterName ?? row.promoter}</Strong> <Quiet>{attributionWords[row.by][language]}</Quiet>
          </>
        ) : (
          <Quiet>{words.noPromoter}</Quiet>
        ),
    },
    {
      key: 'customer',
      title: words.customer,
      width: 104,
      grow: 0.6,
      leaves: 2,
      bar: 70,
      render: (row) =>
        row.customer?.name ?? row.customer?.phone ?? row.customer?.outsideId ?? <Quiet>{words.noCustomer}</Quiet>,
    },
    {
      key: 'commission',
      title: words.commission,
      width: moneyColumnWidth(totals?.commission, currency, 104),
      align: 'right',
      leaves: 3,
      bar: 54,
      render: (row) => <MoneyText amount={row.commission} currency={row.currency} size="text" tone="text" />,
      total: totals ? <MoneyText amount={totals.commission} size="text" tone="text" /> : undefined,
    },
    {
      key: 'state',
      title: words.state,
      // The sum of refunds stands beneath it with its word.
      width: totals ? moneyColumnWidth(totals.refunded, currency, 84) + (language === 'zh' ? 28 : 58) : 112,
      grow: 1.2,
      bar: 60,
      render: (row) => (row.unresolved[0] ? <Unresolved row={row} language={language} /> : <OrderStatus order={row} />),
      total: totals ? (
        <>
          {words.totalsRefunded} <MoneyText amount={totals.refunded} size="text" tone="text" />
        </>
      ) : undefined,
    },
    {
      key: 'source',
      title: words.source,
      width: 90,
      leaves: 1,
      isOptional: true,
      render: (row) => sourceWords[row.source][language],
    },
    {
      key: 'type',
      title: words.type,
      width: 90,
      leaves: 1,
      isOptional: true,
      render: (row) => orderTypeWords[row.type][language],
    },
    { key: 'id', title: words.order, width: 170, leaves: 1, bar: 110, render: (row) => <Quiet>{row.id}</Quiet> },
    {
      key: 'paidAt',
      title: words.paidAt,
      width: 108,
      leaves: 9,
      align: 'right',
      bar: 80,
      render: (row) => <TimeText at={row.paidAt} as="relative" />,
    },
  ];
}

function Unresolved({ row, language }: { row: OrderRow; language: Language }) {
  const first = row.unresolved[0];
  if (!first) return null;
  return <Marked tone="warn">{unresolvedWords[first.what][language]}</Marked>;
}
