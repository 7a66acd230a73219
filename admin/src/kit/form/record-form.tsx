import { Button, Form, type FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import { type FieldProblem, isProblem } from '../../lib/problem';
import { useWords } from '../i18n/words';
import { Notice } from '../states/notice';
import { kitWords } from '../words';
import styles from './form.module.css';

interface RecordFormProps<Values extends object> {
  form?: FormInstance<Values>;
  initial: Partial<Values>;
  onSubmit: (values: Values) => Promise<unknown>;
  submitLabel?: string;
  onCancel?: () => void;
  /** A live example beside the form, when it helps to see what the values mean. */
  example?: ReactNode;
  extra?: ReactNode;
  isReadOnly?: boolean;
  /** Something that the page shows makes saving impossible as it is. */
  isBlocked?: boolean;
  /** For forms whose labels say themselves what an empty field means. */
  hasNoMarks?: boolean;
  /** Something was changed by the reader. */
  onTouched?: () => void;
  children: ReactNode;
}

/** One column of fields. What the server refuses is shown at the field it names; the rest at the top. */
export function RecordForm<Values extends object>(props: RecordFormProps<Values>) {
  const words = useWords(kitWords);
  const [own] = Form.useForm<Values>();
  const form = props.form ?? own;
  const [isSaving, setSaving] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const submit = async (values: Values) => {
    setSaving(true);
    setRefused(null);
    try {
      await props.onSubmit(values);
    } catch (error) {
      if (!isProblem(error)) throw error;
      setRefused(refusalText(error, form, words.networkDetail));
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={styles.frame}>
      <Form<Values>
        form={form}
        layout="vertical"
        className={styles.form}
        initialValues={props.initial}
        onFinish={submit}
        onValuesChange={props.onTouched}
        disabled={props.isReadOnly}
        requiredMark={props.hasNoMarks ? false : 'optional'}
        scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
      >
        {refused ? (
          <div className={styles.refused}>
            <Notice tone="risk">{refused}</Notice>
          </div>
        ) : null}
        {props.children}
        {props.isReadOnly ? null : (
          <div className={styles.buttons}>
            <Button type="primary" htmlType="submit" loading={isSaving} disabled={props.isBlocked}>
              {props.submitLabel ?? words.save}
            </Button>
            {props.onCancel ? <Button onClick={props.onCancel}>{words.cancel}</Button> : null}
            {props.extra}
          </div>
        )}
      </Form>
      {props.example ? <aside className={styles.example}>{props.example}</aside> : null}
    </div>
  );
}

interface Refused {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

function refusalText<Values extends object>(problem: Refused, form: FormInstance<Values>, networkText: string): string {
  const fields = problem.errors.map((error) => ({ name: fieldPath(error.pointer), errors: [error.detail] }));
  const shown = new Set(form.getFieldsError().map(({ name }) => JSON.stringify(name)));
  const known = fields.filter(({ name }) => shown.has(JSON.stringify(name)));
  if (known.length > 0) {
    form.setFields(known as never);
    form.scrollToField(known[0]?.name as never, { block: 'center' });
  }
  if (problem.status === 0) return networkText;
  const rest = problem.errors.filter((_, index) => !known.includes(fields[index] as (typeof fields)[number]));
  return [problem.detail || problem.title, ...rest.map((error) => error.detail)].filter(Boolean).join(' ');
}

/** /lines/0/price is the field ['lines', 0, 'price']. */
function fieldPath(pointer: string): (string | number)[] {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}
