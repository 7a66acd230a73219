import { routes } from '@fenrun/contracts/routes';
import { isRefusal, parseMoney } from '@fenrun/kernel';
import { App, Form, Input, InputNumber, Modal } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { sumAmounts } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { call } from '../../lib/call';
import type { CommissionDetail } from './types';
import { useDecisions } from './use-decisions';
import { commissionWords } from './words';

interface Adjustment {
  amount: string;
  reason: string;
}

/** Changes the net by a signed amount, and shows what it will be. */
export function AdjustDialog({ commission, onClose }: { commission: CommissionDetail; onClose: () => void }) {
  const words = useWords(commissionWords);
  const { message } = App.useApp();
  const { refresh } = useDecisions();
  const [form] = Form.useForm<Adjustment>();
  const change = Form.useWatch('amount', form);
  const { currency, net } = commission;
  const isAmount = change !== undefined && change !== null && !isRefusal(parseMoney(change, currency));
  const adjust = async (body: Adjustment) => {
    await call(routes.commission.adjust, { params: { id: commission.id }, body });
    message.success(words.adjusted);
    refresh();
    onClose();
  };
  return (
    <Modal open title={words.adjustTitle} footer={null} width={440} onCancel={onClose}>
      <p style={{ marginBottom: 16, color: 'var(--ink2)' }}>
        {words.adjustDetail(<MoneyText amount={net} currency={currency} size="text-strong" />)}
      </p>
      <RecordForm<Adjustment>
        form={form}
        initial={{}}
        onSubmit={adjust}
        submitLabel={words.adjustConfirm}
        onCancel={onClose}
      >
        <Form.Item
          name="amount"
          label={words.adjustAmount}
          rules={[{ required: true, message: words.required }]}
          extra={
            isAmount ? (
              <>
                {words.adjustAfter}{' '}
                <MoneyText amount={sumAmounts([net, change], currency)} currency={currency} size="text-strong" />
              </>
            ) : undefined
          }
        >
          <InputNumber<string> autoFocus stringMode prefix={currencySymbol(currency)} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="reason" label={words.adjustReason} rules={[{ required: true, message: words.required }]}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
