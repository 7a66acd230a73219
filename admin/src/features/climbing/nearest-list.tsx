import { Link } from 'react-router';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { Section } from '../../kit/shell/section';
import { Quiet, Strong } from '../../kit/text';
import styles from './climbing.module.css';
import { isCount, type Ladder, type Metric } from './figure';
import { ladderWords } from './ladder-words';

interface NearestListProps {
  nearest: Ladder['nearest'];
  metric: Metric;
  isOn: boolean;
}

/** Those who miss least to their next level. */
export function NearestList({ nearest, metric, isOn }: NearestListProps) {
  const words = useWords(ladderWords);
  return (
    <Section title={words.nearest} hint={nearest.length > 0 ? words.nearestHint(nearest.length) : undefined}>
      {nearest.length === 0 ? (
        <p className={styles.resetLine}>{isOn ? words.nearestEmpty : words.nearestPaused}</p>
      ) : null}
      <ul className={styles.rows}>
        {nearest.map((one) => (
          <li key={one.promoter.code}>
            <span className={styles.grow}>
              <Link to={`/promoters/${encodeURIComponent(one.promoter.code)}`}>
                <Strong>{one.promoter.name}</Strong>
              </Link>{' '}
              <Quiet>{words.to(one.toName)}</Quiet>
            </span>
            <span className={styles.right}>
              {words.missing} <MetricFigure figure={one.missing} metric={metric} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A figure of the ladder in a row: money, or a count of orders. */
export function MetricFigure({ figure, metric }: { figure: string; metric: Metric }) {
  const words = useWords(ladderWords);
  if (isCount(metric)) return <Strong>{words.orders(figure)}</Strong>;
  return <MoneyText amount={figure} size="text-strong" />;
}
