import { campaignStateWords } from '@fenrun/contracts/labels';
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
import { RulesTabBar } from '../plans/rules-frame';
import { rulesTabWords } from '../plans/rules-tab-words';
import { CampaignCalendar } from './campaign-calendar';
import { useCampaignColumns } from './campaign-columns';
import { CampaignPanel, newCampaign } from './campaign-panel';
import { campaignsWords } from './words';

/** Campaigns on a calendar, and in a list beneath it with what each brought. */
export function CampaignsPage() {
  const words = useWords(campaignsWords);
  const tabWords = useWords(rulesTabWords);
  const language = useLanguage();
  const url = useListUrl();
  const filter = { q: url.get('q'), state: url.getAll('state') };
  const list = useKeysetList(['campaigns', 'list', filter], (cursor, signal) =>
    call(routes.campaigns.list, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const columns = useCampaignColumns();
  const filters = useMemo<readonly Filter[]>(
    () => [
      {
        kind: 'choice',
        key: 'state',
        label: words.state,
        options: wordOptions(campaignStateWords, language),
        multiple: true,
        first: true,
      },
    ],
    [words, language],
  );
  const isFiltered = filters.some((one) => isFilterSet(one, url)) || url.params.has('q');
  const isEmpty = !list.isLoading && !list.error && list.rows.length === 0 && !isFiltered;
  const open = (id: string) => url.set({ open: id }, 'push');
  const add = (
    <Can do="rules">
      <Button type="primary" onClick={() => open(newCampaign)}>
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
      listId="campaigns"
      title={tabWords.title}
      tabs={<RulesTabBar tab="campaigns" />}
      what={words.what}
      above={isEmpty ? null : <CampaignCalendar url={url} openId={url.get('open')} onOpen={open} />}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.id}
      actions={add}
      empty={
        <EmptyState title={isFiltered ? words.filteredTitle : words.emptyTitle} actions={isFiltered ? clear : add}>
          {isFiltered ? words.filteredDetail : words.emptyDetail}
        </EmptyState>
      }
      panel={(place) => <CampaignPanel key={place.id} {...place} />}
    />
  );
}
