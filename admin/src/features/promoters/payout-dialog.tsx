import { payoutChannelWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, InputNumber, Modal, Select } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol, moneyString } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import type { PromoterDetail } from './types';
import { useBalance } from './use-balance';
import { promotersWords } from './words';

interface PayoutAsk {
  amount: string;
  channel: keyof typeof payoutChannelWords;
}

/** Asks for a payout in the promoter's name, for example for who has no WeChat; the amount is claimed at once. */
export function PayoutDialog({ person, onClose }: { person: PromoterDetail; onClose: () => void }) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { currency } = useZone();
  const { message } = App.useApp();
  const balance = useBalance(person.code).data;
  const settings = useQuery({ queryKey: ['plans', 'settings'], queryFn: () => call(routes.plans.settings) }).data;
  const channels = settings?.settings.payout.channels;
  const options = wordOptions(payoutChannelWords, language).filter(
    ({ value }) => channels?.some((channel) => channel === value) ?? true,
  );
  const ask = async (body: PayoutAsk) => {
    await call(routes.payout.request, { params: { code: person.code }, body });
    message.success(words.payoutAsked);
    for (const room of ['promoters', 'payout', 'waiting']) void client.invalidateQueries({ queryKey: [room] });
    onClose();
  };
  return (
    <Modal open title={words.payoutTitle(person.name)} footer={null} width={440} onCancel={onClose}>
      <RecordForm<PayoutAsk>
        initial={{ channel: 'manual' }}
        onSubmit={ask}
        submitLabel={words.payoutSave}
        onCancel={onClose}
      >
        <Form.Item
          name="amount"
          label={words.payoutAmount}
          extra={balance ? words.payoutAvailable(moneyString(balance.available, currency)) : undefined}
          rules={[{ required: true, message: words.required }]}
        >
          <InputNumber<string> autoFocus stringMode min="0" prefix={currencySymbol(currency)} style={{ width: 200 }} />
        </Form.Item>
        <Form.Item name="channel" label={words.payoutChannel}>
          <Select options={options.map(({ value, label }) => ({ value, label }))} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
