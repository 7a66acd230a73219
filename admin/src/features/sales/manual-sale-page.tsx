import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useNavigate } from 'react-router';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { Page } from '../../kit/shell/page';
import { businessNow } from '../../kit/time/clock';
import { instantText, wallOf } from '../../kit/time/wall-clock';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import styles from './manual-sale-page.module.css';
import { salesWords } from './words';

interface LineValues {
  sku: string;
  name?: string;
  quantity: number;
  price: string;
  discount?: string;
}

interface SaleValues {
  id: string;
  paidAt: Dayjs;
  customer?: { id?: string; name?: string; phone?: string };
  promoter?: string;
  coupons?: string[];
  commission?: string;
  lines: LineValues[];
}

/** A sale that no system sends: recorded by hand, settled like any other. */
export function ManualSalePage() {
  const words = useWords(salesWords);
  const { timezone, currency } = useZone();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const record = async (values: SaleValues) => {
    const customer = emptyToNull(values.customer ?? {});
    const saved = await call(routes.sales.recordManual, {
      body: {
        id: values.id.trim(),
        type: 'manual',
        paidAt: instantText(values.paidAt, timezone),
        promoter: values.promoter || null,
        customer: Object.values(customer).some((value) => value !== null) ? customer : null,
        coupons: values.coupons ?? [],
        commission: values.commission || null,
        lines: values.lines.map((line) => ({ ...line, name: line.name || null, discount: line.discount || '0' })),
      },
    });
    message.success(saved.result === 'repeated' ? words.manualRepeated : words.manualSaved(values.id));
    void client.invalidateQueries({ queryKey: ['sales'] });
    navigate(`/sales?open=${encodeURIComponent(values.id.trim())}`);
  };
  const need = [{ required: true, message: words.required }];
  return (
    <Page title={words.manualTitle} meta={words.manualHint}>
      <div className={styles.form}>
        <RecordForm<SaleValues>
          initial={{ paidAt: wallOf(businessNow(), timezone), lines: [{ sku: '', quantity: 1, price: '' }] }}
          onSubmit={record}
          submitLabel={words.manualSave}
          onCancel={() => navigate('/sales')}
        >
          <Form.Item name="id" label={words.orderId} rules={need}>
            <Input maxLength={64} autoFocus />
          </Form.Item>
          <Form.Item name="paidAt" label={`${words.paidAt} (${timezone})`} rules={need}>
            <DatePicker showTime format="YYYY-MM-DD HH:mm:ss" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="promoter" label={words.manualPromoter}>
            <FindSelect id="manual-sale-promoter" find={findPromoters} label={words.promoter} allowClear />
          </Form.Item>
          <Form.Item label={words.manualCustomer} style={{ marginBottom: 8 }}>
            <div className={styles.customer}>
              <Form.Item name={['customer', 'id']} noStyle>
                <Input placeholder={words.manualCustomerId} aria-label={words.manualCustomerId} maxLength={64} />
              </Form.Item>
              <Form.Item name={['customer', 'name']} noStyle>
                <Input placeholder={words.manualCustomerName} aria-label={words.manualCustomerName} maxLength={128} />
              </Form.Item>
              <Form.Item name={['customer', 'phone']} noStyle>
                <Input placeholder={words.manualCustomerPhone} aria-label={words.manualCustomerPhone} maxLength={32} />
              </Form.Item>
            </div>
          </Form.Item>
          <LineFields symbol={currencySymbol(currency)} />
          <Form.Item name="coupons" label={words.manualCoupons}>
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', ' ']} />
          </Form.Item>
          <Form.Item name="commission" label={words.manualCommission} extra={words.manualCommissionHint}>
            <InputNumber<string> stringMode min="0" prefix={currencySymbol(currency)} style={{ width: 180 }} />
          </Form.Item>
        </RecordForm>
      </div>
    </Page>
  );
}

function LineFields({ symbol }: { symbol: string }) {
  const words = useWords(salesWords);
  const need = [{ required: true, message: '' }];
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <Form.Item label={words.manualLines} required>
          {fields.map(({ key, name }) => (
            <div key={key} className={styles.line}>
              <Form.Item name={[name, 'sku']} noStyle rules={need}>
                <Input placeholder={words.lineSku} aria-label={words.lineSku} maxLength={64} />
              </Form.Item>
              <Form.Item name={[name, 'name']} noStyle>
                <Input placeholder={words.lineName} aria-label={words.lineName} maxLength={256} />
              </Form.Item>
              <Form.Item name={[name, 'quantity']} noStyle rules={need}>
                <InputNumber min={1} precision={0} aria-label={words.lineQuantity} placeholder={words.lineQuantity} />
              </Form.Item>
              <Form.Item name={[name, 'price']} noStyle rules={need}>
                <InputNumber<string>
                  stringMode
                  min="0"
                  prefix={symbol}
                  aria-label={words.lineUnitPrice}
                  placeholder={words.lineUnitPrice}
                />
              </Form.Item>
              <Form.Item name={[name, 'discount']} noStyle>
                <InputNumber<string>
                  stringMode
                  min="0"
                  prefix={symbol}
                  aria-label={words.lineDiscountField}
                  placeholder={words.lineDiscountField}
                />
              </Form.Item>
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={words.removeLine}
                disabled={fields.length === 1}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined />}
            onClick={() => add({ sku: '', quantity: 1, price: '' })}
          >
            {words.addLine}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

function emptyToNull<T extends Record<string, string | undefined>>(values: T): Record<keyof T, string | null> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value?.trim() || null])) as Record<
    keyof T,
    string | null
  >;
}
