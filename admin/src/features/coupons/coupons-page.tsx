import { couponStateWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { clearedFilters, type Filter, isFilterSet } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { wordOptions } from '../../kit/list/word-options';
import { EmptyState } from '../../kit/states/empty-state';
import { call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import { RulesTabBar } from '../plans/rules-frame';
import { rulesTabWords } from '../plans/rules-tab-words';
import { useCouponColumns } from './coupon-columns';
import { CouponPanel, newCoupon } from './coupon-panel';
import { couponsWords } from './words';

/** Every coupon, newest first, with whose it is and how often it was used. */
export function CouponsPage() {
  const words = useWords(couponsWords);
  const tabWords = useWords(rulesTabWords);
  const language = useLanguage();
  const url = useListUrl();
  const filter = { q: url.get('q'), owner: url.get('owner'), state: url.getAll('state') };
  const list = useKeysetList(['coupons', 'list', filter], (cursor, signal) =>
    call(routes.coupons.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const columns = useCouponColumns();
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        kind: 'choice',
        key: 'state',
        label: words.state,
        options: wordOptions(couponStateWords, language),
        multiple: true,
        first: true,
      },
      { kind: 'find', key: 'owner', label: words.owner, find: findPromoters, first: true },
    ],
    [words, language],
  );
  const isFiltered = filters.some((one) => isFilterSet(one, url)) || url.params.has('q');
  const add = (
    <Can do="rules">
      <Button type="primary" onClick={() => url.set({ open: newCoupon }, 'push')}>
        {words.add}
      </Button>
    </Can>
  );
  const clear = (
    <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
      {words.clearFilters}
    </Button>
  );
  return (
    <ListPage
      listId="coupons"
      title={tabWords.title}
      tabs={<RulesTabBar tab="coupons" />}
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.code}
      actions={add}
      empty={
        <EmptyState title={isFiltered ? words.filteredTitle : words.emptyTitle} actions={isFiltered ? clear : add}>
          {isFiltered ? words.filteredDetail : words.emptyDetail}
        </EmptyState>
      }
      panel={(place) => <CouponPanel key={place.id} {...place} />}
    />
  );
}
