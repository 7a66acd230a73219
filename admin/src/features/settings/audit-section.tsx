import { routes } from '@fenrun/contracts/routes';
import { useMemo } from 'react';
import { useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { dayQuery } from '../../kit/list/day-query';
import { FilterBar } from '../../kit/list/filter-bar';
import type { Filter } from '../../kit/list/filters';
import { ListFooter } from '../../kit/list/list-footer';
import { ListTable } from '../../kit/list/list-table';
import { CopyLinkButton } from '../../kit/list/list-tools';
import { useListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import { AuditDetails } from './audit-details';
import { findActors, findDeeds } from './find-audit';
import { settingsWords } from './words';

type Entry = AnswerOf<'identity.audit'>['data'][number];

/** Who changed what, when and why. Entries are only ever added. */
export function AuditSection() {
  const words = useWords(settingsWords);
  const url = useListUrl();
  const filter = { ...dayQuery(url), actor: url.get('actor'), action: url.get('action'), subject: url.get('subject') };
  const list = useKeysetList<Entry>(['identity', 'audit', filter], (cursor, signal) =>
    call(routes.identity.audit, { query: { ...filter, limit: pageSize, cursor }, signal }),
  );
  const filters = useMemo<readonly Filter[]>(
    () => [
      { kind: 'days', key: 'when', label: words.auditWhen, fromKey: 'from', toKey: 'to' },
      { kind: 'find', key: 'actor', label: words.auditActor, find: findActors },
      { kind: 'find', key: 'action', label: words.auditAction, find: findDeeds },
      { kind: 'text', key: 'subject', label: words.auditSubject },
    ],
    [words],
  );
  const columns = useMemo<readonly Column<Entry>[]>(
    () => [
      { key: 'when', title: words.auditWhen, width: 112, bar: 80, render: (row) => <TimeText at={row.at} /> },
      {
        key: 'who',
        title: words.auditWho,
        width: 120,
        grow: 0.5,
        bar: 60,
        render: (row) => <Strong>{row.actor.name}</Strong>,
      },
      {
        key: 'what',
        title: words.auditWhat,
        width: 220,
        grow: 2,
        bar: 160,
        render: (row) => (
          <>
            {row.text} <Quiet>{row.subject?.id ?? ''}</Quiet>
          </>
        ),
      },
      {
        key: 'reason',
        title: words.auditReason,
        width: 150,
        grow: 1,
        leaves: 1,
        bar: 80,
        render: (row) => <Quiet>{row.reason ?? ''}</Quiet>,
      },
    ],
    [words],
  );
  const openId = url.get('open');
  const open = list.rows.find((row) => row.id === openId);
  const instead = list.error ? (
    <ProblemState error={list.error} what={words.sections.audit} onRetry={list.retry} />
  ) : list.rows.length === 0 ? (
    <EmptyState title={words.auditEmpty}>{words.auditEmptyDetail}</EmptyState>
  ) : undefined;
  return (
    <>
      <FilterBar filters={filters} url={url} width={0} end={<CopyLinkButton />} />
      <ListTable
        label={words.sections.audit}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        isLoading={list.isLoading}
        instead={instead}
        openId={openId}
        onOpen={(row) => url.set({ open: row.id })}
        footer={<ListFooter list={list} />}
      />
      {open ? <AuditDetails entry={open} onClose={() => url.set({ open: null })} /> : null}
    </>
  );
}
