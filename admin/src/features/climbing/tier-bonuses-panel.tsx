import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { bonusMetricWords, bonusWindowWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Radio, Select } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { usePanelGuard } from '../../kit/form/use-panel-guard';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { SidePanel } from '../../kit/panel/side-panel';
import { Notice } from '../../kit/states/notice';
import { useZone } from '../../kit/time/zone-context';
import { type BodyOf, call } from '../../lib/call';
import { withNames } from '../../lib/problem';
import type { Rate } from '../plans/rate';
import { RateField } from '../plans/rate-field';
import styles from './climbing.module.css';
import type { TierBonuses } from './tier-bonuses-page';
import { tierBonusesWords } from './tier-bonuses-words';

type Sent = BodyOf<'climbing.saveTierBonuses'>['tierBonuses'];

interface StepValues {
  threshold?: string | null;
  window: Sent['steps'][number]['window'];
  rate: Rate;
  lasts: 'days' | 'good';
  days?: number | null;
}

interface Values {
  tierBonuses: { metric: Sent['metric']; steps: StepValues[] };
}

const panelKeys = ['edit'];

const blankStep: StepValues = { window: 'last_month', rate: { percent: '' }, lasts: 'days', days: 30 };

/** The form of all steps; they share one metric and are saved together. */
export function TierBonusesPanel({ bonuses, onClose }: { bonuses: TierBonuses; onClose: () => void }) {
  const words = useWords(tierBonusesWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const guard = usePanelGuard(panelKeys, onClose);
  const initial = valuesOf(bonuses.tierBonuses);
  const metric = Form.useWatch(['tierBonuses', 'metric'], form) ?? initial.tierBonuses.metric;
  const save = async (values: Values) => {
    const body = { version: bonuses.version, tierBonuses: bonusesOf(values) };
    const saved = await withNames(() => call(routes.climbing.saveTierBonuses, { body }), rateAsOne);
    client.setQueryData(['climbing', 'tier-bonuses'], saved);
    void client.invalidateQueries({ queryKey: ['rules'] });
    message.success(words.saved);
    guard.leave();
  };
  return (
    <SidePanel title={words.title} onClose={onClose}>
      <RecordForm<Values> form={form} initial={initial} onSubmit={save} onCancel={onClose} onTouched={guard.touch}>
        <Form.Item name={['tierBonuses', 'metric']} label={words.metric} required extra={words.metricHint}>
          <Radio.Group
            options={wordOptions(bonusMetricWords, language).map(({ value, label }) => ({ value, label }))}
          />
        </Form.Item>
        <Form.List name={['tierBonuses', 'steps']}>
          {(fields, { add, remove }) => (
            <Form.Item label={words.steps} required>
              {fields.map((field, index) => (
                <StepFields
                  key={field.key}
                  name={field.name}
                  place={index + 1}
                  isCount={metric === 'conversions'}
                  onRemove={() => remove(field.name)}
                />
              ))}
              <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => add(blankStep)}>
                {words.addStep}
              </Button>
            </Form.Item>
          )}
        </Form.List>
        {bonuses.steps.some((step) => step.running > 0) ? (
          <div className={styles.notices}>
            <Notice tone="plain">{words.runningStays}</Notice>
          </div>
        ) : null}
      </RecordForm>
    </SidePanel>
  );
}

interface StepFieldsProps {
  name: number;
  place: number;
  isCount: boolean;
  onRemove: () => void;
}

function StepFields({ name, place, isCount, onRemove }: StepFieldsProps) {
  const words = useWords(tierBonusesWords);
  const language = useLanguage();
  const { currency } = useZone();
  const form = Form.useFormInstance<Values>();
  const lasts = Form.useWatch(['tierBonuses', 'steps', name, 'lasts'], form);
  const unit = isCount
    ? { precision: 0, suffix: words.orders('0').replace('0', '').trim() }
    : { prefix: currencySymbol(currency) };
  const above = (_: unknown, value: unknown) =>
    /[1-9]/.test(String(value ?? '')) ? Promise.resolve() : Promise.reject(new Error(words.zero));
  return (
    <section className={styles.bonusStep} aria-label={words.step(place)}>
      <div className={styles.bonusHead}>
        {words.step(place)}
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={words.removeStep(place)}
          onClick={onRemove}
        />
      </div>
      <div className={styles.bonusFields}>
        <Form.Item name={[name, 'window']} label={words.window} required>
          <Select options={wordOptions(bonusWindowWords, language).map(({ value, label }) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name={[name, 'threshold']} label={words.threshold} required rules={[{ validator: above }]}>
          <InputNumber<string> stringMode min="0" style={{ width: '100%' }} {...unit} />
        </Form.Item>
        <Form.Item
          name={[name, 'rate']}
          label={words.rate}
          required
          rules={[{ validator: (_, rate) => given(rate, words) }]}
        >
          <RateField />
        </Form.Item>
        <Form.Item label={words.duration} required>
          <div className={styles.inline}>
            <Form.Item name={[name, 'lasts']} noStyle>
              <Radio.Group
                options={[
                  { value: 'days', label: words.forDays },
                  { value: 'good', label: words.forGood },
                ]}
              />
            </Form.Item>
            {lasts === 'days' ? (
              <Form.Item name={[name, 'days']} noStyle rules={[{ required: true, message: words.required }]}>
                <InputNumber
                  min={1}
                  max={3650}
                  precision={0}
                  suffix={words.dayUnit}
                  aria-label={words.duration}
                  style={{ width: 110 }}
                />
              </Form.Item>
            ) : null}
          </div>
        </Form.Item>
      </div>
    </section>
  );
}

/** A rate is one field of the form. */
const rateAsOne = (pointer: string): string => pointer.replace(/\/rate\/.*/, '/rate');

function given(rate: Rate | null, words: (typeof tierBonusesWords)['zh']): Promise<void> {
  const figure = rate === null ? '' : 'percent' in rate ? rate.percent : rate.fixed;
  return figure === '' ? Promise.reject(new Error(words.required)) : Promise.resolve();
}

function valuesOf(form: TierBonuses['tierBonuses']): Values {
  if (!form) return { tierBonuses: { metric: 'sales', steps: [blankStep] } };
  const steps = form.steps.map(
    (step): StepValues => ({ ...step, lasts: step.days === null ? 'good' : 'days', days: step.days ?? 30 }),
  );
  return { tierBonuses: { metric: form.metric, steps } };
}

function bonusesOf({ tierBonuses }: Values): Sent {
  return {
    metric: tierBonuses.metric,
    steps: tierBonuses.steps.map((step) => ({
      threshold: String(step.threshold ?? ''),
      window: step.window,
      rate: step.rate,
      days: step.lasts === 'days' ? (step.days ?? null) : null,
    })),
  };
}
