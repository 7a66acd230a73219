import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { TwoColumns } from '../../kit/shell/two-columns';
import { RulesFrame } from '../plans/rules-frame';
import { draftBackTest, type PlanChange, useBackTestDraft, withChange } from './back-test-draft';
import { BackTestView } from './back-test-view';
import { ChangePanel, type Editing } from './change-panel';
import { DraftSection } from './draft-section';
import { EarlierBackTests } from './earlier-back-tests';
import styles from './trials.module.css';
import { useBackTestSteps } from './use-back-tests';
import { trialsWords } from './words';

/** Changes of the rule book on the real sales of the last days, old against new, before anything is saved. */
export function BackTestsPage() {
  const words = useWords(trialsWords);
  const url = useListUrl();
  const changes = useBackTestDraft();
  const [editing, setEditing] = useState<{ what: Editing; index: number | null } | null>(null);
  const steps = useBackTestSteps((test) => url.set({ open: test.id }, 'push'));
  const openId = url.get('open');
  useListKeys({ move: () => undefined, close: editing ? () => setEditing(null) : undefined });
  const keep = (change: PlanChange) => {
    draftBackTest(withChange(changes, change, editing?.index ?? null));
    setEditing(null);
  };
  const panel = editing ? (
    <ChangePanel
      key={`${editing.what.kind} ${editing.index}`}
      editing={editing.what}
      onKeep={keep}
      onClose={() => setEditing(null)}
    />
  ) : undefined;
  return (
    <RulesFrame tab="back-tests" panel={panel} isBounded>
      <p className={styles.intro}>{words.intro}</p>
      <TwoColumns side={<EarlierBackTests openId={openId} onOpen={(id) => url.set({ open: id }, 'push')} />}>
        <DraftSection
          isBusy={steps.isBusy}
          onEdit={(what, index) => setEditing({ what, index })}
          onRun={(list, days) => void steps.start(list, days)}
        />
        {openId ? (
          <BackTestView key={openId} id={openId} isBusy={steps.isBusy} onCancel={() => void steps.cancel(openId)} />
        ) : null}
      </TwoColumns>
    </RulesFrame>
  );
}
