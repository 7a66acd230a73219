import { useWords } from '../../kit/i18n/words';
import { SidePanel } from '../../kit/panel/side-panel';
import type { PlanChange } from './back-test-draft';
import { ProgrammeChangeForm } from './programme-change-form';
import { RuleChangeForm } from './rule-change-form';
import { SettingsChangeForm } from './settings-change-form';
import { trialsWords } from './words';

export type Editing = { readonly kind: 'rule' | 'programme' | 'settings'; readonly change?: PlanChange };

interface ChangePanelProps {
  editing: Editing;
  onKeep: (change: PlanChange) => void;
  onClose: () => void;
}

/** The form of one drafted change: of a rule, a programme or the settings. Nothing is saved by it. */
export function ChangePanel({ editing, onKeep, onClose }: ChangePanelProps) {
  const words = useWords(trialsWords);
  const title = { rule: words.ruleTitle, programme: words.programmeTitle, settings: words.settingsTitle }[editing.kind];
  const { change } = editing;
  return (
    <SidePanel title={title} onClose={onClose}>
      {editing.kind === 'rule' ? (
        <RuleChangeForm change={change?.kind === 'rule' ? change : undefined} onKeep={onKeep} onClose={onClose} />
      ) : null}
      {editing.kind === 'programme' ? (
        <ProgrammeChangeForm
          change={change?.kind === 'programme' ? change : undefined}
          onKeep={onKeep}
          onClose={onClose}
        />
      ) : null}
      {editing.kind === 'settings' ? (
        <SettingsChangeForm
          change={change?.kind === 'settings' ? change : undefined}
          onKeep={onKeep}
          onClose={onClose}
        />
      ) : null}
    </SidePanel>
  );
}
