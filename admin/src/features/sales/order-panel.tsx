import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Can } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { SidePanel } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { AssignDialog } from './assign-dialog';
import { OrderBody } from './order-body';
import { RefundDialog } from './refund-dialog';
import { ShipDialog } from './ship-dialog';
import type { OrderDetail } from './types';
import { salesWords } from './words';

type Dialog = 'refund' | 'ship' | 'assign';

/** One order beside the list: what was bought, who gets it, what became of it, and what may be done now. */
export function OrderPanel({ id, place, onPrevious, onNext, onClose }: PanelPlace) {
  const words = useWords(salesWords);
  const query = useQuery({
    queryKey: ['sales', 'order', id],
    queryFn: ({ signal }) => call(routes.sales.read, { params: { id }, signal }),
  });
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const order = query.data;
  const close = () => setDialog(null);
  return (
    <SidePanel
      title={words.panelTitle(id)}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={
        order && Object.values(order.can).some(Boolean) ? <OrderActions order={order} onAsk={setDialog} /> : undefined
      }
    >
      {query.isPending ? <LinesSkeleton lines={9} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {order ? <OrderBody order={order} onAssign={() => setDialog('assign')} /> : null}
      {order && dialog === 'refund' ? <RefundDialog order={order} onClose={close} /> : null}
      {order && dialog === 'ship' ? <ShipDialog order={order} onClose={close} /> : null}
      {order && dialog === 'assign' ? <AssignDialog order={order} onClose={close} /> : null}
    </SidePanel>
  );
}

function OrderActions({ order, onAsk }: { order: OrderDetail; onAsk: (dialog: Dialog) => void }) {
  const words = useWords(salesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const complete = async () => {
    try {
      await call(routes.sales.complete, { params: { id: order.id } });
      message.success(words.completeDone);
      await client.invalidateQueries({ queryKey: ['sales'] });
    } catch (error) {
      report(error);
    }
  };
  const { can } = order;
  return (
    <>
      {can.refund ? (
        <Can do="refund">
          <Button danger onClick={() => onAsk('refund')}>
            {words.refund}
          </Button>
        </Can>
      ) : null}
      <Can do="orders">
        {can.assign && order.unresolved.length === 0 ? (
          <Button onClick={() => onAsk('assign')}>{words.assign}</Button>
        ) : null}
        <span className="push" />
        {can.complete ? (
          <Popconfirm
            title={words.completeTitle}
            description={words.completeDetail}
            onConfirm={complete}
            okText={words.complete}
          >
            <Button type={can.ship ? 'default' : 'primary'}>{words.complete}</Button>
          </Popconfirm>
        ) : null}
        {can.ship ? (
          <Button type="primary" onClick={() => onAsk('ship')}>
            {words.ship}
          </Button>
        ) : null}
      </Can>
    </>
  );
}
