import type { ReactNode } from 'react';
import styles from './life-line.module.css';

export type StepState = 'done' | 'now' | 'next' | 'failed';

export interface LifeStep {
  readonly key: string;
  readonly title: ReactNode;
  readonly state: StepState;
  /** Its time if it happened, else what it waits for. */
  readonly when?: ReactNode;
  readonly how?: ReactNode;
}

/** Where a thing stands in its life: filled has happened, ring is now, hollow comes next, a cross ended it. */
export function LifeLine({ steps, label }: { steps: readonly LifeStep[]; label: string }) {
  return (
    <ol className={styles.line} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.key}
          className={`${styles.step} ${styles[step.state]} ${isReached(steps[index + 1]) ? styles.reached : ''}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden="true" />
          <span className={styles.title}>{step.title}</span>
          {step.when ? <span className={styles.when}>{step.when}</span> : null}
          {step.how ? <span className={styles.when}>{step.how}</span> : null}
        </li>
      ))}
    </ol>
  );
}

const isReached = (step: LifeStep | undefined): boolean => step !== undefined && step.state !== 'next';
