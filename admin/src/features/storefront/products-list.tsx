import { productStateWords } from '@fenrun/contracts/labels';
import { routes, urlOf } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { Can, useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { BulkBar } from '../../kit/list/bulk-bar';
import { clearedFilters, type Filter, isFilterSet } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { type Selection, useSelection } from '../../kit/list/selection';
import { wordOptions } from '../../kit/list/word-options';
import { EmptyState } from '../../kit/states/empty-state';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { productColumns } from './product-columns';
import { ProductPanel } from './product-panel';
import { useCategories } from './use-categories';
import { useProductList } from './use-product-list';
import { storefrontWords } from './words';

export function ProductsList({ tabs }: { tabs: ReactNode }) {
  const words = useWords(storefrontWords);
  const language = useLanguage();
  const mayEdit = useCan('catalogue');
  const url = useListUrl();
  const filter = {
    q: url.get('q'),
    category: url.get('category'),
    ...(url.params.has('state') ? { state: url.getAll('state') } : {}),
    stockBelow: url.get('stockBelow'),
  };
  const { list, counts } = useProductList(filter);
  const categories = useCategories().data?.data;
  const columns = useMemo(() => productColumns(words, language), [words, language]);
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        kind: 'choice',
        key: 'state',
        label: words.state,
        options: wordOptions(productStateWords, language),
        first: true,
      },
      {
        kind: 'choice',
        key: 'category',
        label: words.category,
        options: (categories ?? []).map(({ id, name }) => ({ value: id, label: name })),
        first: true,
      },
      { kind: 'text', key: 'stockBelow', label: words.stockBelow, placeholder: '10' },
    ],
    [words, language, categories],
  );
  const selection = useSelection(JSON.stringify(filter));
  const isFiltered = filters.some((one) => isFilterSet(one, url)) || url.params.has('q');
  const clear = (
    <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
      {words.clearFilters}
    </Button>
  );
  return (
    <ListPage
      listId="products"
      title={words.title}
      what={words.what}
      meta={counts ? words.summary(grouped(counts.total), grouped(counts.onShelf)) : undefined}
      tabs={tabs}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.sku}
      total={counts?.total}
      actions={<CatalogueActions />}
      selection={mayEdit ? selection : undefined}
      bulkBar={selection.ids.size > 0 ? <ShelfBar selection={selection} /> : undefined}
      empty={
        <EmptyState
          title={isFiltered ? words.filteredTitle : words.emptyTitle}
          actions={isFiltered ? clear : <CatalogueActions />}
        >
          {isFiltered ? words.filteredDetail : words.emptyDetail}
        </EmptyState>
      }
      sayPlace={words.place}
      panel={(place) => <ProductPanel key={place.id} {...place} />}
    />
  );
}

function CatalogueActions() {
  const words = useWords(storefrontWords);
  return (
    <>
      <Can do="export">
        <Button href={urlOf(routes.storefront.productsCsv)}>{words.exportProducts}</Button>
      </Can>
      <Can do="import">
        <LinkButton to="/import/products">{words.importProducts}</LinkButton>
      </Can>
      <Can do="catalogue">
        <LinkButton to="/products/new" type="primary">
          {words.add}
        </LinkButton>
      </Can>
    </>
  );
}

function ShelfBar({ selection }: { selection: Selection }) {
  const words = useWords(storefrontWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const shelve = async (onShelf: boolean) => {
    try {
      const { changed } = await call(routes.storefront.shelve, { body: { skus: [...selection.ids], onShelf } });
      message.success(onShelf ? words.shelved(changed) : words.unshelved(changed));
      selection.clear();
      void client.invalidateQueries({ queryKey: ['storefront'] });
    } catch (error) {
      report(error);
    }
  };
  return (
    <BulkBar
      facts={words.selected(grouped(selection.ids.size))}
      onClear={selection.clear}
      actions={
        <>
          <Button onClick={() => shelve(false)}>{words.unshelve}</Button>
          <Button type="primary" onClick={() => shelve(true)}>
            {words.shelve}
          </Button>
        </>
      }
    />
  );
}
