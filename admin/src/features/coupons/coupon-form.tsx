import { Button, Form, Input, InputNumber, Radio, Space, Switch } from 'antd';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { WindowField } from '../../kit/form/window-field';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { findPromoters } from '../../lib/find-options';
import { type CouponValues, valuesOf } from './coupon-values';
import type { Coupon } from './discount';
import { generateCode } from './generate-code';
import { couponsWords } from './words';

export type { CouponValues };

interface CouponFormProps {
  coupon: Coupon | undefined;
  onSave: (values: CouponValues) => Promise<unknown>;
  onCancel: () => void;
  onTouched: () => void;
  isReadOnly: boolean;
}

export function CouponForm({ coupon, onSave, onCancel, onTouched, isReadOnly }: CouponFormProps) {
  const words = useWords(couponsWords);
  const { timezone } = useZone();
  const [form] = Form.useForm<CouponValues>();
  return (
    <RecordForm<CouponValues>
      form={form}
      initial={valuesOf(coupon, timezone)}
      onSubmit={onSave}
      onCancel={onCancel}
      onTouched={onTouched}
      isReadOnly={isReadOnly}
      submitLabel={coupon ? undefined : words.addTitle}
    >
      {coupon ? null : (
        <Form.Item
          name="code"
          label={words.code}
          extra={words.codeHint}
          rules={[{ required: true, whitespace: true, message: words.required }]}
        >
          <CodeField />
        </Form.Item>
      )}
      <DiscountFields />
      <Form.Item name="owner" label={words.ownerLabel} extra={words.ownerHint}>
        <FindSelect id="owner" find={findPromoters} allowClear />
      </Form.Item>
      <Form.Item name="days" label={words.windowLabel}>
        <WindowField disabled={isReadOnly} />
      </Form.Item>
      <Form.Item name="useLimit" label={words.useLimit}>
        <InputNumber min={1} precision={0} suffix={words.times} style={{ width: 180 }} />
      </Form.Item>
      {coupon ? (
        <Form.Item name="active" label={words.active} required valuePropName="checked" extra={words.activeHint}>
          <Switch />
        </Form.Item>
      ) : null}
    </RecordForm>
  );
}

function CodeField({ id, value, onChange }: { id?: string; value?: string; onChange?: (code: string) => void }) {
  const words = useWords(couponsWords);
  const fill = (bytes: Uint8Array) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
  return (
    <Space.Compact style={{ width: '100%', maxWidth: 320 }}>
      <Input
        id={id}
        maxLength={64}
        autoFocus
        spellCheck={false}
        value={value}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Button onClick={() => onChange?.(generateCode(fill))}>{words.generate}</Button>
    </Space.Compact>
  );
}

function DiscountFields() {
  const words = useWords(couponsWords);
  const { currency } = useZone();
  const kind = Form.useWatch('kind') as CouponValues['kind'] | undefined;
  const need = [{ required: true, message: words.required }];
  return (
    <>
      <Form.Item name="kind" label={words.discountLabel} required>
        <Radio.Group
          options={(['percent', 'amount', 'none'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        />
      </Form.Item>
      {kind === 'percent' ? (
        <Form.Item name="percent" label={words.percent} extra={words.discountHint} rules={need}>
          <InputNumber<string> stringMode min="0" max="100" suffix="%" style={{ width: 180 }} />
        </Form.Item>
      ) : null}
      {kind === 'amount' ? (
        <Form.Item name="amount" label={words.amount} extra={words.discountHint} rules={need}>
          <InputNumber<string> stringMode min="0" prefix={currencySymbol(currency)} style={{ width: 180 }} />
        </Form.Item>
      ) : null}
    </>
  );
}
