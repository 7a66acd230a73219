import { commissionKindWords } from '@fenrun/contracts/labels';
import type { Language } from '../../kit/i18n/language';
import type { Column } from '../../kit/list/columns';
import { countText } from '../../kit/list/list-page';
import { moneyColumnWidth } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Quiet } from '../../kit/text';
import { durationText, instantOf } from '../../kit/time/time-format';
import { TimeText, WaitingText } from '../../kit/time/time-text';
import { GoodsCell, PromoterCell, RateCell, ReviewCell, StatusCell } from './commission-cells';
import type { CommissionRow, CommissionTotals } from './types';
import type { commissionWords } from './words';

export interface ColumnFacts {
  readonly words: (typeof commissionWords)['zh'];
  readonly language: Language;
  readonly totals: CommissionTotals | undefined;
  readonly nowMs: number;
  readonly currency: string;
}

/** The queue: what it costs, who, what, why it is here, how long it waits. */
export function queueColumns(facts: ColumnFacts): readonly Column<CommissionRow>[] {
  const { words, language, totals, nowMs } = facts;
  const oldest = totals?.oldestWaitingSince;
  return [
    netColumn(facts),
    {
      ...promoterColumn(facts),
      total: totals
        ? words.totalsPeople(countText(totals.count, language), countText(totals.promoters, language))
        : undefined,
    },
    goodsColumn(facts, 2),
    baseColumn(facts),
    rateColumn(facts, 3),
    {
      key: 'why',
      title: words.why,
      width: 182,
      grow: 2.4,
      bar: 110,
      render: (row) => <ReviewCell row={row} />,
      total: totals && totals.flagged > 0 ? words.flagged(totals.flagged) : undefined,
    },
    {
      key: 'waiting',
      title: words.waiting,
      width: 132,
      align: 'right',
      sort: 'waiting',
      bar: 70,
      render: (row) => (row.waitingSince ? <WaitingText since={row.waitingSince} /> : <TimeText at={row.paidAt} />),
      total: oldest ? words.longest(durationText(nowMs - instantOf(oldest), language)) : undefined,
    },
  ];
}

/** All commissions: what, who, from what, where it stands, when. */
export function ledgerColumns(facts: ColumnFacts): readonly Column<CommissionRow>[] {
  const { words, language, totals } = facts;
  return [
    netColumn(facts),
    { ...promoterColumn(facts), total: totals ? words.totalsCount(countText(totals.count, language)) : undefined },
    { ...goodsColumn(facts, 3), grow: 1.2 },
    baseColumn(facts),
    rateColumn(facts, 2),
    { key: 'status', title: words.status, width: 190, grow: 5.4, bar: 100, render: (row) => <StatusCell row={row} /> },
    {
      key: 'kind',
      title: words.kind,
      width: 100,
      leaves: 1,
      isOptional: true,
      render: (row) => commissionKindWords[row.kind][language],
    },
    {
      key: 'order',
      title: words.orderNumber,
      width: 170,
      leaves: 1,
      isOptional: true,
      render: (row) => <Quiet>{row.order}</Quiet>,
    },
    {
      key: 'campaign',
      title: words.campaign,
      width: 120,
      leaves: 1,
      isOptional: true,
      render: (row) => <Quiet>{row.campaign ?? ''}</Quiet>,
    },
    {
      key: 'amount',
      title: words.amountAtSale,
      width: 110,
      align: 'right',
      leaves: 1,
      isOptional: true,
      render: (row) => <MoneyText amount={row.amount} currency={row.currency} size="text" tone="text" />,
      total: totals ? <MoneyText amount={totals.amount} size="text" tone="text" /> : undefined,
    },
    {
      key: 'paidAt',
      title: words.paidAt,
      width: 116,
      align: 'right',
      bar: 80,
      render: (row) => <TimeText at={row.paidAt} />,
    },
  ];
}

const isOver = (row: CommissionRow) => row.status === 'rejected' || row.status === 'reversed';

function netColumn({ words, totals, currency }: ColumnFacts): Column<CommissionRow> {
  return {
    key: 'net',
    title: words.net,
    width: moneyColumnWidth(totals?.net, currency, 112),
    align: 'right',
    bar: 58,
    render: (row) => <MoneyText amount={row.net} currency={row.currency} tone={isOver(row) ? 'quiet' : 'ink'} />,
    total: totals ? <MoneyText amount={totals.net} /> : undefined,
  };
}

function promoterColumn({ words }: ColumnFacts): Column<CommissionRow> {
  return {
    key: 'promoter',
    title: words.promoter,
    width: 140,
    grow: 1.5,
    bar: 96,
    render: (row) => <PromoterCell row={row} />,
  };
}

function goodsColumn({ words }: ColumnFacts, leaves: number): Column<CommissionRow> {
  return {
    key: 'goods',
    title: words.goods,
    width: 168,
    grow: 2.4,
    leaves,
    bar: 110,
    render: (row) => <GoodsCell row={row} />,
  };
}

function baseColumn({ words, totals, currency }: ColumnFacts): Column<CommissionRow> {
  return {
    key: 'base',
    title: words.base,
    width: moneyColumnWidth(totals?.base, currency, 116),
    align: 'right',
    leaves: 1,
    bar: 64,
    render: (row) => <MoneyText amount={row.base} currency={row.currency} size="text" tone="text" />,
    total: totals ? <MoneyText amount={totals.base} size="text" tone="text" /> : undefined,
  };
}

function rateColumn({ words, totals }: ColumnFacts, leaves: number): Column<CommissionRow> {
  const average =
    totals && Number(totals.base) > 0 ? ((Number(totals.amount) / Number(totals.base)) * 100).toFixed(1) : null;
  return {
    key: 'rate',
    title: words.rate,
    width: 116,
    grow: 0.2,
    leaves,
    bar: 72,
    render: (row) => <RateCell row={row} />,
    total: average === null ? undefined : words.averageRate(average),
  };
}
