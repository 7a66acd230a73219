import { payoutChannelWords, payoutStatusWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { Button } from 'antd';
import { useMemo } from 'react';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { dayQuery } from '../../kit/list/day-query';
import { clearedFilters, type Filter, isFilterSet } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { type ListUrl, useListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { wordOptions } from '../../kit/list/word-options';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText } from '../../kit/panel/status-tag';
import { EmptyState } from '../../kit/states/empty-state';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import { useWaiting } from '../../lib/use-waiting';
import { PayoutPanel } from './payout-panel';
import { type PayoutRow, payoutTones } from './types';
import { payoutWords } from './words';

/** What promoters asked to be paid, and what became of it. */
export function PayoutsPage() {
  const words = useWords(payoutWords);
  const language = useLanguage();
  const url = useListUrl();
  const filter = payoutFilterOf(url);
  const list = useKeysetList(['payout', 'list', filter], (cursor, signal) =>
    call(routes.payout.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const waiting = useWaiting().data;
  const columns = useMemo(() => payoutColumns(words, language), [words, language]);
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        kind: 'choice',
        key: 'status',
        label: words.status,
        options: wordOptions(payoutStatusWords, language),
        multiple: true,
        first: true,
      },
      { kind: 'find', key: 'promoter', label: words.promoter, find: findPromoters, first: true },
      { kind: 'days', key: 'requested', label: words.requested, fromKey: 'from', toKey: 'to' },
      {
        kind: 'choice',
        key: 'channel',
        label: words.channel,
        options: wordOptions(payoutChannelWords, language),
        multiple: true,
      },
    ],
    [words, language],
  );
  const isFiltered = filters.some((one) => isFilterSet(one, url));
  const clear = (
    <Button type="primary" onClick={() => url.set(clearedFilters(filters))}>
      {words.clearFilters}
    </Button>
  );
  return (
    <ListPage
      listId="payouts"
      title={words.title}
      what={words.what}
      meta={waiting && waiting.payouts.count > 0 ? words.openCount(waiting.payouts.count) : undefined}
      url={url}
      filters={filters}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={isFiltered ? words.filteredTitle : words.emptyTitle}
          actions={isFiltered ? clear : undefined}
        >
          {isFiltered ? words.filteredDetail : words.emptyDetail}
        </EmptyState>
      }
      panel={(place) => <PayoutPanel key={place.id} {...place} />}
    />
  );
}

function payoutFilterOf(url: ListUrl) {
  const lists = Object.fromEntries(
    (['status', 'channel'] as const)
      .map((key) => [key, url.getAll(key)] as const)
      .filter(([, values]) => values.length > 0),
  );
  return { ...dayQuery(url), ...lists, promoter: url.get('promoter') };
}

function payoutColumns(words: (typeof payoutWords)['zh'], language: Language): readonly Column<PayoutRow>[] {
  return [
    {
      key: 'amount',
      title: words.amount,
      width: 128,
      align: 'right',
      bar: 64,
      render: (row) => <MoneyText amount={row.amount} currency={row.currency} />,
    },
    {
      key: 'promoter',
      title: words.promoter,
      width: 150,
      grow: 2,
      bar: 80,
      render: (row) => <Strong>{row.promoterName}</Strong>,
    },
    {
      key: 'channel',
      title: words.channel,
      width: 110,
      grow: 1,
      leaves: 3,
      bar: 60,
      render: (row) => payoutChannelWords[row.channel][language],
    },
    {
      key: 'transfer',
      title: words.transfer,
      width: 120,
      align: 'right',
      leaves: 2,
      bar: 60,
      render: (row) => <MoneyText amount={row.transfer} currency={row.currency} size="text" tone="text" />,
    },
    {
      key: 'status',
      title: words.status,
      width: 190,
      grow: 2,
      bar: 80,
      render: (row) => (
        <StatusText tone={payoutTones[row.status]} next={row.reason}>
          {payoutStatusWords[row.status][language]}
        </StatusText>
      ),
    },
    {
      key: 'number',
      title: words.number,
      width: 180,
      leaves: 1,
      bar: 120,
      render: (row) => <Quiet>{row.number}</Quiet>,
    },
    {
      key: 'requestedAt',
      title: words.requested,
      width: 116,
      align: 'right',
      bar: 70,
      render: (row) => <TimeText at={row.requestedAt} as="relative" />,
    },
  ];
}
