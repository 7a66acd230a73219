import { CloseOutlined } from '@ant-design/icons';
import { Button, Switch } from 'antd';
import { useWords } from '../../kit/i18n/words';
import { TextButton } from '../../kit/text-button';
import { kitWords } from '../../kit/words';
import { FillOrder } from './fill-order';
import styles from './trial.module.css';
import { TrialFields } from './trial-fields';
import { TrialResult } from './trial-result';
import { trialWords } from './trial-words';
import { blankOrder } from './tried-order';
import type { TrialState } from './use-trial';

interface TrialPanelProps {
  trial: TrialState;
  onTrace: () => void;
  /** Absent where the panel always stands beside the rules. */
  onClose?: () => void;
}

/** Any order, tried by the rules as they are: what it would pay, and at the left why. */
export function TrialPanel({ trial, onTrace, onClose }: TrialPanelProps) {
  const words = useWords(trialWords);
  const kit = useWords(kitWords);
  return (
    <aside className={styles.panel} aria-label={words.title}>
      <header className={styles.head}>
        <h2>{words.title}</h2>
        <label className={styles.mark} htmlFor="trial-mark">
          {words.mark}
          <Switch id="trial-mark" size="small" checked={trial.isMarking} onChange={trial.setMarking} />
        </label>
        {onClose ? <Button type="text" icon={<CloseOutlined />} aria-label={kit.close} onClick={onClose} /> : null}
      </header>
      <div className={styles.body}>
        <TrialFields order={trial.order} onChange={trial.change} />
        <TrialResult trial={trial} />
        <div className={styles.actions}>
          <Button onClick={onTrace} disabled={!trial.answer || trial.answer.trace.lines.length === 0}>
            {words.trace}
          </Button>
          <FillOrder onFill={trial.change} />
        </div>
        {trial.order.filledFrom ? (
          <p className={styles.only}>
            {words.filledFrom(trial.order.filledFrom)}{' '}
            <TextButton onClick={() => trial.change(blankOrder)}>{words.reset}</TextButton>
          </p>
        ) : null}
        <p className={styles.only}>{words.only}</p>
      </div>
    </aside>
  );
}
