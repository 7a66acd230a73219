import { PushpinOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { useWidth } from '../../kit/list/use-width';
import { StatusTag } from '../../kit/panel/status-tag';
import { useZone } from '../../kit/time/zone-context';
import { figureText, type Ladder, type Metric } from './figure';
import { type LadderWords, ladderWords } from './ladder-words';
import styles from './staircase.module.css';
import { dotPitch, dotsFor, dotsPerRow, dotUnit } from './unit-dots';

type Step = Ladder['steps'][number];

interface StaircaseProps {
  steps: readonly Step[];
  beside: number;
  metric: Metric;
  isOn: boolean;
}

const leastColumn = 148;
const columnPadding = 32;
/** How much higher each step is than the one below, and the height of the first. */
const rise = 40;
const firstHeight = 98;

/** The ladder as a staircase: the height of a step is its rank, people are dots that stand on it. */
export function Staircase({ steps, beside, metric, isOn }: StaircaseProps) {
  const words = useWords(ladderWords);
  const [widthRef, width] = useWidth();
  const columnWidth = Math.max(leastColumn, width / Math.max(1, steps.length));
  const perRow = dotsPerRow((width === 0 ? 300 : columnWidth) - columnPadding);
  const unit = dotUnit(
    steps.map((step) => step.people),
    perRow,
  );
  const total = steps.reduce((sum, step) => sum + step.people, 0);
  const stepRise = Math.min(rise, 200 / Math.max(1, steps.length - 1));
  return (
    <div className={isOn ? '' : styles.off}>
      <div ref={widthRef} className={styles.frame}>
        <ol
          className={styles.steps}
          aria-label={words.staircase}
          style={{ gridTemplateColumns: `repeat(${steps.length}, minmax(${leastColumn}px, 1fr))` }}
        >
          {steps.map((step, index) => (
            <li key={step.programme} className={styles.column}>
              <People step={step} isTop={index === steps.length - 1} unit={unit} perRow={perRow} />
              <StepBlock step={step} metric={metric} height={firstHeight + index * stepRise} isFirst={index === 0} />
            </li>
          ))}
        </ol>
      </div>
      <p className={styles.caption}>
        {words.dot(unit, total)}
        {beside > 0 ? ` ${words.beside(beside)}` : ''}
      </p>
    </div>
  );
}

interface PeopleProps {
  step: Step;
  isTop: boolean;
  unit: number;
  perRow: number;
}

function People({ step, isTop, unit, perRow }: PeopleProps) {
  const words = useWords(ladderWords);
  const language = useLanguage();
  return (
    <div className={styles.people}>
      <Link className={styles.count} to={`/promoters?programme=${encodeURIComponent(step.programme)}`}>
        <b>{grouped(step.people)}</b> {words.people}
      </Link>
      <div className={styles.note}>{notes(step, isTop, words).join(language === 'zh' ? '，' : ', ')}</div>
      <Dots count={dotsFor(step.people, unit)} perRow={perRow} />
    </div>
  );
}

function notes(step: Step, isTop: boolean, words: LadderWords): string[] {
  const rose = step.roseIn30Days > 0 ? words.rose(step.roseIn30Days) : words.noRise;
  if (step.people === 0 && step.roseIn30Days === 0) return [words.nobodyHere];
  return [isTop ? words.top : rose, ...(step.pinned > 0 ? [words.pinned(step.pinned)] : [])];
}

function Dots({ count, perRow }: { count: number; perRow: number }) {
  const rows = Math.ceil(count / perRow);
  if (count === 0) return null;
  const wide = Math.min(count, perRow) * dotPitch;
  return (
    <svg className={styles.dots} width={wide} height={rows * dotPitch} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <circle
          key={index}
          cx={(index % perRow) * dotPitch + 4.5}
          cy={Math.floor(index / perRow) * dotPitch + 4.5}
          r={4.5}
        />
      ))}
    </svg>
  );
}

interface StepBlockProps {
  step: Step;
  metric: Metric;
  height: number;
  isFirst: boolean;
}

function StepBlock({ step, metric, height, isFirst }: StepBlockProps) {
  const words = useWords(ladderWords);
  const { currency } = useZone();
  const startsAtZero = /^0*(\.0*)?$/.test(step.threshold);
  const change = step.afterReset === null ? 0 : step.afterReset - step.people;
  return (
    <div className={`${styles.step} ${isFirst ? styles.first : ''}`} style={{ minHeight: height }}>
      <div className={styles.stepHead}>
        <span className={styles.name} title={step.programmeName}>
          {step.programmeName}
        </span>
        <span className={styles.rate}>{step.rateText}</span>
      </div>
      <div className={styles.threshold}>
        {isFirst && startsAtZero ? words.fromStart : words.reach(figureText(step.threshold, metric, currency, words))}
        {step.active ? null : (
          <>
            {' '}
            <StatusTag tone="warn">{words.inactive}</StatusTag>
          </>
        )}
      </div>
      {step.afterReset === null ? null : (
        <div className={styles.after}>
          {words.afterReset(<b>{grouped(step.afterReset)}</b>)}
          {change === 0 ? null : (
            <span className={styles.change}>{`${change > 0 ? '+' : '\u2212'}${grouped(Math.abs(change))}`}</span>
          )}
        </div>
      )}
    </div>
  );
}

/** The pin beside whoever was placed by hand. */
export const Pin = () => <PushpinOutlined aria-hidden="true" style={{ marginRight: 6 }} />;
