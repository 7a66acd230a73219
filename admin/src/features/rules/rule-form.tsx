import { ruleLayerWords } from '@fenrun/contracts/labels';
import { Button, Form, Input, InputNumber, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { FindMany } from '../../kit/form/find-many';
import { RecordForm } from '../../kit/form/record-form';
import { keptState } from '../../kit/form/use-leave-guard';
import { WindowField } from '../../kit/form/window-field';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { useZone } from '../../kit/time/zone-context';
import { findCategories, findGroups, findPromoters, findSkus } from '../../lib/find-options';
import { isProblem } from '../../lib/problem';
import { FindingList } from '../plans/finding-list';
import { RateField } from '../plans/rate-field';
import { type Changes, useOwnFindings } from '../plans/use-check';
import { newRuleId, startBackTestUrl } from '../trials/back-test-draft';
import { ConditionFields } from './condition-fields';
import { ruleFormWords } from './form-words';
import { RuleExample } from './rule-example';
import styles from './rule-form.module.css';
import {
  atFields,
  blankValues,
  bodyOf,
  type Condition,
  conditionsIn,
  isSameRule,
  isWhole,
  type RuleValues,
  valuesOf,
} from './rule-values';
import type { Rule, RuleBody, RuleLayer } from './types';
import type { TrialState } from './use-trial';
import { rulesWords } from './words';

interface RuleFormProps {
  /** The rule that is edited; null for a new one. */
  rule: Rule | null;
  /** The rule whose fields a new one starts with. */
  like?: Rule;
  layer: RuleLayer;
  /** The field that the reader came for. */
  field: string | null;
  trial: TrialState;
  isReadOnly: boolean;
  onChanged: (isChanged: boolean) => void;
  onSave: (body: RuleBody, extra: { id?: string; note?: string }) => Promise<unknown>;
  onCancel: () => void;
}

/** One column that reads as a sentence: whom, when, which orders, how much. Beneath it what it would do. */
export function RuleForm(props: RuleFormProps) {
  const { rule, like, isReadOnly } = props;
  const words = useWords(ruleFormWords);
  const { timezone } = useZone();
  const [form] = Form.useForm<RuleValues>();
  const start = rule ?? like;
  const initial = useMemo(
    () => (start ? valuesOf(start, timezone) : blankValues(props.layer)),
    [start, timezone, props.layer],
  );
  const [shown, setShown] = useState<readonly Condition[]>(() => (start ? conditionsIn(start) : []));
  const draft = useDraft(form.getFieldsValue, Form.useWatch([], form), initial, shown, rule);
  const id = rule?.id ?? newRuleId;
  const { findings, isChecking, isChecked } = useOwnFindings(isReadOnly ? null : draft.changes, id);
  const isBlocked = findings.some(
    ({ severity, about, pointer }) =>
      severity === 'error' && (pointer !== null || about.some((one) => one.kind === 'rule' && one.id === id)),
  );
  const { onChanged } = props;
  const isChanged = draft.isChanged || (rule === null && shown.length > 0);
  useEffect(() => onChanged(isChanged), [onChanged, isChanged]);
  const box = useRef<HTMLDivElement>(null);
  useFocus(box, props.field);
  const navigate = useNavigate();
  const save = async (values: RuleValues) => {
    try {
      const own = values.id?.trim() || undefined;
      await props.onSave(bodyOf({ ...initial, ...values }, shown, rule, timezone), { id: own, note: values.note });
    } catch (error) {
      throw isProblem(error) ? atFields(error) : error;
    }
  };
  const backTest = () => {
    if (draft.changes) void navigate(startBackTestUrl(draft.changes), { state: keptState });
  };
  return (
    <div ref={box} className={styles.form}>
      <RecordForm<RuleValues>
        form={form}
        initial={initial}
        onSubmit={save}
        submitLabel={rule ? words.save : words.add}
        onCancel={props.onCancel}
        isReadOnly={isReadOnly}
        isBlocked={isBlocked}
        hasNoMarks
        extra={
          <Button disabled={draft.changes === null || !isChanged} onClick={backTest}>
            {words.backTest}
          </Button>
        }
      >
        <WhomAndWhen rule={rule} layer={draft.layer} isFixed={rule !== null} />
        {draft.layer === 'sales_match' ? (
          <ConditionFields shown={shown} onShow={setShown} isReadOnly={isReadOnly} />
        ) : (
          <ProductFields />
        )}
        <RateAndScope layer={draft.layer} isZero={draft.isZero} />
        <RareFields
          isNew={rule === null}
          startsOpen={start !== undefined && (start.name !== '' || start.priority !== 100)}
        />
        {isReadOnly ? null : (
          <div className={styles.checked} aria-live="polite">
            <FindingList findings={findings} ownId={id} />
            {findings.length > 0 ? null : isChecking ? words.checking : isChecked ? words.fine : null}
          </div>
        )}
        <RuleExample trial={props.trial} changes={isReadOnly ? [] : draft.changes} ruleId={id} />
      </RecordForm>
    </div>
  );
}

/** What is written so far, as a change of the rule book; null while it is not whole. */
function useDraft(
  read: () => RuleValues,
  watched: unknown,
  initial: RuleValues,
  shown: readonly Condition[],
  rule: Rule | null,
) {
  const { timezone, currency } = useZone();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is watched changes with every edit
  return useMemo(() => {
    const values = { ...initial, ...read() };
    const body = bodyOf(values, shown, rule, timezone);
    const isComplete = isWhole(values, shown, currency);
    const changes: Changes | null = isComplete ? [{ kind: 'rule', id: rule?.id ?? newRuleId, rule: body }] : null;
    return {
      layer: values.layer,
      changes,
      isZero: 'percent' in values.rate && /^0(\.0*)?$/.test(values.rate.percent),
      isChanged: rule ? !isSameRule(body, rule) : !isSameRule(body, bodyAsRule(initial, timezone)),
    };
  }, [watched, initial, shown, rule, timezone, currency]);
}

const bodyAsRule = (values: RuleValues, timezone: string): Rule => bodyOf(values, [], null, timezone) as Rule;

/** Brings the field into view that the reader clicked in the sentence. */
function useFocus(box: React.RefObject<HTMLElement | null>, field: string | null) {
  useEffect(() => {
    if (!field) return;
    const timer = window.setTimeout(() => {
      const place = box.current?.parentElement?.querySelector<HTMLElement>(`[data-field="${field}"]`);
      place?.scrollIntoView({ block: 'center' });
      place?.querySelector<HTMLElement>('input, button')?.focus();
    }, 50);
    return () => window.clearTimeout(timer);
  }, [box, field]);
}

function WhomAndWhen({ rule, layer, isFixed }: { rule: Rule | null; layer: RuleLayer; isFixed: boolean }) {
  const words = useWords(ruleFormWords);
  const names = useWords(rulesWords).tokens;
  const language = useLanguage();
  const needOne = [{ required: true, message: words.needOne }];
  return (
    <>
      <Form.Item name="layer" label={words.layer} hidden={isFixed}>
        <Segmented options={wordOptions(ruleLayerWords, language).map(({ value, label }) => ({ value, label }))} />
      </Form.Item>
      {layer === 'group' ? (
        <div data-field="groups">
          <Form.Item name="groups" label={words.forGroups} rules={needOne}>
            <FindMany id="rule-groups" find={findGroups} label={words.forGroups} />
          </Form.Item>
        </div>
      ) : (
        <div data-field="promoters">
          <Form.Item
            name="promoters"
            label={layer === 'individual' ? words.forPromoters : words.forPromotersOptional}
            rules={layer === 'individual' ? needOne : []}
          >
            <FindMany id="rule-promoters" find={findPromoters} label={names.promoters} />
          </Form.Item>
        </div>
      )}
      <div data-field="window">
        <Form.Item name="days" label={words.days} extra={rule?.state === 'ended' ? undefined : words.daysHint}>
          <WindowField label={words.days} />
        </Form.Item>
      </div>
    </>
  );
}

/** Individual and group rules know no other conditions than products and categories. */
function ProductFields() {
  const words = useWords(ruleFormWords);
  const names = useWords(rulesWords).tokens;
  return (
    <fieldset className={styles.conditions}>
      <legend>{words.products}</legend>
      <p className={styles.hint}>{words.productsHint}</p>
      <div data-field="skus">
        <Form.Item name={['when', 'skus']} label={names.skus}>
          <FindMany id="rule-skus" find={findSkus} label={names.skus} />
        </Form.Item>
      </div>
      <div data-field="categories">
        <Form.Item name={['when', 'categories']} label={names.categories}>
          <FindMany id="rule-categories" find={findCategories} label={names.categories} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

function RateAndScope({ layer, isZero }: { layer: RuleLayer; isZero: boolean }) {
  const words = useWords(ruleFormWords);
  const check = {
    validator: (_: unknown, rate: Rule['rate'] | undefined) =>
      rate && ('percent' in rate ? rate.percent : rate.fixed) !== ''
        ? Promise.resolve()
        : Promise.reject(new Error(words.required)),
  };
  return (
    <>
      <div data-field="rate">
        <Form.Item name="rate" label={words.rate} rules={[check]} extra={isZero ? words.zeroRate : undefined} required>
          <RateField label={words.rate} />
        </Form.Item>
      </div>
      {layer === 'sales_match' ? (
        <div data-field="scope">
          <Form.Item name="scope" label={words.scope}>
            <Select
              options={(['auto', 'order', 'matched_lines'] as const).map((value) => ({
                value,
                label: words.scopes[value],
              }))}
            />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}

function RareFields({ isNew, startsOpen }: { isNew: boolean; startsOpen: boolean }) {
  const words = useWords(ruleFormWords);
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <>
      <div className={styles.more}>
        <Button type="link" size="small" aria-expanded={isOpen} disabled={false} onClick={() => setOpen(!isOpen)}>
          {words.more}
        </Button>
      </div>
      <div hidden={!isOpen}>
        <Form.Item name="name" label={words.name}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="priority" label={words.priority} extra={words.priorityHint}>
          <InputNumber min={0} max={1_000_000} precision={0} placeholder="100" />
        </Form.Item>
        {isNew ? (
          <Form.Item name="id" label={words.id}>
            <Input maxLength={64} />
          </Form.Item>
        ) : null}
      </div>
      {isNew ? null : (
        <Form.Item name="note" label={words.note}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </>
  );
}
