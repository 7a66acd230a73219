import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { call } from '../../lib/call';
import type { OrderDetail } from './types';
import { salesWords } from './words';

interface Shipping {
  carrier: string;
  trackingNumber: string;
}

/** Sends the parcel's number to the order and, through the server, to WeChat, which holds the money until it knows. */
export function ShipDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const words = useWords(salesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const carriers = useQuery({
    queryKey: ['storefront', 'carriers'],
    queryFn: () => call(routes.storefront.carriers),
    staleTime: 3_600_000,
  });
  const ship = async (body: Shipping) => {
    const saved = await call(routes.storefront.ship, { params: { id: order.id }, body });
    message.success(words.shipDone);
    client.setQueryData(['sales', 'order', order.id], saved);
    void client.invalidateQueries({ queryKey: ['sales'] });
    onClose();
  };
  const options = carriers.data?.data.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Modal open title={words.shipTitle} onCancel={onClose} footer={null} width={440}>
      <RecordForm<Shipping> initial={{}} onSubmit={ship} submitLabel={words.shipConfirm} onCancel={onClose}>
        <Form.Item name="carrier" label={words.carrier} rules={[{ required: true, message: words.required }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} loading={carriers.isPending} options={options} />
        </Form.Item>
        <Form.Item name="trackingNumber" label={words.tracking} rules={[{ required: true, message: words.required }]}>
          <Input maxLength={64} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
