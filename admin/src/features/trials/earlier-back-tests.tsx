import { backTestStateWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText, type Tone } from '../../kit/panel/status-tag';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TextButton } from '../../kit/text-button';
import { TimeText } from '../../kit/time/time-text';
import styles from './trials.module.css';
import { type BackTest, useEarlierBackTests } from './use-back-tests';
import { trialsWords } from './words';

export const backTestTones = {
  waiting: 'plain',
  running: 'accent',
  done: 'plain',
  failed: 'risk',
  cancelled: 'plain',
} satisfies Record<BackTest['state'], Tone>;

/** What was tried before, newest first: what was changed, over how long, and what it came to. */
export function EarlierBackTests({ openId, onOpen }: { openId: string | null; onOpen: (id: string) => void }) {
  const words = useWords(trialsWords);
  const list = useEarlierBackTests();
  return (
    <Section title={words.earlier}>
      {list.isLoading ? <LinesSkeleton lines={4} height={52} /> : null}
      {list.error ? <ProblemState error={list.error} what={words.what} onRetry={list.retry} small /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? <Quiet>{words.earlierEmpty}</Quiet> : null}
      <ul className={styles.earlier} aria-label={words.earlier}>
        {list.rows.map((test) => (
          <li key={test.id} className={test.id === openId ? styles.here : ''}>
            <button
              type="button"
              aria-current={test.id === openId ? 'true' : undefined}
              title={words.openTest}
              onClick={() => onOpen(test.id)}
            >
              <Line test={test} />
            </button>
          </li>
        ))}
      </ul>
      {list.hasMore ? <TextButton onClick={list.loadMore}>{words.more}</TextButton> : null}
    </Section>
  );
}

function Line({ test }: { test: BackTest }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  return (
    <>
      <span className={styles.earlierTop}>
        <span className={styles.earlierWhat}>{test.changesText.join(language === 'zh' ? '；' : '; ')}</span>
        {test.result ? <MoneyText amount={test.result.difference} size="text-strong" signed /> : null}
      </span>
      {test.result ? null : (
        <StatusText tone={backTestTones[test.state]}>{backTestStateWords[test.state][language]}</StatusText>
      )}
      <Quiet>
        <TimeText at={test.createdAt} as="relative" /> · {words.line(test.days)} · {test.by}
      </Quiet>
    </>
  );
}
