import { Button } from 'antd';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { JobProgress } from '../../kit/jobs/job-progress';
import { signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { Section } from '../../kit/shell/section';
import { EmptyState } from '../../kit/states/empty-state';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { BackTestChart } from './back-test-chart';
import { BackTestRows } from './back-test-rows';
import { percentChange } from './percent-change';
import styles from './trials.module.css';
import { type BackTest, type BackTestResult, isRunning, useBackTest } from './use-back-tests';
import { trialsWords } from './words';

/** One back-test: how far it is, and when it is done what would have been paid, old against new. */
export function BackTestView({ id, isBusy, onCancel }: { id: string; isBusy: boolean; onCancel: () => void }) {
  const words = useWords(trialsWords);
  const query = useBackTest(id);
  const test = query.data;
  if (query.error && !test)
    return <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />;
  if (!test) return <LinesSkeleton lines={5} />;
  return (
    <Section title={words.resultTitle(test.days)} hint={<Period test={test} />}>
      <Tested test={test} />
      {isRunning(test) ? <Running test={test} isBusy={isBusy} onCancel={onCancel} /> : null}
      {test.state === 'failed' ? (
        <Notice tone="risk">
          <b>{words.failed}</b> {test.problem} {words.failedDetail}
        </Notice>
      ) : null}
      {test.state === 'cancelled' ? <Notice tone="plain">{words.cancelled}</Notice> : null}
      {test.result ? <Result test={test} result={test.result} /> : null}
    </Section>
  );
}

function Period({ test }: { test: BackTest }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const day = (at: number) => dayOfInstant(at, timezone, language, now);
  const sales = test.result?.sales ?? test.of;
  return sales === null ? null : words.period(day(instantOf(test.from)), day(instantOf(test.to) - 1), sales);
}

function Tested({ test }: { test: BackTest }) {
  const words = useWords(trialsWords);
  return (
    <ul className={styles.tested} aria-label={words.tested}>
      {test.changesText.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Running({ test, isBusy, onCancel }: { test: BackTest; isBusy: boolean; onCancel: () => void }) {
  const words = useWords(trialsWords);
  const mayStop = useCan('rules');
  return (
    <div className={styles.running}>
      <p className={styles.intro}>{test.state === 'waiting' ? words.waiting : words.running}</p>
      <JobProgress done={test.done} total={test.of} />
      {mayStop ? (
        <Button className={styles.stop} loading={isBusy} onClick={onCancel}>
          {words.cancel}
        </Button>
      ) : null}
    </div>
  );
}

function Result({ test, result }: { test: BackTest; result: BackTestResult }) {
  const words = useWords(trialsWords);
  if (result.sales === 0) return <EmptyState title={words.nothingFound} small />;
  return (
    <>
      <Headline result={result} />
      <BackTestChart days={result.byDay} />
      <BackTestRows id={test.id} />
    </>
  );
}

function Headline({ result }: { result: BackTestResult }) {
  const words = useWords(trialsWords);
  const sign = signOfAmount(result.difference);
  const said = { '1': words.wouldMore, '0': words.wouldSame, '-1': words.wouldLess }[`${sign}`];
  const percent = percentChange(result.old, result.new);
  const part = percent === null || sign === 0 ? '' : sign > 0 ? words.moreBy(percent) : words.lessBy(percent);
  const { more, less, same } = result.promoters;
  return (
    <div className={styles.headline}>
      <div className={styles.said}>{said}</div>
      {sign === 0 ? null : <MoneyText amount={result.difference.replace('-', '')} size="hero" />}
      <p>
        {words.oldNew(
          <MoneyText key="old" amount={result.old} size="text-strong" />,
          <MoneyText key="new" amount={result.new} size="text-strong" />,
        )}
        {part ? words.byPart(part) : ''}
      </p>
      <p>
        {words.changedOrders(result.changed, result.sales)} {words.people(more, less, same)}
      </p>
    </div>
  );
}
