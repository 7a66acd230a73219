import { useMemo, useRef } from 'react';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import type { Column } from '../../kit/list/columns';
import type { Filter } from '../../kit/list/filters';
import { ListPage } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { Avatar } from '../../kit/shell/avatar';
import { EmptyState } from '../../kit/states/empty-state';
import { Quiet, Strong } from '../../kit/text';
import { WaitingText } from '../../kit/time/time-text';
import { findPromoters } from '../../lib/find-options';
import { ApplicationPanel } from '../promoters/application-panel';
import styles from '../promoters/promoters.module.css';
import type { PromoterRow } from '../promoters/types';
import { usePromoterCounts, usePromoterList } from '../promoters/use-promoter-list';
import { useStanding } from '../promoters/use-standing';
import { promotersWords } from '../promoters/words';
import type { ApprovalsFrame } from './frame';
import { approvalsWords } from './words';

const applicantsOnly = ['applicant'] as const;

/** People who applied and wait for a decision. */
export function ApplicationsQueue({ frame }: { frame: ApprovalsFrame }) {
  const own = useWords(approvalsWords);
  const words = useWords(promotersWords);
  const mayDecide = useCan('promoters');
  const url = useListUrl();
  const list = usePromoterList({ status: applicantsOnly, q: url.get('q'), inviter: url.get('inviter') });
  const counts = usePromoterCounts();
  const panel = useRef<{ approve(): void; reject(): void }>(null);
  const standing = useStanding();
  const columns = useMemo(() => applicantColumns(words), [words]);
  const filters = useMemo<readonly Filter[]>(
    () => [{ kind: 'find', key: 'inviter', label: words.inviter, find: findPromoters, first: true }],
    [words],
  );
  return (
    <ListPage
      {...frame}
      listId="applications"
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={(row) => row.code}
      total={counts?.applicant}
      keys={
        mayDecide
          ? {
              a: (row) => (panel.current ? panel.current.approve() : void standing.approve(row)),
              r: (row) => (panel.current ? panel.current.reject() : standing.ask('reject', row)),
            }
          : undefined
      }
      empty={
        <EmptyState title={own.applicantsEmpty} actions={<LinkButton to="/promoters">{own.seePromoters}</LinkButton>}>
          {own.applicantsEmptyDetail}
        </EmptyState>
      }
      sayPlace={words.place}
      panel={(place) => <ApplicationPanel key={place.id} {...place} actions={panel} />}
    >
      {standing.dialog}
    </ListPage>
  );
}

function applicantColumns(words: (typeof promotersWords)['zh']): readonly Column<PromoterRow>[] {
  return [
    {
      key: 'name',
      title: words.name,
      width: 180,
      grow: 2,
      bar: 90,
      render: (row) => (
        <span className={styles.person}>
          <Avatar name={row.name} src={row.avatar} />
          <Strong>{row.name}</Strong>
        </span>
      ),
    },
    { key: 'phone', title: words.phone, width: 140, grow: 1, bar: 90, render: (row) => row.phone ?? <Quiet>—</Quiet> },
    {
      key: 'inviter',
      title: words.inviter,
      width: 150,
      grow: 1.5,
      leaves: 2,
      bar: 60,
      render: (row) => row.inviterName ?? <Quiet>{words.noInviter}</Quiet>,
    },
    {
      key: 'programme',
      title: words.programme,
      width: 130,
      grow: 1,
      leaves: 1,
      bar: 60,
      render: (row) => <Quiet>{row.programmeName}</Quiet>,
    },
    {
      key: 'waiting',
      title: words.waiting,
      width: 130,
      align: 'right',
      bar: 60,
      render: (row) => (row.appliedAt ? <WaitingText since={row.appliedAt} /> : null),
    },
  ];
}
