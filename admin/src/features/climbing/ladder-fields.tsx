import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { ladderMetricWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select, Switch } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { Notice } from '../../kit/states/notice';
import { businessNow } from '../../kit/time/clock';
import { dayIn } from '../../kit/time/time-format';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { rateText } from '../plans/rate';
import { plansWords } from '../plans/words';
import styles from './climbing.module.css';
import { compareDecimals, isCount, type LadderForm, type Metric } from './figure';
import { ladderWords } from './ladder-words';
import { ResetFields, type ResetValues } from './reset-fields';

interface Level {
  programme?: string;
  threshold?: string | null;
}

/** Names follow the body that is sent, so that what the server refuses lands on its field. */
export interface LadderValues {
  ladder: { isOn: boolean; metric: Metric; levels: Level[]; reset: ResetValues };
}

interface LadderFieldsProps {
  initial: LadderValues;
  onSubmit: (values: LadderValues) => Promise<unknown>;
  onCancel: () => void;
  onTouched: () => void;
}

export function LadderFields({ initial, onSubmit, onCancel, onTouched }: LadderFieldsProps) {
  const words = useWords(ladderWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const [form] = Form.useForm<LadderValues>();
  const programmes = useActiveProgrammes();
  const metric: Metric = Form.useWatch(['ladder', 'metric'], form) ?? initial.ladder.metric;
  const submit = (values: LadderValues) => {
    const levels = values.ladder.levels.toSorted((a, b) => compareDecimals(a.threshold ?? '0', b.threshold ?? '0'));
    form.setFieldValue(['ladder', 'levels'], levels);
    return onSubmit({ ladder: { ...values.ladder, levels } });
  };
  const startsWith: LadderValues = {
    ladder: {
      ...initial.ladder,
      reset: { ...initial.ladder.reset, from: initial.ladder.reset.from ?? dayIn(businessNow(), timezone) },
    },
  };
  return (
    <RecordForm<LadderValues>
      form={form}
      initial={startsWith}
      onSubmit={submit}
      onCancel={onCancel}
      onTouched={onTouched}
      submitLabel={words.preview}
    >
      <Form.Item name={['ladder', 'metric']} label={words.metric} required>
        <Select options={wordOptions(ladderMetricWords, language).map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      {metric === 'downline_sales' ? (
        <div className={styles.notices}>
          <Notice>{words.downlineHint}</Notice>
        </div>
      ) : null}
      <Levels metric={metric} programmes={programmes} chosen={Form.useWatch(['ladder', 'levels'], form) ?? []} />
      <ResetFields
        levels={Form.useWatch(['ladder', 'levels'], form) ?? []}
        values={Form.useWatch(['ladder', 'reset'], form) ?? startsWith.ladder.reset}
        programmes={programmes}
      />
      <Form.Item name={['ladder', 'isOn']} label={words.isOn} required valuePropName="checked" extra={words.demoteHint}>
        <Switch />
      </Form.Item>
    </RecordForm>
  );
}

export interface ProgrammeOption {
  readonly id: string;
  readonly name: string;
  readonly rate: string;
}

function useActiveProgrammes(): readonly ProgrammeOption[] {
  const plans = useWords(plansWords);
  const { currency } = useZone();
  const { data } = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
  const active = data?.data.filter((one) => one.active) ?? [];
  return active.map(({ id, name, rate }) => ({ id, name, rate: rateText(rate, currency, plans) }));
}

interface LevelsProps {
  metric: Metric;
  programmes: readonly ProgrammeOption[];
  chosen: readonly Level[];
}

function Levels({ metric, programmes, chosen }: LevelsProps) {
  const words = useWords(ladderWords);
  const { currency } = useZone();
  const used = new Set(chosen.map((level) => level?.programme));
  const isFull = programmes.length > 0 && chosen.length >= programmes.length;
  const unit = isCount(metric)
    ? { precision: 0, suffix: words.orders('0').replace('0', '').trim() }
    : { prefix: currencySymbol(currency) };
  const needLevel = (_: unknown, levels: readonly Level[] | undefined) =>
    levels && levels.length > 0 ? Promise.resolve() : Promise.reject(new Error(words.needLevel));
  return (
    <Form.List name={['ladder', 'levels']} rules={[{ validator: needLevel }]}>
      {(fields, { add, remove }, { errors }) => (
        <Form.Item label={words.levels} required extra={isFull ? words.noMoreProgrammes : words.levelsHint}>
          <ul className={styles.levels} aria-label={words.levels}>
            {fields.map((field, index) => (
              <li key={field.key} className={styles.level}>
                <span className={styles.place}>{words.level(index + 1)}</span>
                <Form.Item name={[field.name, 'programme']} rules={[{ required: true, message: words.required }]}>
                  <Select
                    aria-label={`${words.level(index + 1)} ${words.programme}`}
                    placeholder={words.programme}
                    options={programmes.map((one) => ({
                      value: one.id,
                      label: `${one.name}  ${one.rate}`,
                      disabled: used.has(one.id) && chosen[index]?.programme !== one.id,
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[field.name, 'threshold']}
                  dependencies={chosen.map((_, place) => ['ladder', 'levels', place, 'threshold'])}
                  rules={[
                    { required: true, message: words.required },
                    { validator: (_, value) => distinct(value, index, chosen, words.notHigher) },
                  ]}
                >
                  <InputNumber<string>
                    stringMode
                    min="0"
                    aria-label={`${words.level(index + 1)} ${words.threshold}`}
                    placeholder={words.threshold}
                    style={{ width: '100%' }}
                    {...unit}
                  />
                </Form.Item>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={`${words.level(index + 1)} ${words.removeLevel}`}
                  onClick={() => remove(field.name)}
                />
              </li>
            ))}
          </ul>
          <Button size="small" type="dashed" icon={<PlusOutlined />} disabled={isFull} onClick={() => add({})}>
            {words.addLevel}
          </Button>
          <Form.ErrorList errors={errors} />
        </Form.Item>
      )}
    </Form.List>
  );
}

/** Levels are put in order when they are saved, so only equal thresholds are wrong here: the later one is told. */
function distinct(value: unknown, index: number, levels: readonly Level[], text: string): Promise<void> {
  if (value === null || value === undefined || value === '') return Promise.resolve();
  const twice = levels.some(
    (level, place) =>
      place < index && level?.threshold && compareDecimals(String(level.threshold), String(value)) === 0,
  );
  return twice ? Promise.reject(new Error(text)) : Promise.resolve();
}

export function ladderValues(ladder: LadderForm | null): LadderValues {
  if (!ladder) {
    return {
      ladder: {
        isOn: true,
        metric: 'referral_order_value',
        levels: [{ threshold: '0' }, {}],
        reset: { isOn: false, everyMonths: 6, day: 1, to: 'previous' },
      },
    };
  }
  const { reset, ...rest } = ladder;
  const values: ResetValues = reset
    ? {
        isOn: true,
        everyMonths: reset.everyMonths,
        day: reset.day,
        from: reset.from,
        to: reset.to === 'previous' ? 'previous' : 'fixed',
        programme: reset.to === 'previous' ? undefined : reset.to.programme,
      }
    : { isOn: false, everyMonths: 6, day: 1, to: 'previous' };
  return { ladder: { ...rest, levels: [...rest.levels], reset: values } };
}

export function ladderOf({ ladder }: LadderValues): LadderForm {
  const { reset } = ladder;
  return {
    isOn: ladder.isOn,
    metric: ladder.metric,
    levels: ladder.levels.map((level) => ({
      programme: level.programme ?? '',
      threshold: String(level.threshold ?? '0'),
    })),
    reset: reset.isOn
      ? {
          everyMonths: reset.everyMonths,
          day: reset.day,
          from: reset.from ?? '',
          to: reset.to === 'previous' ? 'previous' : { programme: reset.programme ?? '' },
        }
      : null,
  };
}
