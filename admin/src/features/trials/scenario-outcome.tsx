import { useWords } from '../../kit/i18n/words';
import { StatusTag } from '../../kit/panel/status-tag';
import { EmptyState } from '../../kit/states/empty-state';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { TextButton } from '../../kit/text-button';
import { placeOfPath, type TextPlace } from './json-place';
import { planDifferences } from './plan-differences';
import styles from './plan-trial.module.css';
import { planTrialWords } from './plan-trial-words';
import { ScenarioResults } from './scenario-results';
import type { PlanTrial, ScenarioState } from './use-scenario';

interface ScenarioOutcomeProps {
  scenario: ScenarioState;
  onGoTo: (place: TextPlace) => void;
}

/** What came of it: why it cannot be played and where, or whether it is as expected, and everything that came out. */
export function ScenarioOutcome({ scenario, onGoTo }: ScenarioOutcomeProps) {
  const words = useWords(planTrialWords);
  const { syntax, trial, error, isPlaying, played } = scenario;
  if (isPlaying)
    return (
      <section className={styles.outcome} aria-label={words.running} aria-busy="true">
        <LinesSkeleton lines={7} />
      </section>
    );
  return (
    <section className={styles.outcome} aria-live="polite" aria-label={words.what}>
      {syntax ? (
        <Wrong title={words.notJson} detail={syntax.message} place={syntax.place} onGoTo={onGoTo} />
      ) : error ? (
        <ProblemState error={error} what={words.what} onRetry={scenario.run} small />
      ) : trial?.invalid ? (
        <Wrong
          title={words.invalid}
          path={trial.invalid.path}
          detail={trial.invalid.detail}
          place={placeOfPath(played, trial.invalid.path)}
          onGoTo={onGoTo}
        />
      ) : trial ? (
        <>
          <Verdict trial={trial} hasExpect={/"expect"\s*:/.test(played)} />
          <Differences diffs={trial.diffs} />
          <ScenarioResults actual={trial.actual} currency={currencyOf(played)} />
        </>
      ) : (
        <EmptyState title={words.nothingYet} small>
          {words.nothingYetDetail}
        </EmptyState>
      )}
    </section>
  );
}

interface WrongProps {
  title: string;
  path?: string;
  detail: string;
  place: TextPlace | null;
  onGoTo: (place: TextPlace) => void;
}

function Wrong({ title, path, detail, place, onGoTo }: WrongProps) {
  const words = useWords(planTrialWords);
  return (
    <Notice tone="risk">
      <strong>{title}</strong>
      <p className={styles.wrong}>
        {place ? `${words.line(place.line)} · ` : ''}
        {path ? <code>{path}</code> : null} {detail}
      </p>
      {place ? <TextButton onClick={() => onGoTo({ ...place })}>{words.goThere}</TextButton> : null}
    </Notice>
  );
}

function Verdict({ trial, hasExpect }: { trial: PlanTrial; hasExpect: boolean }) {
  const words = useWords(planTrialWords);
  const said = !hasExpect
    ? words.noExpect
    : trial.passed
      ? words.passed
      : words.failed(planDifferences(trial.diffs).length);
  return (
    <header className={styles.verdict}>
      <h2>{trial.title}</h2>
      <div>
        <StatusTag tone={!hasExpect ? 'plain' : trial.passed ? 'ok' : 'risk'}>{said}</StatusTag>{' '}
        <span className={styles.quiet}>{words.took(trial.milliseconds)}</span>
      </div>
    </header>
  );
}

function Differences({ diffs }: { diffs: PlanTrial['diffs'] }) {
  const words = useWords(planTrialWords);
  if (diffs.length === 0) return null;
  const say = (value: unknown) =>
    value === undefined || value === null ? words.nothing : typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <ul className={styles.diffs} aria-label={words.where}>
      {planDifferences(diffs).map(({ path, about, fields }) => (
        <li key={`${path} ${about} ${fields.map(({ name }) => name).join(' ')}`}>
          {about ? <strong>{about}</strong> : null} <code>{path}</code>
          {fields.map(({ name, expected, actual }) => (
            <p key={name}>{words.differs(name, say(expected), say(actual))}</p>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** The currency that the plan names; scenarios are in CNY unless they say otherwise. */
function currencyOf(text: string): string {
  return /"currency"\s*:\s*"([A-Z]{3})"/.exec(text)?.[1] ?? 'CNY';
}
