import { usePanelGuard } from '../../kit/form/use-panel-guard';
import { useWords } from '../../kit/i18n/words';
import { SidePanel } from '../../kit/panel/side-panel';
import { Problem, withNames } from '../../lib/problem';
import type { Ladder, Moves } from './figure';
import { LadderFields, type LadderValues, ladderOf, ladderValues } from './ladder-fields';
import { ladderWords } from './ladder-words';
import type { useLadderSaving } from './use-ladder';

const panelKeys = ['edit'];

interface LadderPanelProps {
  ladder: Ladder;
  saving: ReturnType<typeof useLadderSaving>;
  onClose: () => void;
}

/** Levels, metric and reset. Saving shows first who would move; what cannot be right is said at its field. */
export function LadderPanel({ ladder, saving, onClose }: LadderPanelProps) {
  const words = useWords(ladderWords);
  const guard = usePanelGuard(panelKeys, onClose);
  const submit = async (values: LadderValues) => {
    const preview = await withNames(
      () => saving.propose(ladderOf(values), words.previewTitle, undefined, guard.leave),
      fixedLevel,
    );
    throwAtFields(preview.findings, saving.close);
  };
  return (
    <SidePanel title={words.formTitle} onClose={onClose}>
      <LadderFields
        initial={ladderValues(ladder.ladder)}
        onSubmit={submit}
        onCancel={onClose}
        onTouched={guard.touch}
      />
    </SidePanel>
  );
}

/** The fixed level of a reset is a field of its own in the form. */
const fixedLevel = (pointer: string): string => pointer.replace('/reset/to/programme', '/reset/programme');

/** Errors that name a field go back to the form instead of standing in the question. */
export function throwAtFields(findings: Moves['findings'], takeBack: () => void): void {
  const errors = findings.filter((finding) => finding.severity === 'error' && finding.pointer !== null);
  if (errors.length === 0) return;
  takeBack();
  throw new Problem(422, {
    code: 'invalid-request',
    errors: errors.map(({ pointer, code, text }) => ({ pointer: pointer ?? '', code, detail: text })),
  });
}
