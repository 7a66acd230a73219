import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { clearedFilters } from '../../kit/list/filters';
import { useListUrlWithDefaults } from '../../kit/list/list-defaults';
import { ListPage } from '../../kit/list/list-page';
import { useSelection } from '../../kit/list/selection';
import { EmptyState } from '../../kit/states/empty-state';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { queueColumns } from '../commission/commission-columns';
import { CommissionPanel, type PanelActions } from '../commission/commission-panel';
import { DecisionBar } from '../commission/decision-bar';
import { ApproveWithReasonDialog, RejectDialog } from '../commission/decision-dialogs';
import type { CommissionRow } from '../commission/types';
import { useCommissionFilters } from '../commission/use-commission-filters';
import { commissionFilterOf, useCommissionList } from '../commission/use-commission-list';
import { useDecisions } from '../commission/use-decisions';
import { commissionWords } from '../commission/words';
import type { ApprovalsFrame } from './frame';
import { approvalsWords } from './words';

const waitingOnly = { status: 'in_review' } as const;
const flaggedOnly = { status: 'in_review', review: 'risk' } as const;

interface CommissionsQueueProps {
  frame: ApprovalsFrame;
  isRisk: boolean;
  waitingCount: string;
}

export function CommissionsQueue({ frame, isRisk, waitingCount }: CommissionsQueueProps) {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const now = useNow();
  const { currency } = useZone();
  const mayDecide = useCan('decide');
  const url = useListUrlWithDefaults(isRisk ? flaggedOnly : waitingOnly);
  const sort = sortOf(url.get('sort'));
  const filter = commissionFilterOf(url);
  const { list, totals } = useCommissionList(filter, sort);
  const selection = useSelection(JSON.stringify(filter));
  const filters = useCommissionFilters('queue');
  const columns = useMemo(
    () => queueColumns({ words, language, totals, nowMs: now, currency }),
    [words, language, totals, now, currency],
  );
  const panel = useRef<PanelActions>(null);
  const keys = useDecisionKeys(panel);
  const isFiltered =
    filters.some((one) => one.key !== 'status' && url.params.has(one.key)) ||
    url.params.has('q') ||
    url.params.has('maturedFrom');
  const hasSelection = selection.isAll || selection.ids.size > 0;
  return (
    <ListPage
      {...frame}
      listId="approvals"
      what={words.what}
      url={url}
      filters={filters}
      searchPlaceholder={words.search}
      list={list}
      columns={columns}
      rowKey={rowKey}
      total={totals?.count}
      hasTotals
      sort={{
        value: sort === 'newest' ? '-waiting' : 'waiting',
        onChange: (next) => url.set({ sort: next === '-waiting' ? 'newest' : null }),
      }}
      selection={mayDecide ? selection : undefined}
      bulkBar={
        hasSelection ? (
          <DecisionBar selection={selection} rows={list.rows} totals={totals} filter={filter} />
        ) : undefined
      }
      keys={mayDecide ? keys.bound : undefined}
      empty={
        <QueueEmpty
          isFiltered={isFiltered}
          waitingCount={waitingCount}
          onClear={() => url.set({ ...clearedFilters(filters), ...waitingOnly, q: null })}
        />
      }
      sayPlace={words.place}
      panel={(place) => <CommissionPanel key={place.id} {...place} actions={panel} isQueue />}
    >
      {keys.dialogs}
    </ListPage>
  );
}

const rowKey = (row: CommissionRow) => row.id;
const sortOf = (asked: string | null): 'waiting' | 'newest' => (asked === 'newest' ? 'newest' : 'waiting');

/** A and R: through the open panel, which knows what may be done, else on the row under the cursor. */
function useDecisionKeys(panel: React.RefObject<PanelActions | null>) {
  const { approve } = useDecisions();
  const [rejecting, setRejecting] = useState<CommissionRow | null>(null);
  const [explaining, setExplaining] = useState<CommissionRow | null>(null);
  const bound = {
    a: (row: CommissionRow) => {
      if (panel.current) panel.current.approve();
      else if (row.status === 'in_review') void approve(row);
      else if (row.status === 'pending' || row.status === 'rejected') setExplaining(row);
    },
    r: (row: CommissionRow) => {
      if (panel.current) panel.current.reject();
      else if (row.status === 'in_review' || row.status === 'pending') setRejecting(row);
    },
  };
  const closeBoth = () => {
    setRejecting(null);
    setExplaining(null);
  };
  const dialogs = (
    <>
      <RejectDialog commission={rejecting} onDone={closeBoth} onClose={closeBoth} />
      <ApproveWithReasonDialog commission={explaining} onDone={closeBoth} onClose={closeBoth} />
    </>
  );
  return { bound, dialogs };
}

interface QueueEmptyProps {
  isFiltered: boolean;
  waitingCount: string;
  onClear: () => void;
}

function QueueEmpty({ isFiltered, waitingCount, onClear }: QueueEmptyProps) {
  const words = useWords(approvalsWords);
  const pending = <LinkButton to="/commissions?status=pending">{words.seePending}</LinkButton>;
  if (!isFiltered) {
    return (
      <EmptyState title={words.emptyTitle} actions={pending}>
        {words.emptyDetail}
      </EmptyState>
    );
  }
  const actions = (
    <>
      <Button type="primary" onClick={onClear}>
        {words.removeFilter}
      </Button>
      {pending}
    </>
  );
  return (
    <EmptyState title={words.filteredTitle} actions={actions}>
      {words.filteredDetail(waitingCount)}
    </EmptyState>
  );
}
