import { groupCriterionWords } from '@fenrun/contracts/labels';
import { Form, Input, InputNumber, Radio } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { SidePanel } from '../../kit/panel/side-panel';
import { Notice } from '../../kit/states/notice';
import { useZone } from '../../kit/time/zone-context';
import styles from './climbing.module.css';
import { type Auto, criteriaText, type Group } from './group-draft';
import { groupsWords } from './groups-words';

interface GroupValues {
  name: string;
  id?: string;
  how: 'auto' | 'hand';
  join: Auto['join'];
  compare: Auto['compare'];
  orders?: number | null;
  revenue?: string | null;
  customers?: number | null;
}

interface GroupPanelProps {
  group: Group | undefined;
  taken: readonly string[];
  onKeep: (group: Group) => void;
  onTouched: () => void;
  onClose: () => void;
}

/** One group: its name and how people get in. It goes into the draft; the page saves all groups together. */
export function GroupPanel({ group, taken, onKeep, onTouched, onClose }: GroupPanelProps) {
  const words = useWords(groupsWords);
  const { currency } = useZone();
  const [form] = Form.useForm<GroupValues>();
  const values = Form.useWatch([], form) ?? valuesOf(group);
  const need = [{ required: true, message: words.required }];
  const isAuto = values.how === 'auto';
  const keep = async (sent: GroupValues) => {
    const id = group?.id ?? (sent.id?.trim() || `G-${crypto.randomUUID().slice(0, 8)}`);
    onKeep({ id, name: sent.name.trim(), auto: autoOf(sent) });
  };
  const several = [values.orders, values.revenue, values.customers].filter(isGiven).length > 1;
  return (
    <SidePanel title={group ? words.editTitle(group.name) : words.addTitle} onClose={onClose}>
      <RecordForm<GroupValues>
        form={form}
        initial={valuesOf(group)}
        onSubmit={keep}
        onCancel={onClose}
        submitLabel={words.apply}
        onTouched={onTouched}
      >
        <Form.Item name="name" label={words.name} rules={[{ ...need[0], whitespace: true }]}>
          <Input maxLength={128} />
        </Form.Item>
        {group ? null : (
          <Form.Item
            name="id"
            label={words.id}
            rules={[
              {
                validator: (_, id?: string) =>
                  id && taken.includes(id.trim()) ? Promise.reject(new Error(words.idTaken)) : Promise.resolve(),
              },
            ]}
          >
            <Input maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="how" label={words.how} required>
          <Radio.Group
            options={[
              { value: 'auto', label: words.hows.auto },
              { value: 'hand', label: words.hows.hand },
            ]}
          />
        </Form.Item>
        {isAuto ? <Criteria currency={currency} several={several} /> : null}
        {isAuto ? (
          <div className={styles.notices}>
            <Notice tone="plain">
              {words.result} {criteriaText(autoOf(values), currency, words)}
            </Notice>
          </div>
        ) : null}
      </RecordForm>
    </SidePanel>
  );
}

function Criteria({ currency, several }: { currency: string; several: boolean }) {
  const words = useWords(groupsWords);
  const language = useLanguage();
  const oneOfThem = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
    validator: () =>
      ['orders', 'revenue', 'customers'].some((name) => isGiven(getFieldValue(name)))
        ? Promise.resolve()
        : Promise.reject(new Error(words.needCriterion)),
  });
  const width = { width: 180 };
  return (
    <>
      <Form.Item name="orders" label={groupCriterionWords.orders[language]} rules={[oneOfThem]}>
        <InputNumber min={1} precision={0} suffix={words.unit.orders} style={width} />
      </Form.Item>
      <Form.Item name="revenue" label={groupCriterionWords.revenue[language]}>
        <InputNumber<string> stringMode min="0" prefix={currencySymbol(currency)} style={width} />
      </Form.Item>
      <Form.Item name="customers" label={groupCriterionWords.customers[language]} extra={words.criteriaHint}>
        <InputNumber min={1} precision={0} suffix={words.unit.customers} style={width} />
      </Form.Item>
      <Form.Item name="join" label={words.join} required hidden={!several}>
        <Radio.Group
          options={[
            { value: 'all', label: words.joins.all },
            { value: 'any', label: words.joins.any },
          ]}
        />
      </Form.Item>
      <Form.Item name="compare" label={words.compare} required>
        <Radio.Group
          options={[
            { value: 'gte', label: words.compares.gte },
            { value: 'gt', label: words.compares.gt },
          ]}
        />
      </Form.Item>
    </>
  );
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== '';

function valuesOf(group: Group | undefined): GroupValues {
  const auto = group?.auto;
  return {
    name: group?.name ?? '',
    how: group && !auto ? 'hand' : 'auto',
    join: auto?.join ?? 'all',
    compare: auto?.compare ?? 'gte',
    orders: auto?.criteria.orders,
    revenue: auto?.criteria.revenue,
    customers: auto?.criteria.customers,
  };
}

function autoOf(values: GroupValues): Auto | null {
  if (values.how === 'hand') return null;
  const { orders, revenue, customers } = values;
  return {
    join: values.join ?? 'all',
    compare: values.compare ?? 'gte',
    criteria: {
      ...(isGiven(orders) ? { orders: Number(orders) } : {}),
      ...(isGiven(revenue) ? { revenue: String(revenue) } : {}),
      ...(isGiven(customers) ? { customers: Number(customers) } : {}),
    },
  };
}
