import { routes } from '@fenrun/contracts/routes';
import { Button } from 'antd';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { Section } from '../../kit/shell/section';
import { Quiet, Strong } from '../../kit/text';
import { dayIn, dayText, instantOf } from '../../kit/time/time-format';
import { TimeText } from '../../kit/time/time-text';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import styles from './climbing.module.css';
import { ladderWords } from './ladder-words';

/** A reset that ran later than this was made up for, and says so. */
const lateAfterMs = 10 * 60_000;

/** The resets that ran. Before the first one there is nothing to say. */
export function ResetHistory() {
  const words = useWords(ladderWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const list = useKeysetList(['climbing', 'resets'], (cursor, signal) =>
    call(routes.climbing.resets, { query: { limit: 20, cursor }, signal }),
  );
  if (list.rows.length === 0) return null;
  return (
    <Section title={words.history}>
      <ul className={styles.rows}>
        {list.rows.map((reset) => {
          const isLate = instantOf(reset.ranAt) - instantOf(reset.at) > lateAfterMs;
          return (
            <li key={reset.at}>
              <Strong>{dayText(dayIn(instantOf(reset.at), timezone), language, true)}</Strong>
              <Quiet>{isLate ? words.ranLate(<TimeText at={reset.ranAt} />) : null}</Quiet>
              <span className={styles.right}>{words.moved(reset.moved)}</span>
            </li>
          );
        })}
      </ul>
      {list.hasMore ? (
        <Button type="text" loading={list.isLoadingMore} onClick={list.loadMore}>
          {words.more}
        </Button>
      ) : null}
    </Section>
  );
}
