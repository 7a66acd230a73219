import { routes } from '@fenrun/contracts/routes';
import { addDays } from '@fenrun/kernel';
import { useQuery } from '@tanstack/react-query';
import { DatePicker, Form, InputNumber, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useEffect } from 'react';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import type { Rate } from '../plans/rate';
import { RateField } from '../plans/rate-field';
import type { PlanChange } from './back-test-draft';
import { type DraftRule, findRules, type KnownRule, type RuleChange, ruleFormOf, windowDays } from './rule-draft';
import { trialsWords } from './words';

interface RuleChangeFormProps {
  change: RuleChange | undefined;
  onKeep: (change: PlanChange) => void;
  onClose: () => void;
}

interface Values {
  id?: string;
  deed: 'change' | 'drop';
  rate?: Rate;
  days?: readonly [Dayjs | null, Dayjs | null] | null;
  priority?: number | null;
}

/** Takes a rule and gives it another rate, window or priority, or leaves it out. */
export function RuleChangeForm({ change, onKeep, onClose }: RuleChangeFormProps) {
  const words = useWords(trialsWords);
  const { timezone } = useZone();
  const [form] = Form.useForm<Values>();
  const id = Form.useWatch('id', form);
  const deed = Form.useWatch('deed', form);
  const known = useQuery({
    queryKey: ['rules', 'one', id],
    queryFn: ({ signal }) => call(routes.rules.read, { params: { id: id ?? '' }, signal }),
    enabled: Boolean(id),
  }).data;
  useEffect(() => {
    if (!known) return;
    const drafted = change?.id === known.id && change.rule ? change.rule : ruleFormOf(known);
    const [first, last] = windowDays(drafted, timezone);
    const days = [first ? dayjs(first) : null, last ? dayjs(last) : null] as const;
    form.setFieldsValue({ rate: drafted.rate, days, priority: drafted.priority ?? 100 } as Partial<Values>);
  }, [known, change, timezone, form]);
  const keep = async (values: Values) => {
    if (!known) return;
    const rule = values.deed === 'drop' ? null : changed(known, values, timezone);
    onKeep({ kind: 'rule', id: known.id, rule });
  };
  const initial: Values = { id: change?.id, deed: change && change.rule === null ? 'drop' : 'change' };
  return (
    <RecordForm<Values>
      form={form}
      initial={initial}
      onSubmit={keep}
      onCancel={onClose}
      submitLabel={words.keep}
      hasNoMarks
    >
      <Form.Item name="id" label={words.rule} rules={[{ required: true, message: words.required }]}>
        <FindSelect id="back-test-rule" find={findRules} label={words.rule} placeholder={words.ruleFind} />
      </Form.Item>
      {known ? (
        <>
          <Form.Item name="deed" label={words.deed}>
            <Radio.Group
              options={(['change', 'drop'] as const).map((value) => ({ value, label: words.deeds[value] }))}
            />
          </Form.Item>
          {deed === 'drop' ? null : <WindowFields />}
        </>
      ) : null}
    </RecordForm>
  );
}

function WindowFields() {
  const words = useWords(trialsWords);
  return (
    <>
      <Form.Item name="rate" label={words.rate}>
        <RateField />
      </Form.Item>
      <Form.Item name="days" label={words.window} extra={words.windowHint}>
        <DatePicker.RangePicker allowEmpty={[true, true]} />
      </Form.Item>
      <Form.Item name="priority" label={words.priority}>
        <InputNumber min={0} max={1_000_000} precision={0} />
      </Form.Item>
    </>
  );
}

/** The rule with what the form says; an end that was not touched keeps its exact instant. */
function changed(known: KnownRule, values: Values, timezone: string): DraftRule {
  const rule = ruleFormOf(known);
  const [first, last] = windowDays(rule, timezone);
  const from = values.days?.[0]?.format('YYYY-MM-DD') ?? null;
  const to = values.days?.[1]?.format('YYYY-MM-DD') ?? null;
  return {
    ...rule,
    rate: values.rate ?? rule.rate,
    priority: values.priority ?? rule.priority,
    from: from === first ? rule.from : from,
    to: to === last ? rule.to : to && addDays(to, 1),
  };
}
