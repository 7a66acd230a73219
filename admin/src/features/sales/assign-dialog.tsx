import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import type { OrderDetail } from './types';
import { salesWords } from './words';

interface Assignment {
  promoter: string;
  reason: string;
}

/** Gives an order that nobody got to a promoter. */
export function AssignDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const words = useWords(salesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const assign = async (body: Assignment) => {
    const saved = await call(routes.sales.assignPromoter, { params: { id: order.id }, body });
    message.success(words.assigned(saved.promoterName ?? body.promoter));
    client.setQueryData(['sales', 'order', order.id], saved);
    void client.invalidateQueries({ queryKey: ['sales'] });
    onClose();
  };
  return (
    <Modal open title={words.assignTitle} onCancel={onClose} footer={null} width={440}>
      <p style={{ marginBottom: 16, color: 'var(--ink2)' }}>{words.assignDetail}</p>
      <RecordForm<Assignment> initial={{}} onSubmit={assign} submitLabel={words.assignConfirm} onCancel={onClose}>
        <Form.Item name="promoter" label={words.assignTo} rules={[{ required: true, message: words.required }]}>
          <FindSelect id="assign-promoter" find={findPromoters} label={words.promoter} />
        </Form.Item>
        <Form.Item name="reason" label={words.assignReason} rules={[{ required: true, message: words.required }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
