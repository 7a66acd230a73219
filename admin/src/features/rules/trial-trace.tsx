import { useWords } from '../../kit/i18n/words';
import { SidePanel } from '../../kit/panel/side-panel';
import { useZone } from '../../kit/time/zone-context';
import { CommissionTrace } from '../commission/commission-trace';
import styles from './trial.module.css';
import { TrialAnswer } from './trial-result';
import { trialWords } from './trial-words';
import type { Trial } from './types';

/** The whole computation of the tried order, as it would stand beside a real commission. */
export function TrialTrace({ trial, onClose }: { trial: Trial; onClose: () => void }) {
  const words = useWords(trialWords);
  const { currency } = useZone();
  return (
    <SidePanel title={words.traceTitle} onClose={onClose}>
      <TrialAnswer answer={trial} />
      <CommissionTrace trace={trial.trace} currency={currency} />
      {trial.sentence ? (
        <p className={styles.told}>
          <b>{words.told}</b>
          {trial.sentence}
        </p>
      ) : null}
    </SidePanel>
  );
}
