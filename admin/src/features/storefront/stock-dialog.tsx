import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { call } from '../../lib/call';
import type { Product } from './use-product-list';
import { storefrontWords } from './words';

interface StockChange {
  change: number;
  reason: string;
}

/** Adds to the stock or takes from it: a change and not a new figure, because orders take from it meanwhile. */
export function StockDialog({ product, onClose }: { product: Product; onClose: () => void }) {
  const words = useWords(storefrontWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const change = async (body: StockChange) => {
    const saved = await call(routes.storefront.changeStock, { params: { sku: product.sku }, body });
    client.setQueryData(['storefront', 'product', product.sku], saved);
    message.success(words.stockChanged);
    void client.invalidateQueries({ queryKey: ['storefront'] });
    onClose();
  };
  return (
    <Modal open title={words.changeStockTitle} footer={null} width={420} onCancel={onClose}>
      <p style={{ marginBottom: 16, color: 'var(--ink2)' }}>{words.changeStockDetail(words.pieces(product.stock))}</p>
      <RecordForm<StockChange> initial={{}} onSubmit={change} submitLabel={words.stockConfirm} onCancel={onClose}>
        <Form.Item name="change" label={words.change} rules={[{ required: true, message: words.required }]}>
          <InputNumber autoFocus precision={0} style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="reason" label={words.stockReason} rules={[{ required: true, message: words.required }]}>
          <Input maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
