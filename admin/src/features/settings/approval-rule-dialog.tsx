import { orderTypeWords } from '@fenrun/contracts/labels';
import { Form, InputNumber, Modal, Select } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import type { ApprovalRule } from './approval-section';
import styles from './settings.module.css';
import { settingsWords } from './words';

interface RuleValues {
  amountFrom?: string | null;
  amountTo?: string | null;
  orderType?: keyof typeof orderTypeWords;
  ageFrom?: number | null;
  ageTo?: number | null;
  groups?: string[];
  riskFrom?: number | null;
  riskTo?: number | null;
  outcome: ApprovalRule['outcome'];
}

interface ApprovalRuleDialogProps {
  rule: ApprovalRule | undefined;
  onSave: (rule: ApprovalRule) => void;
  onClose: () => void;
}

/** One exception: which commission, and what happens to it. What is left empty is no condition. */
export function ApprovalRuleDialog({ rule, onSave, onClose }: ApprovalRuleDialogProps) {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const { currency } = useZone();
  const money = { stringMode: true, min: '0', prefix: currencySymbol(currency), style: { width: 150 } } as const;
  const number = { min: 0, precision: 0, style: { width: 150 } } as const;
  const outcomes = (['approve', 'review', 'reject'] as const).map((value) => ({ value, label: words.outcomes[value] }));
  const save = async (values: RuleValues) => {
    onSave(ruleOf(values));
    onClose();
  };
  return (
    <Modal open title={words.ruleTitle} footer={null} width={460} onCancel={onClose}>
      <RecordForm<RuleValues> initial={valuesOf(rule)} onSubmit={save} onCancel={onClose}>
        <Form.Item label={words.conditions.amount}>
          <div className={styles.pair}>
            <Form.Item name="amountFrom" noStyle>
              <InputNumber<string>
                {...money}
                placeholder={words.from}
                aria-label={`${words.conditions.amount} ${words.from}`}
              />
            </Form.Item>
            –
            <Form.Item name="amountTo" noStyle>
              <InputNumber<string>
                {...money}
                placeholder={words.to}
                aria-label={`${words.conditions.amount} ${words.to}`}
              />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="orderType" label={words.conditions.orderType}>
          <Select
            allowClear
            options={wordOptions(orderTypeWords, language).map(({ value, label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item label={words.conditions.age}>
          <div className={styles.pair}>
            <Form.Item name="ageFrom" noStyle>
              <InputNumber {...number} placeholder={words.from} aria-label={`${words.conditions.age} ${words.from}`} />
            </Form.Item>
            –
            <Form.Item name="ageTo" noStyle>
              <InputNumber {...number} placeholder={words.to} aria-label={`${words.conditions.age} ${words.to}`} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="groups" label={words.conditions.groups}>
          <Select mode="tags" open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item label={words.conditions.risk}>
          <div className={styles.pair}>
            <Form.Item name="riskFrom" noStyle>
              <InputNumber {...number} placeholder={words.from} aria-label={`${words.conditions.risk} ${words.from}`} />
            </Form.Item>
            –
            <Form.Item name="riskTo" noStyle>
              <InputNumber {...number} placeholder={words.to} aria-label={`${words.conditions.risk} ${words.to}`} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="outcome" label={words.outcome}>
          <Select options={outcomes} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}

function valuesOf(rule: ApprovalRule | undefined): RuleValues {
  if (!rule) return { outcome: 'review' };
  const { amount, promoterAgeDays, riskScore, orderType, groups } = rule.when;
  return {
    amountFrom: amount?.from,
    amountTo: amount?.to,
    orderType: orderType ?? undefined,
    ageFrom: promoterAgeDays?.from,
    ageTo: promoterAgeDays?.to,
    groups: groups ?? [],
    riskFrom: riskScore?.from,
    riskTo: riskScore?.to,
    outcome: rule.outcome,
  };
}

function ruleOf(values: RuleValues): ApprovalRule {
  const range = <T,>(from: T | null | undefined, to: T | null | undefined) =>
    (from ?? null) === null && (to ?? null) === null ? undefined : { from: from ?? null, to: to ?? null };
  const amount = range(values.amountFrom, values.amountTo);
  const age = range(values.ageFrom, values.ageTo);
  const risk = range(values.riskFrom, values.riskTo);
  return {
    when: {
      ...(amount ? { amount } : {}),
      ...(values.orderType ? { orderType: values.orderType } : {}),
      ...(age ? { promoterAgeDays: age } : {}),
      ...(values.groups && values.groups.length > 0 ? { groups: values.groups } : {}),
      ...(risk ? { riskScore: risk } : {}),
    },
    outcome: values.outcome,
  };
}
