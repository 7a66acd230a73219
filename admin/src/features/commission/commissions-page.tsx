import { Button } from 'antd';
import { useMemo } from 'react';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { clearedFilters } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { useSelection } from '../../kit/list/selection';
import { EmptyState } from '../../kit/states/empty-state';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { RecalculateButton } from '../recalculation/recalculate-button';
import { RecalculationBar } from '../recalculation/recalculation-bar';
import { suggestedSales } from '../recalculation/suggested-sales';
import { ledgerColumns } from './commission-columns';
import { CommissionPanel } from './commission-panel';
import { ExportButton } from './export-button';
import { useCommissionFilters } from './use-commission-filters';
import { commissionFilterOf, useCommissionList } from './use-commission-list';
import { commissionWords } from './words';

/** Every commission by every filter, and exactly these as CSV. */
export function CommissionsPage() {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const now = useNow();
  const { currency } = useZone();
  const url = useListUrl();
  const filter = commissionFilterOf(url);
  const { list, totals } = useCommissionList(filter, 'newest');
  const filters = useCommissionFilters('ledger');
  const columns = useMemo(
    () => ledgerColumns({ words, language, totals, nowMs: now, currency }),
    [words, language, totals, now, currency],
  );
  const mayDecide = useCan('decide');
  const selection = useSelection(JSON.stringify(filter));
  const picked = list.rows.filter((row) => selection.ids.has(row.id)).map((row) => row.order);
  const isFiltered = Object.keys(filter).length > 0;
  const clear = (
    <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
      {words.clearFilters}
    </Button>
  );
  return (
    <ListPage
      listId="commissions"
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
      actions={
        <>
          <RecalculateButton suggested={suggestedSales(filter)} />
          <ExportButton filter={filter} rows={totals?.count} />
        </>
      }
      selection={mayDecide ? selection : undefined}
      bulkBar={picked.length > 0 ? <RecalculationBar selection={selection} orders={picked} /> : undefined}
      empty={
        <EmptyState title={isFiltered ? words.emptyTitle : words.neverTitle} actions={isFiltered ? clear : undefined}>
          {isFiltered ? words.emptyDetail : words.neverDetail}
        </EmptyState>
      }
      sayPlace={words.place}
      panel={(place) => <CommissionPanel key={place.id} {...place} />}
    />
  );
}
