import { useState } from 'react';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { Notice } from '../../kit/states/notice';
import { RulesFrame } from '../plans/rules-frame';
import type { TextPlace } from './json-place';
import styles from './plan-trial.module.css';
import { planTrialWords } from './plan-trial-words';
import { ScenarioEditor } from './scenario-editor';
import { ScenarioOutcome } from './scenario-outcome';
import { useScenario } from './use-scenario';

/** A scenario file, played in a database of its own: a plan tried before anybody is paid by it. */
export function PlanTrialPage() {
  const words = useWords(planTrialWords);
  const mayTry = useCan('rules');
  const scenario = useScenario();
  const [place, goTo] = useState<TextPlace | null>(null);
  return (
    <RulesFrame tab="plan-trial">
      <p className={styles.intro}>{words.intro}</p>
      {mayTry ? (
        <div className={styles.columns}>
          <ScenarioEditor scenario={scenario} place={place} />
          <ScenarioOutcome scenario={scenario} onGoTo={goTo} />
        </div>
      ) : (
        <Notice tone="plain">{words.mayNot}</Notice>
      )}
    </RulesFrame>
  );
}
