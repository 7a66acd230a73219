import { routes } from '@fenrun/contracts/routes';
import { Button, Select } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { clearedFilters, type Filter, isFilterSet } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { MoneyText } from '../../kit/money/money-text';
import { EmptyState } from '../../kit/states/empty-state';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import { CustomerPanel } from './customer-panel';
import { customersWords } from './words';

type Row = AnswerOf<'customers.list'>['data'][number];
type Sort = 'recent' | 'sales' | 'orders';

export function CustomersPage() {
  const words = useWords(customersWords);
  const url = useListUrl();
  const asked = url.get('sort');
  const sort: Sort = asked === 'sales' || asked === 'orders' ? asked : 'recent';
  const filter = { q: url.get('q'), kind: url.get('kind'), promoter: url.get('promoter'), sort };
  const list = useKeysetList(['customers', 'list', filter], (cursor, signal) =>
    call(routes.customers.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const columns = useMemo(() => customerColumns(words), [words]);
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        kind: 'choice',
        key: 'kind',
        label: words.kind,
        options: [
          { value: 'new', label: words.kinds.new },
          { value: 'returning', label: words.kinds.returning },
        ],
        first: true,
      },
      { kind: 'find', key: 'promoter', label: words.promoter, find: findPromoters, first: true },
    ],
    [words],
  );
  const isFiltered = filters.some((one) => isFilterSet(one, url)) || url.params.has('q');
  const clear = (
    <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
      {words.clearFilters}
    </Button>
  );
  const sorts = (['recent', 'sales', 'orders'] as const).map((value) => ({ value, label: words.sorts[value] }));
  return (
    <ListPage
      listId="customers"
      title={words.title}
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      actions={
        <Select<Sort>
          aria-label={words.sort}
          value={sort}
          options={sorts}
          popupMatchSelectWidth={false}
          onChange={(next) => url.set({ sort: next === 'recent' ? null : next })}
        />
      }
      empty={
        <EmptyState
          title={isFiltered ? words.filteredTitle : words.emptyTitle}
          actions={isFiltered ? clear : undefined}
        >
          {isFiltered ? words.filteredDetail : words.emptyDetail}
        </EmptyState>
      }
      panel={(place) => <CustomerPanel key={place.id} {...place} />}
    />
  );
}

function customerColumns(words: (typeof customersWords)['zh']): readonly Column<Row>[] {
  return [
    {
      key: 'sales',
      title: words.sales,
      width: 132,
      align: 'right',
      bar: 66,
      render: (row) => <MoneyText amount={row.sales} currency={row.currency} />,
    },
    {
      key: 'name',
      title: words.name,
      width: 180,
      grow: 2,
      bar: 100,
      render: (row) => (
        <>
          <Strong>{row.name ?? row.outsideId ?? words.nameless}</Strong> <Quiet>{row.phone ?? ''}</Quiet>
        </>
      ),
    },
    {
      key: 'orders',
      title: words.orders,
      width: 90,
      align: 'right',
      bar: 40,
      render: (row) => words.orderCount(row.orders),
    },
    {
      key: 'refunded',
      title: words.refunded,
      width: 110,
      align: 'right',
      leaves: 1,
      bar: 50,
      render: (row) => <MoneyText amount={row.refunded} currency={row.currency} size="text" tone="text" />,
    },
    {
      key: 'promoter',
      title: words.promoter,
      width: 130,
      grow: 1,
      leaves: 4,
      bar: 60,
      render: (row) => row.promoter?.name ?? <Quiet>—</Quiet>,
    },
    {
      key: 'country',
      title: words.country,
      width: 110,
      leaves: 2,
      isOptional: true,
      render: (row) => row.country ?? '',
    },
    {
      key: 'first',
      title: words.first,
      width: 110,
      align: 'right',
      leaves: 3,
      bar: 60,
      render: (row) => (row.firstOrderAt ? <TimeText at={row.firstOrderAt} as="day" /> : null),
    },
    {
      key: 'last',
      title: words.last,
      width: 116,
      align: 'right',
      bar: 60,
      render: (row) => (row.lastOrderAt ? <TimeText at={row.lastOrderAt} as="relative" /> : null),
    },
  ];
}
