import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Ref, useImperativeHandle, useState } from 'react';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { SidePanel } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { call } from '../../lib/call';
import { RecalculateButton } from '../recalculation/recalculate-button';
import { AdjustDialog } from './adjust-dialog';
import { CommissionBody } from './commission-body';
import { ApproveWithReasonDialog, RejectDialog } from './decision-dialogs';
import { useDecisions } from './use-decisions';
import { commissionWords } from './words';

/** What the list's keys A and R call while the panel is open. */
export interface PanelActions {
  approve(): void;
  reject(): void;
}

interface CommissionPanelProps extends PanelPlace {
  actions?: Ref<PanelActions>;
  /** In the queue a decision leads on to the next case; elsewhere the panel stays. */
  isQueue?: boolean;
}

export function CommissionPanel({ id, place, onPrevious, onNext, onClose, actions, isQueue }: CommissionPanelProps) {
  const words = useWords(commissionWords);
  const mayDecide = useCan('decide');
  const query = useQuery({
    queryKey: ['commission', 'one', id],
    queryFn: ({ signal }) => call(routes.commission.read, { params: { id }, signal }),
  });
  const decisions = useDecisions();
  const [asking, ask] = useState<'reject' | 'approve' | 'adjust' | null>(null);
  const [isBusy, setBusy] = useState(false);
  const commission = query.data;
  const can = mayDecide ? commission?.can : undefined;
  const goOn = () => {
    ask(null);
    if (!isQueue) return;
    if (onNext) onNext();
    else onClose();
  };
  const approve = async () => {
    if (!commission || !can?.approve || isBusy) return;
    if (can.reasonToApprove) return ask('approve');
    setBusy(true);
    if (await decisions.approve(commission)) goOn();
    setBusy(false);
  };
  const reject = () => {
    if (can?.reject) ask('reject');
  };
  useImperativeHandle(actions, () => ({ approve: () => void approve(), reject }));
  const footer =
    can && (can.approve || can.reject || can.adjust) ? (
      <>
        {can.reject ? (
          <Button danger onClick={reject}>
            {words.reject} <kbd>R</kbd>
          </Button>
        ) : null}
        {can.adjust ? <Button onClick={() => ask('adjust')}>{words.adjust}</Button> : null}
        {can.adjust && !isQueue && commission ? <RecalculateButton order={commission.order} /> : null}
        <span className="push" />
        {can.approve ? (
          <Button type="primary" onClick={approve} loading={isBusy}>
            {isQueue ? words.approveNext : words.approve} <kbd>A</kbd>
          </Button>
        ) : null}
      </>
    ) : undefined;
  return (
    <SidePanel
      title={words.panelTitle(shortId(id))}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={footer}
    >
      {query.isPending ? <LinesSkeleton lines={9} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {commission ? <CommissionBody commission={commission} /> : null}
      <RejectDialog
        commission={asking === 'reject' && commission ? commission : null}
        onDone={goOn}
        onClose={() => ask(null)}
      />
      <ApproveWithReasonDialog
        commission={asking === 'approve' && commission ? commission : null}
        onDone={goOn}
        onClose={() => ask(null)}
      />
      {asking === 'adjust' && commission ? <AdjustDialog commission={commission} onClose={() => ask(null)} /> : null}
    </SidePanel>
  );
}

/** The end of an opaque id is enough to tell cases apart when speaking of them. */
const shortId = (id: string): string => (id.length > 12 ? id.slice(-8) : id);
