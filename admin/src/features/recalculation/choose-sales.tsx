import { addDays } from '@fenrun/kernel';
import { DatePicker, Form } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { businessNow } from '../../kit/time/clock';
import { dayIn } from '../../kit/time/time-format';
import { useZone } from '../../kit/time/zone-context';
import { findPromoters, findSkus } from '../../lib/find-options';
import type { ChosenSales } from './recalculate-dialog';
import { recalculationWords } from './words';

interface Values {
  days: [Dayjs, Dayjs];
  promoter?: string;
  sku?: string;
}

interface ChooseSalesProps {
  suggested?: Partial<NonNullable<ChosenSales['filter']>>;
  onChoose: (sales: ChosenSales) => void;
  onCancel: () => void;
}

/** Which sales are meant: a window of days, and one promoter or product if wanted. */
export function ChooseSales({ suggested, onChoose, onCancel }: ChooseSalesProps) {
  const words = useWords(recalculationWords);
  const { timezone } = useZone();
  const today = dayIn(businessNow(), timezone);
  const choose = async ({ days: [from, to], promoter, sku }: Values) =>
    onChoose({
      filter: {
        from: from.format('YYYY-MM-DD'),
        to: addDays(to.format('YYYY-MM-DD'), 1),
        ...(promoter ? { promoter } : {}),
        ...(sku ? { sku } : {}),
      },
    });
  const first = suggested?.from ?? addDays(today, -6);
  const last = suggested?.to ? addDays(suggested.to, -1) : today;
  return (
    <RecordForm<Values>
      initial={{ days: [dayjs(first), dayjs(last)], promoter: suggested?.promoter, sku: suggested?.sku }}
      onSubmit={choose}
      onCancel={onCancel}
      submitLabel={words.preview}
    >
      <Form.Item
        name="days"
        label={words.window}
        extra={words.windowHint}
        rules={[{ required: true, message: words.required }]}
      >
        <DatePicker.RangePicker allowClear={false} />
      </Form.Item>
      <Form.Item name="promoter" label={words.promoter}>
        <FindSelect id="promoter" find={findPromoters} label={words.promoter} allowClear />
      </Form.Item>
      <Form.Item name="sku" label={words.product}>
        <FindSelect id="sku" find={findSkus} label={words.product} allowClear />
      </Form.Item>
    </RecordForm>
  );
}
