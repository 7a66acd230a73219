import { Button } from 'antd';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import styles from './plans.module.css';
import { ProgrammeMenu } from './programme-menu';
import { ProgrammePanel } from './programme-panel';
import { ProgrammeSentence } from './programme-sentence';
import type { Programme } from './rate';
import { RulesFrame } from './rules-frame';
import { useProgrammes } from './use-programmes';
import { plansWords } from './words';

/** The programmes as sentences: each with its default rate, which a click edits in place, and what it pays specially. */
export function ProgrammesPage() {
  const words = useWords(plansWords);
  const url = useListUrl();
  const query = useProgrammes();
  const programmes = query.data?.data ?? [];
  const openId = url.get('open');
  const isAdding = url.get('add') !== null;
  const close = () => url.set({ open: null, add: null });
  useListKeys({ move: () => undefined, close: openId !== null || isAdding ? close : undefined });
  const add = (
    <Can do="rules">
      <Button type="primary" onClick={() => url.set({ add: '1', open: null }, 'push')}>
        {words.add}
      </Button>
    </Can>
  );
  const panel = isAdding ? (
    <ProgrammePanel key="new" id={null} onClose={close} />
  ) : openId ? (
    <ProgrammePanel key={openId} id={openId} onClose={close} />
  ) : undefined;
  return (
    <RulesFrame tab="programmes" actions={add} panel={panel} isBounded>
      <p className={styles.intro}>{words.intro}</p>
      {query.isPending ? <LinesSkeleton lines={4} height={38} /> : null}
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {query.data && programmes.length === 0 ? (
        <EmptyState title={words.emptyTitle} actions={add}>
          {words.emptyDetail}
        </EmptyState>
      ) : null}
      <ul className={styles.rules} aria-label={words.programmes}>
        {programmes.map((programme) => (
          <ProgrammeLine
            key={programme.id}
            programme={programme}
            isOpen={programme.id === openId}
            onOpen={() => url.set({ open: programme.id, add: null }, 'push')}
          />
        ))}
      </ul>
    </RulesFrame>
  );
}

function ProgrammeLine({ programme, isOpen, onOpen }: { programme: Programme; isOpen: boolean; onOpen: () => void }) {
  const words = useWords(plansWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const since = programme.since
    ? words.since(dayOfInstant(instantOf(programme.since), timezone, language, now))
    : words.always;
  return (
    <li className={`${styles.rule} ${isOpen ? styles.openRule : ''} ${programme.active ? '' : styles.inactive}`}>
      <span className={styles.sentence}>
        <ProgrammeSentence programme={programme} />
        {programme.recurring.mode === 'forever' ? null : (
          <span className={styles.quiet}>
            {words.recurringShort(programme.recurring.mode, programme.recurring.n ?? 1)}
          </span>
        )}
      </span>
      <span className={styles.quiet}>{words.members(programme.promoters)}</span>
      <span className={styles.quiet}>{programme.active ? since : words.inactive}</span>
      <span className={styles.deeds}>
        <Button type="text" size="small" onClick={onOpen}>
          <Can do="rules" otherwise={words.look}>
            {words.edit}
          </Can>
        </Button>
        <ProgrammeMenu programme={programme} />
      </span>
    </li>
  );
}
