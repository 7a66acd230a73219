import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { call } from '../../lib/call';
import { ProgrammeForm, type ProgrammeValues } from '../plans/programme-form';
import type { PlanChange } from './back-test-draft';
import { trialsWords } from './words';

interface ProgrammeChangeFormProps {
  change: Extract<PlanChange, { kind: 'programme' }> | undefined;
  onKeep: (change: PlanChange) => void;
  onClose: () => void;
}

/** Takes a programme and drafts other rates for it, in the form that also saves programmes. */
export function ProgrammeChangeForm({ change, onKeep, onClose }: ProgrammeChangeFormProps) {
  const words = useWords(trialsWords);
  const [chosen, choose] = useState(change?.id);
  const query = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
  if (!query.data) return <LinesSkeleton lines={6} />;
  const active = query.data.data.filter((one) => one.active);
  const known = active.find((one) => one.id === chosen) ?? active[0];
  const drafted = known && change?.id === known.id ? { ...known, ...change.programme } : known;
  const keep = async ({ name, rate, skus = [], categories = [], recurring }: ProgrammeValues) => {
    if (known) onKeep({ kind: 'programme', id: known.id, programme: { name, rate, skus, categories, recurring } });
  };
  return (
    <>
      <Form layout="vertical">
        <Form.Item label={words.programme}>
          <Select
            aria-label={words.programme}
            value={known?.id}
            options={active.map((one) => ({ value: one.id, label: one.name }))}
            onChange={choose}
          />
        </Form.Item>
      </Form>
      {drafted ? (
        <ProgrammeForm
          key={drafted.id}
          programme={drafted}
          onSave={keep}
          onCancel={onClose}
          isReadOnly={false}
          onChanged={() => undefined}
          draftLabel={words.keep}
        />
      ) : null}
    </>
  );
}
