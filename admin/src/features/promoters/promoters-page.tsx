import { promoterStatusWords } from '@fenrun/contracts/labels';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Can } from '../../kit/can';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import type { Column } from '../../kit/list/columns';
import { clearedFilters, type Filter } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { wordOptions } from '../../kit/list/word-options';
import { signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText } from '../../kit/panel/status-tag';
import { Avatar } from '../../kit/shell/avatar';
import { PageTabs } from '../../kit/shell/page-tabs';
import { EmptyState } from '../../kit/states/empty-state';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { findGroups, findProgrammes, findPromoters } from '../../lib/find-options';
import styles from './promoters.module.css';
import { type PromoterRow, type PromoterStatus, promoterTones } from './types';
import { usePromoterCounts, usePromoterList } from './use-promoter-list';
import { promotersWords } from './words';

const tabs: readonly PromoterStatus[] = ['active', 'applicant', 'suspended', 'banned', 'rejected'];

/** Everybody who promotes, applied, or is suspended; a row leads to the person's page. */
export function PromotersPage() {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const url = useListUrl();
  const status = tabs.find((one) => one === url.get('status')) ?? 'active';
  const list = usePromoterList({
    status: [status],
    q: url.get('q'),
    programme: url.get('programme'),
    group: url.get('group'),
    inviter: url.get('inviter'),
  });
  const counts = usePromoterCounts();
  const columns = useMemo(() => promoterColumns(words, language), [words, language]);
  const filters = useMemo<readonly Filter[]>(
    () => [
      { kind: 'find', key: 'programme', label: words.programme, find: findProgrammes, first: true },
      { kind: 'find', key: 'group', label: words.group, find: findGroups },
      { kind: 'find', key: 'inviter', label: words.inviter, find: findPromoters },
    ],
    [words],
  );
  const isFiltered = filters.some((filter) => url.params.has(filter.key)) || url.params.has('q');
  const labels = Object.fromEntries(
    wordOptions(promoterStatusWords, language).map(({ value, label }) => [value, label]),
  );
  return (
    <ListPage
      listId="promoters"
      title={words.title}
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.code}
      total={counts?.[status]}
      tabs={
        <PageTabs
          active={status}
          tabs={tabs.map((key) => ({ key, label: labels[key] ?? key, count: counts?.[key] }))}
          onChange={(key) => url.set({ status: key === 'active' ? null : key })}
        />
      }
      actions={<ImportButton />}
      onOpen={(row) =>
        navigate(
          row.status === 'applicant'
            ? `/approvals?tab=applications&open=${encodeURIComponent(row.code)}`
            : `/promoters/${encodeURIComponent(row.code)}`,
        )
      }
      empty={
        isFiltered ? (
          <EmptyState
            title={words.filteredTitle}
            actions={
              <Button type="primary" onClick={() => url.set({ ...clearedFilters(filters), q: null })}>
                {words.clearFilters}
              </Button>
            }
          >
            {words.filteredDetail}
          </EmptyState>
        ) : (
          <EmptyState title={words.emptyTitle} actions={<ImportButton />}>
            {words.emptyDetail}
          </EmptyState>
        )
      }
    />
  );
}

function ImportButton() {
  const words = useWords(promotersWords);
  return (
    <Can do="import">
      <LinkButton to="/import/promoters">{words.import}</LinkButton>
    </Can>
  );
}

function promoterColumns(words: (typeof promotersWords)['zh'], language: Language): readonly Column<PromoterRow>[] {
  return [
    {
      key: 'name',
      title: words.name,
      width: 190,
      grow: 2,
      bar: 100,
      render: (row) => (
        <span className={styles.person}>
          <Avatar name={row.name} src={row.avatar} />
          <Strong>{row.name}</Strong> <Quiet>{row.code}</Quiet>
        </span>
      ),
    },
    {
      key: 'programme',
      title: words.programme,
      width: 170,
      grow: 1.2,
      bar: 80,
      render: (row) => (
        <>
          {row.programmeName} {row.groupName ? <Quiet>{row.groupName}</Quiet> : null}
        </>
      ),
    },
    {
      key: 'inviter',
      title: words.inviter,
      width: 110,
      grow: 0.8,
      leaves: 2,
      bar: 50,
      render: (row) => row.inviterName ?? <Quiet>{words.noInviter}</Quiet>,
    },
    {
      key: 'status',
      title: words.status,
      width: 110,
      leaves: 1,
      isOptional: true,
      render: (row) => (
        <StatusText tone={promoterTones[row.status]}>{promoterStatusWords[row.status][language]}</StatusText>
      ),
    },
    {
      key: 'orders',
      title: words.recentOrders,
      width: 112,
      align: 'right',
      leaves: 3,
      bar: 40,
      render: (row) => words.orders(row.recent.orders),
    },
    {
      key: 'sales',
      title: words.recentSales,
      width: 136,
      align: 'right',
      leaves: 5,
      bar: 70,
      render: (row) => <MoneyText amount={row.recent.sales} size="text" tone="text" />,
    },
    {
      key: 'commission',
      title: words.recentCommission,
      width: 130,
      align: 'right',
      leaves: 4,
      bar: 60,
      render: (row) => <MoneyText amount={row.recent.commission} size="text" tone="text" />,
    },
    {
      key: 'available',
      title: words.available,
      width: 116,
      align: 'right',
      bar: 60,
      render: (row) => <MoneyText amount={row.available} tone={signOfAmount(row.available) > 0 ? 'own' : 'quiet'} />,
    },
    {
      key: 'joined',
      title: words.joined,
      width: 128,
      align: 'right',
      leaves: 6,
      bar: 60,
      render: (row) => (row.joinedAt ? <TimeText at={row.joinedAt} as="day" /> : null),
    },
  ];
}
