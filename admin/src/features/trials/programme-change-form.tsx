import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useEffect } from 'react';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { call } from '../../lib/call';
import type { Rate } from '../plans/rate';
import { RateField } from '../plans/rate-field';
import type { PlanChange } from './back-test-draft';
import { trialsWords } from './words';

interface ProgrammeChangeFormProps {
  change: Extract<PlanChange, { kind: 'programme' }> | undefined;
  onKeep: (change: PlanChange) => void;
  onClose: () => void;
}

interface Values {
  id?: string;
  rate?: Rate | null;
}

/** Takes a programme and gives it another default rate; its special rates stay. */
export function ProgrammeChangeForm({ change, onKeep, onClose }: ProgrammeChangeFormProps) {
  const words = useWords(trialsWords);
  const [form] = Form.useForm<Values>();
  const id = Form.useWatch('id', form);
  const query = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
  const active = query.data?.data.filter((one) => one.active) ?? [];
  const known = active.find((one) => one.id === id);
  useEffect(() => {
    if (known) form.setFieldsValue({ rate: change?.id === known.id ? change.programme.rate : known.rate });
  }, [known, change, form]);
  if (!query.data) return <LinesSkeleton lines={3} />;
  const keep = async ({ rate = null }: Values) => {
    if (!known) return;
    const drafted = change?.id === known.id ? change.programme : known;
    const { name, skus, categories, recurring } = drafted;
    onKeep({ kind: 'programme', id: known.id, programme: { name, skus, categories, recurring, rate } });
  };
  return (
    <RecordForm<Values>
      form={form}
      initial={{ id: change?.id ?? active[0]?.id }}
      onSubmit={keep}
      onCancel={onClose}
      submitLabel={words.keep}
    >
      <Form.Item name="id" label={words.programme} rules={[{ required: true, message: words.required }]}>
        <Select options={active.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="rate" label={words.rate}>
        <RateField canBeNone />
      </Form.Item>
    </RecordForm>
  );
}
