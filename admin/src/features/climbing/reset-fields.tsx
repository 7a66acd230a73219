import { nextReset } from '@fenrun/engine';
import { zone } from '@fenrun/kernel';
import { DatePicker, Form, InputNumber, Radio, Select, Switch } from 'antd';
import dayjs from 'dayjs';
import { keepFormUnsent } from '../../kit/form/window-field';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { dayIn, dayText } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import styles from './climbing.module.css';
import type { ProgrammeOption } from './ladder-fields';
import { ladderWords } from './ladder-words';

export interface ResetValues {
  isOn: boolean;
  everyMonths: number;
  day: number;
  from?: string;
  to: 'previous' | 'fixed';
  programme?: string;
}

interface ResetFieldsProps {
  values: ResetValues;
  levels: readonly { programme?: string }[];
  programmes: readonly ProgrammeOption[];
}

const at = (field: string) => ['ladder', 'reset', field];
/** How many coming resets the example names. */
const namedResets = 3;

/** The regular reset: how often, on which day, counted from when, and to which level. The next dates stand below, as they will fall. */
export function ResetFields({ values, levels, programmes }: ResetFieldsProps) {
  const words = useWords(ladderWords);
  const coming = useComingResets(values);
  const need = [{ required: true, message: words.required }];
  const onLadder = programmes.filter((one) => levels.some((level) => level?.programme === one.id));
  return (
    <>
      <Form.Item name={at('isOn')} label={words.reset} required valuePropName="checked">
        <Switch aria-label={words.resetOn} />
      </Form.Item>
      {values.isOn ? (
        <>
          <Form.Item extra={coming ? words.comingResets(coming) : words.clamped}>
            <div className={styles.inline}>
              {words.resetParts(
                <Form.Item name={at('everyMonths')} noStyle rules={need}>
                  <InputNumber min={1} max={120} precision={0} aria-label={words.months} style={{ width: 72 }} />
                </Form.Item>,
                <Form.Item name={at('day')} noStyle rules={need}>
                  <InputNumber min={1} max={31} precision={0} aria-label={words.day} style={{ width: 72 }} />
                </Form.Item>,
              )}
            </div>
          </Form.Item>
          <Form.Item
            name={at('from')}
            label={words.from}
            extra={words.clamped}
            rules={need}
            getValueProps={(day?: string) => ({ value: day ? dayjs(day) : null })}
            getValueFromEvent={(day: dayjs.Dayjs | null) => day?.format('YYYY-MM-DD')}
          >
            <DatePicker allowClear={false} onKeyDown={keepFormUnsent} />
          </Form.Item>
          <Form.Item name={at('to')} label={words.resetTo} required>
            <Radio.Group
              options={[
                { value: 'previous', label: words.previous },
                { value: 'fixed', label: words.fixed },
              ]}
            />
          </Form.Item>
          {values.to === 'fixed' ? (
            <Form.Item name={at('programme')} label={words.fixedProgramme} rules={need}>
              <Select options={onLadder.map((one) => ({ value: one.id, label: one.name }))} />
            </Form.Item>
          ) : null}
        </>
      ) : null}
    </>
  );
}

/** The dates of the coming resets as the server will find them: by the same calendar. */
function useComingResets(values: ResetValues): string | null {
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const { from, everyMonths, day } = values;
  if (!values.isOn || !from || !everyMonths || !day) return null;
  const here = zone(timezone);
  const days: string[] = [];
  let after = now;
  while (days.length < namedResets) {
    const next = nextReset({ everyMonths, day, from, to: 'previous' }, here, after);
    days.push(dayText(dayIn(next.at, timezone), language, true));
    after = next.at;
  }
  return days.join(language === 'zh' ? '、' : ', ');
}
