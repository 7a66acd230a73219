import {
  attributionWords,
  orderStateWords,
  orderTroubleWords,
  orderTypeWords,
  refundedWords,
  sourceWords,
  unresolvedWords,
} from '@fenrun/contracts/labels';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Can, useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { clearedFilters, type Filter } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { type ListUrl, useListUrl } from '../../kit/list/list-url';
import { useSelection } from '../../kit/list/selection';
import { wordOptions } from '../../kit/list/word-options';
import { EmptyState } from '../../kit/states/empty-state';
import { useZone } from '../../kit/time/zone-context';
import { findPromoters, findSkus } from '../../lib/find-options';
import { RecalculateButton } from '../recalculation/recalculate-button';
import { RecalculationBar } from '../recalculation/recalculation-bar';
import { suggestedSales } from '../recalculation/suggested-sales';
import { orderColumns } from './order-columns';
import { OrderPanel } from './order-panel';
import { orderFilterOf, useOrderList } from './use-order-list';
import { salesWords } from './words';

export function SalesPage() {
  const words = useWords(salesWords);
  const language = useLanguage();
  const { currency } = useZone();
  const url = useListUrl();
  const { list, totals } = useOrderList(url);
  const columns = useMemo(() => orderColumns(words, language, totals, currency), [words, language, totals, currency]);
  const filters = useOrderFilters();
  const mayDecide = useCan('decide');
  const selection = useSelection(url.params.toString().replace(/(^|&)open=[^&]*/, ''));
  const isFiltered =
    filters.some((filter) => url.params.has(filter.key)) || url.params.has('q') || url.params.has('from');
  return (
    <ListPage
      listId="sales"
      title={words.title}
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      total={totals?.count}
      hasTotals
      actions={<SalesActions url={url} />}
      selection={mayDecide ? selection : undefined}
      bulkBar={
        selection.ids.size > 0 ? <RecalculationBar selection={selection} orders={[...selection.ids]} /> : undefined
      }
      empty={
        isFiltered ? (
          <EmptyState
            title={words.emptyFiltered}
            actions={
              <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
                {words.clearFilters}
              </Button>
            }
          >
            {words.emptyFilteredDetail}
          </EmptyState>
        ) : (
          <EmptyState title={words.emptyTitle} actions={<SalesActions url={url} />}>
            {words.emptyDetail}
          </EmptyState>
        )
      }
      sayPlace={words.place}
      panel={(place) => <OrderPanel key={place.id} {...place} />}
    />
  );
}

function SalesActions({ url }: { url: ListUrl }) {
  const words = useWords(salesWords);
  return (
    <>
      <RecalculateButton suggested={suggestedSales(orderFilterOf(url))} />
      <Can do="import">
        <LinkButton to="/import/orders">{words.importOrders}</LinkButton>
      </Can>
      <Can do="orders">
        <LinkButton to="/sales/new">{words.add}</LinkButton>
      </Can>
    </>
  );
}

function useOrderFilters(): readonly Filter[] {
  const words = useWords(salesWords);
  const language = useLanguage();
  return useMemo(() => {
    const choice = (
      key: 'state' | 'refunded' | 'type' | 'source' | 'by' | 'unresolved' | 'trouble',
      table: Parameters<typeof wordOptions>[0],
    ) => ({ kind: 'choice', key, label: words[key], options: wordOptions(table, language), multiple: true }) as const;
    return [
      { kind: 'days', key: 'paidAt', label: words.paidAt, fromKey: 'from', toKey: 'to', first: true },
      { kind: 'find', key: 'promoter', label: words.promoter, find: findPromoters, first: true },
      choice('state', orderStateWords),
      choice('refunded', refundedWords),
      choice('unresolved', unresolvedWords),
      choice('trouble', orderTroubleWords),
      choice('by', attributionWords),
      choice('type', orderTypeWords),
      choice('source', sourceWords),
      { kind: 'find', key: 'sku', label: words.sku, find: findSkus },
    ];
  }, [words, language]);
}
