import { CloseOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { Section } from '../../kit/shell/section';
import { Quiet } from '../../kit/text';
import { TextButton } from '../../kit/text-button';
import { FindingList } from '../plans/finding-list';
import { useCheck } from '../plans/use-check';
import { draftBackTest, joinNextChanges, type PlanChange, useBackTestDraft } from './back-test-draft';
import type { Editing } from './change-panel';
import { ChangeText } from './change-text';
import styles from './trials.module.css';
import { trialsWords } from './words';

const daysOffered = [30, 90, 365] as const;

interface DraftSectionProps {
  isBusy: boolean;
  onEdit: (editing: Editing, index: number | null) => void;
  onRun: (changes: readonly PlanChange[], days: number) => void;
}

/** What is to be tried, as sentences, over how many days, and the one button. */
export function DraftSection({ isBusy, onEdit, onRun }: DraftSectionProps) {
  const words = useWords(trialsWords);
  const mayRun = useCan('rules');
  const changes = useBackTestDraft();
  const navigate = useNavigate();
  const addRule = () => {
    joinNextChanges();
    void navigate('/rules/layers?add=sales_match');
  };
  const findings = useNewFindings(changes);
  const [days, setDays] = useState<number>(daysOffered[0]);
  if (!mayRun) return <p className={styles.intro}>{words.mayNot}</p>;
  const clear = changes.length > 0 ? <TextButton onClick={() => draftBackTest([])}>{words.clear}</TextButton> : null;
  return (
    <Section
      title={words.draftTitle}
      hint={changes.length > 0 ? words.draftHint(changes.length) : undefined}
      extra={clear}
    >
      {changes.length === 0 ? <p className={styles.nothing}>{words.draftEmpty}</p> : null}
      <ul className={styles.changes} aria-label={words.draftTitle}>
        {changes.map((change, index) => (
          <ChangeLine
            key={`${index} ${JSON.stringify(change).length}`}
            change={change}
            onEdit={() => onEdit({ kind: change.kind as Editing['kind'], change }, index)}
            onRemove={() => draftBackTest(changes.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      <div className={styles.add}>
        <Button onClick={() => onEdit({ kind: 'rule' }, null)}>{words.changeRule}</Button>
        <Button onClick={addRule}>{words.addRule}</Button>
        <Button onClick={() => onEdit({ kind: 'programme' }, null)}>{words.changeProgramme}</Button>
        <Button onClick={() => onEdit({ kind: 'settings' }, null)}>{words.changeSettings}</Button>
      </div>
      <div className={styles.findings}>
        <FindingList findings={findings} />
      </div>
      <div className={styles.runLine}>
        <span>{words.overDays}</span>
        <Segmented<number>
          value={days}
          onChange={setDays}
          options={daysOffered.map((value) => ({ value, label: words.daysOption(value) }))}
        />
        <span>{words.ordersOf}</span>
        <Button type="primary" disabled={changes.length === 0} loading={isBusy} onClick={() => onRun(changes, days)}>
          {words.run}
        </Button>
      </div>
    </Section>
  );
}

/** What the changes bring about; what the rule book is to be looked at for anyway has its place beside the rules. */
function useNewFindings(changes: readonly PlanChange[]) {
  const isAny = changes.length > 0;
  const { findings } = useCheck(isAny ? [...changes] : null);
  const { findings: known } = useCheck(isAny ? noChanges : null);
  return findings.filter(({ code, text }) => !known.some((one) => one.code === code && one.text === text));
}

const noChanges: [] = [];

/** Kinds that have a form here; the others are edited where they came from. */
const editable: readonly string[] = ['rule', 'programme', 'settings'] satisfies Editing['kind'][];

function ChangeLine({ change, onEdit, onRemove }: { change: PlanChange; onEdit: () => void; onRemove: () => void }) {
  const words = useWords(trialsWords);
  const isNewRule = change.kind === 'rule' && change.id === undefined;
  return (
    <li>
      <span className={styles.change}>
        <ChangeText change={change} />
      </span>
      {editable.includes(change.kind) && !isNewRule ? (
        <Button size="small" type="text" onClick={onEdit}>
          {words.edit}
        </Button>
      ) : (
        <Quiet> </Quiet>
      )}
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={words.remove} onClick={onRemove} />
    </li>
  );
}
