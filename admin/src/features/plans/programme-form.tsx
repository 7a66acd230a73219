import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { recurringWords } from '@fenrun/contracts/labels';
import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { keptState } from '../../kit/form/use-leave-guard';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { moneyString } from '../../kit/money/money-format';
import { Notice } from '../../kit/states/notice';
import { useZone } from '../../kit/time/zone-context';
import { findCategories, findSkus } from '../../lib/find-options';
import { startBackTestUrl } from '../trials/back-test-draft';
import { FindingList } from './finding-list';
import styles from './plans.module.css';
import { earnedOn, type Programme, type Rate } from './rate';
import { RateField } from './rate-field';
import { type Changes, useOwnFindings } from './use-check';
import { plansWords } from './words';

export interface ProgrammeValues {
  id?: string;
  name: string;
  rate: Rate | null;
  skus: { sku: string; rate: Rate }[];
  categories: { category: string; rate: Rate }[];
  recurring: Programme['recurring'];
  note?: string;
}

interface ProgrammeFormProps {
  programme: Programme | undefined;
  onSave: (values: ProgrammeValues) => Promise<unknown>;
  onCancel: () => void;
  isReadOnly: boolean;
  onChanged: (isChanged: boolean) => void;
  /** Says what becomes of the values where they are not saved: they are only drafted. */
  draftLabel?: string;
}

const blank: ProgrammeValues = {
  name: '',
  rate: { percent: '10' },
  skus: [],
  categories: [],
  recurring: { mode: 'forever' },
};
const examplePrice = '100';

export function ProgrammeForm(props: ProgrammeFormProps) {
  const { programme, onSave, onCancel, isReadOnly, onChanged, draftLabel } = props;
  const navigate = useNavigate();
  const words = useWords(plansWords);
  const language = useLanguage();
  const { currency } = useZone();
  const [form] = Form.useForm<ProgrammeValues>();
  const rate = Form.useWatch('rate', form);
  const mode = Form.useWatch(['recurring', 'mode'], form);
  const earned = earnedOn(examplePrice, rate ?? null, currency);
  const { changes, isChanged } = useDraft(form, programme);
  const { findings } = useOwnFindings(isReadOnly ? null : changes, programme?.id ?? '');
  useEffect(() => onChanged(isChanged), [onChanged, isChanged]);
  const need = [{ required: true, message: words.required }];
  return (
    <RecordForm<ProgrammeValues>
      form={form}
      initial={programme ?? blank}
      onSubmit={onSave}
      onCancel={onCancel}
      submitLabel={draftLabel ?? (programme ? words.save : words.add)}
      isReadOnly={isReadOnly}
      hasNoMarks
      extra={
        draftLabel ? undefined : (
          <Button
            disabled={changes === null || !isChanged}
            onClick={() => changes && void navigate(startBackTestUrl(changes), { state: keptState })}
          >
            {words.backTest}
          </Button>
        )
      }
    >
      <Form.Item name="name" label={words.name} rules={need}>
        <Input maxLength={128} />
      </Form.Item>
      {programme ? null : (
        <Form.Item name="id" label={words.id}>
          <Input maxLength={64} />
        </Form.Item>
      )}
      <Form.Item name="rate" label={words.rate}>
        <RateField canBeNone />
      </Form.Item>
      {earned === null ? null : (
        <div className={styles.example}>
          <Notice tone="plain">
            {words.exampleText(moneyString(examplePrice, currency), moneyString(earned, currency))}
          </Notice>
        </div>
      )}
      <Specials
        name="categories"
        field="category"
        label={words.categories}
        keyLabel={words.category}
        find={findCategories}
      />
      <Specials name="skus" field="sku" label={words.skus} keyLabel={words.sku} find={findSkus} />
      <Form.Item name={['recurring', 'mode']} label={words.recurring}>
        <Select options={wordOptions(recurringWords, language).map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      {mode === 'first_n' ? (
        <Form.Item name={['recurring', 'n']} label={words.recurringN} rules={need}>
          <InputNumber min={1} precision={0} />
        </Form.Item>
      ) : null}
      {programme && !draftLabel ? (
        <Form.Item name="note" label={words.note}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <div className={styles.findings}>
        <FindingList findings={findings} ownId={programme?.id} />
      </div>
    </RecordForm>
  );
}

/** What is written so far, as a change of the rule book; null while a rate or a name is missing. */
function useDraft(form: FormInstance<ProgrammeValues>, programme: Programme | undefined) {
  const { currency } = useZone();
  const watched = Form.useWatch([], form);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is watched changes with every edit
  return useMemo(() => {
    const before = formOf(programme ?? blank);
    const now = formOf({ ...(programme ?? blank), ...form.getFieldsValue() });
    const rates = [now.rate, ...now.skus.map(({ rate }) => rate), ...now.categories.map(({ rate }) => rate)];
    const isWhole =
      now.name.trim() !== '' &&
      now.skus.every(({ sku }) => sku) &&
      now.categories.every(({ category }) => category) &&
      rates.every((rate) => rate === null || earnedOn(examplePrice, rate, currency) !== null);
    const changes: Changes | null = isWhole ? [{ kind: 'programme', id: programme?.id, programme: now }] : null;
    return { changes, isChanged: JSON.stringify(now) !== JSON.stringify(before) };
  }, [watched, form, programme, currency]);
}

function formOf({ name, rate, skus, categories, recurring }: ProgrammeValues) {
  const { mode, n } = recurring;
  return { name, rate, skus, categories, recurring: mode === 'first_n' ? { mode, n: n ?? 1 } : { mode } };
}

interface SpecialsProps {
  name: 'skus' | 'categories';
  field: 'sku' | 'category';
  label: string;
  keyLabel: string;
  find: typeof findSkus;
}

/** Rates of their own for some products or categories. */
function Specials({ name, field, label, keyLabel, find }: SpecialsProps) {
  const words = useWords(plansWords);
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <Form.Item label={label}>
          {fields.map((one) => (
            <div key={one.key} className={styles.special}>
              <Form.Item name={[one.name, field]} noStyle rules={[{ required: true, message: '' }]}>
                <FindSelect id={`special-${field}`} find={find} placeholder={keyLabel} label={keyLabel} />
              </Form.Item>
              <Form.Item name={[one.name, 'rate']} noStyle>
                <RateField />
              </Form.Item>
              <Button
                type="text"
                icon={<CloseOutlined />}
                aria-label={words.removeSpecial}
                onClick={() => remove(one.name)}
              />
            </div>
          ))}
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            onClick={() => add({ [field]: '', rate: { percent: '' } })}
          >
            {words.addSpecial}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}
