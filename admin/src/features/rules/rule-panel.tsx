import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useCallback, useState } from 'react';
import { useCan } from '../../kit/can';
import { useLeaveGuard } from '../../kit/form/use-leave-guard';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import { ruleFormWords } from './form-words';
import { RuleForm } from './rule-form';
import styles from './rule-form.module.css';
import type { RuleBody, RuleDetail, RuleLayer } from './types';
import type { TrialState } from './use-trial';
import { rulesWords } from './words';

interface RulePanelProps {
  /** Null adds a rule to the layer, like another one if that is given. */
  id: string | null;
  layer?: RuleLayer;
  like?: string | null;
  field: string | null;
  trial: TrialState;
  onClose: () => void;
  onDuplicate: (layer: RuleLayer, like: string) => void;
}

/** The addresses between which unsaved changes are asked about: another panel is another thing. */
const panelKeys = ['open', 'add', 'like'];

/** One rule: what it says, as a form; what it paid lately; and the versions that decided earlier sales. */
export function RulePanel(props: RulePanelProps) {
  const { id, like } = props;
  const words = useWords(ruleFormWords);
  const names = useWords(rulesWords);
  const mayEdit = useCan('rules');
  const [isChanged, setChanged] = useState(false);
  useLeaveGuard(isChanged, panelKeys);
  const asked = id ?? like ?? null;
  const query = useQuery({
    queryKey: ['rules', 'one', asked],
    queryFn: ({ signal }) => call(routes.rules.read, { params: { id: asked ?? '' }, signal }),
    enabled: asked !== null,
  });
  const rule = id === null ? null : (query.data ?? null);
  const save = useSave(rule, () => {
    setChanged(false);
    // The guard must have seen that nothing is left unsaved before the panel goes.
    window.setTimeout(props.onClose, 0);
  });
  const changed = useCallback((next: boolean) => setChanged(next), []);
  const isEnded = rule?.state === 'ended';
  const title =
    id === null ? words.addTitle : rule ? rule.name || `${rule.sentence} ${rule.rateText}` : words.editTitle;
  return (
    <SidePanel title={title} onClose={props.onClose}>
      {asked !== null && query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={names.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {rule ? <Lately rule={rule} /> : null}
      {isEnded ? (
        <div className={styles.facts}>
          <Notice tone="plain">
            {words.ended}{' '}
            {mayEdit ? (
              <Button type="link" size="small" onClick={() => props.onDuplicate(rule.layer, rule.id)}>
                {words.duplicate}
              </Button>
            ) : null}
          </Notice>
        </div>
      ) : null}
      {asked === null || query.data ? (
        <RuleForm
          key={rule?.version ?? 'new'}
          rule={rule}
          like={id === null ? query.data : undefined}
          layer={rule?.layer ?? props.layer ?? 'sales_match'}
          field={props.field}
          trial={props.trial}
          isReadOnly={!mayEdit || isEnded}
          onChanged={changed}
          onSave={save}
          onCancel={props.onClose}
        />
      ) : null}
      {rule ? <Versions rule={rule} /> : null}
    </SidePanel>
  );
}

function useSave(rule: RuleDetail | null, onSaved: () => void) {
  const words = useWords(ruleFormWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  return async (body: RuleBody, { id, note }: { id?: string; note?: string }) => {
    if (rule) {
      const noted = { ...body, version: rule.version, note: note || undefined };
      await call(routes.rules.save, { params: { id: rule.id }, body: noted });
    } else {
      await call(routes.rules.add, { body: { ...body, id } });
    }
    message.success(rule ? words.saved : words.added);
    void client.invalidateQueries({ queryKey: ['rules'] });
    onSaved();
  };
}

function Lately({ rule }: { rule: RuleDetail }) {
  const words = useWords(ruleFormWords);
  const { won } = rule;
  return (
    <p className={styles.facts}>
      {won.orders === 0
        ? words.wonNothing
        : words.won(
            won.orders,
            won.lines,
            <MoneyText amount={won.base} size="text" tone="text" />,
            <MoneyText amount={won.amount} size="text-strong" />,
          )}
    </p>
  );
}

function Versions({ rule }: { rule: RuleDetail }) {
  const words = useWords(ruleFormWords);
  return (
    <div data-field="history" className={styles.history}>
      <PanelSection title={words.versions}>
        <ul className={styles.versions}>
          {rule.versions.map((version) => (
            <li key={version.version}>
              <div className={styles.versionHead}>
                <span>{words.version(version.version)}</span>
                <span>{version.since ? <TimeText at={version.since} /> : words.sinceStart}</span>
                <span>{version.savedBy}</span>
                <span>{version.note}</span>
              </div>
              {version.ended ? (
                words.endedVersion
              ) : (
                <div>
                  {version.sentence} <b>{version.rateText}</b>
                </div>
              )}
            </li>
          ))}
        </ul>
      </PanelSection>
    </div>
  );
}
