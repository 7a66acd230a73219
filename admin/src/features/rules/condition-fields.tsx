import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { customerConditionWords, LAYER_CONDITIONS, orderTypeWords } from '@fenrun/contracts/labels';
import { Button, Dropdown, Form, Input, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { FindMany } from '../../kit/form/find-many';
import { FindSelect } from '../../kit/form/find-select';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { findCampaigns, findCategories, findCoupons, findSkus } from '../../lib/find-options';
import { ruleFormWords } from './form-words';
import styles from './rule-form.module.css';
import { type Condition, isAmountInOrder, type RuleValues } from './rule-values';
import { rulesWords } from './words';

interface ConditionFieldsProps {
  shown: readonly Condition[];
  onShow: (shown: readonly Condition[]) => void;
  isReadOnly: boolean;
}

/** What the order must be like. Only conditions that a sales match can have are offered, each once. */
export function ConditionFields({ shown, onShow, isReadOnly }: ConditionFieldsProps) {
  const words = useWords(ruleFormWords);
  const names = useWords(rulesWords).tokens;
  const left = LAYER_CONDITIONS.sales_match.filter((condition) => !shown.includes(condition));
  return (
    <fieldset className={styles.conditions}>
      <legend>{words.conditions}</legend>
      <p className={styles.hint}>{shown.length === 0 ? words.noConditions : words.conditionsHint}</p>
      {shown.map((condition) => (
        <div key={condition} className={styles.condition} data-field={condition}>
          <ConditionField condition={condition} />
          {isReadOnly ? null : (
            <Button
              type="text"
              className={styles.removeCondition}
              icon={<CloseOutlined />}
              aria-label={words.removeCondition(names[condition])}
              onClick={() => onShow(shown.filter((one) => one !== condition))}
            />
          )}
        </div>
      ))}
      {isReadOnly || left.length === 0 ? null : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: left.map((condition) => ({ key: condition, label: names[condition] })),
            onClick: ({ key }) => onShow([...shown, key as Condition]),
          }}
        >
          <Button size="small" type="dashed" icon={<PlusOutlined />}>
            {words.addCondition}
          </Button>
        </Dropdown>
      )}
    </fieldset>
  );
}

function ConditionField({ condition }: { condition: Condition }) {
  return condition === 'amount' ? <AmountField /> : <ListedField condition={condition} />;
}

type Listed = Exclude<Condition, 'amount'>;

function ListedField({ condition }: { condition: Listed }) {
  const words = useWords(ruleFormWords);
  const control = useControl(condition);
  return (
    <Form.Item
      name={['when', condition]}
      label={words.operators[condition]}
      rules={[{ required: true, message: words.required }]}
    >
      {control}
    </Form.Item>
  );
}

/** The one control that fits a condition. */
function useControl(condition: Listed): ReactNode {
  const words = useWords(ruleFormWords);
  const language = useLanguage();
  const choices = (table: Parameters<typeof wordOptions>[0]) =>
    wordOptions(table, language).map(({ value, label }) => ({ value, label }));
  const label = words.operators[condition];
  const controls: Record<Listed, ReactNode> = {
    coupons: <FindMany id="rule-coupons" find={findCoupons} label={label} />,
    skus: <FindMany id="rule-skus" find={findSkus} label={label} />,
    categories: <FindMany id="rule-categories" find={findCategories} label={label} />,
    country: (
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        tokenSeparators={[',', ' ', '，']}
        placeholder={words.countryHint}
      />
    ),
    customer: <Select options={choices(customerConditionWords)} placeholder={words.choose} />,
    campaign: <FindSelect id="rule-campaign" find={findCampaigns} label={label} />,
    orderType: <Select options={choices(orderTypeWords)} placeholder={words.choose} />,
    subId: <Input maxLength={64} />,
  };
  return controls[condition];
}

function AmountField() {
  const words = useWords(ruleFormWords);
  const { currency } = useZone();
  const check = ({ getFieldValue }: { getFieldValue: (name: string[]) => unknown }) => ({
    validator: () => {
      const amount = getFieldValue(['when', 'amount']) as RuleValues['when']['amount'];
      if (!amount?.from && !amount?.to) return Promise.reject(new Error(words.required));
      return isAmountInOrder(amount, currency) ? Promise.resolve() : Promise.reject(new Error(words.amountOrder));
    },
  });
  const field = (label: string) => (
    <InputNumber<string>
      stringMode
      min="0"
      prefix={currencySymbol(currency)}
      placeholder={label}
      aria-label={label}
      style={{ width: '100%' }}
    />
  );
  return (
    <Form.Item label={words.operators.amount} style={{ flex: 1 }}>
      <div className={styles.pair}>
        <Form.Item name={['when', 'amount', 'from']} noStyle dependencies={[['when', 'amount', 'to']]} rules={[check]}>
          {field(words.amountFrom)}
        </Form.Item>
        <span>–</span>
        <Form.Item name={['when', 'amount', 'to']} noStyle>
          {field(words.amountTo)}
        </Form.Item>
      </div>
    </Form.Item>
  );
}
