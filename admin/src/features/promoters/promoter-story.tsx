import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Tooltip } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Can } from '../../kit/can';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { TextButton } from '../../kit/text-button';
import { columnTime, dayIn, fullTime, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { kitWords } from '../../kit/words';
import { type AnswerOf, call } from '../../lib/call';
import styles from './promoters.module.css';
import { promotersWords } from './words';

type Entry = AnswerOf<'promoters.story'>['data'][number];

const paths: Readonly<Record<NonNullable<Entry['link']>['kind'], (id: string) => string>> = {
  commission: (id) => `/commissions?open=${id}`,
  payout: (id) => `/payouts?open=${id}`,
  promoter: (id) => `/promoters/${id}`,
  order: (id) => `/sales?open=${id}`,
};

/** What happened with this promoter, newest first, each with its day and the way to it. */
export function PromoterStory({ code }: { code: string }) {
  const words = useWords(promotersWords);
  const [isWriting, setWriting] = useState(false);
  const list = useKeysetList(['promoters', 'story', code], (cursor, signal) =>
    call(routes.promoters.story, { params: { code }, query: { limit: 12, cursor }, signal }),
  );
  const note = (
    <Can do="promoters">
      <TextButton onClick={() => setWriting(true)}>{words.addNote}</TextButton>
    </Can>
  );
  return (
    <Section title={words.story} extra={note}>
      {list.isLoading ? <LinesSkeleton lines={6} height={28} /> : null}
      {list.error ? <ProblemState error={list.error} what={words.story} onRetry={list.retry} small /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <span className={styles.quietNote}>{words.storyEmpty}</span>
      ) : null}
      <ol className={styles.story}>
        {list.rows.map((entry) => (
          <StoryLine key={entry.id} entry={entry} />
        ))}
      </ol>
      {list.hasMore ? <TextButton onClick={list.loadMore}>{words.olderStory}</TextButton> : null}
      <NoteDialog code={code} isOpen={isWriting} onClose={() => setWriting(false)} />
    </Section>
  );
}

function StoryLine({ entry }: { entry: Entry }) {
  const words = useWords(promotersWords);
  const kit = useWords(kitWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const at = instantOf(entry.at);
  const isToday = dayIn(at, timezone) === dayIn(now, timezone);
  const day = columnTime(at, timezone, now).replace(/ .*$/, '');
  const short = day.length > 5 ? day.slice(2, 7) : day;
  return (
    <li className={entry.kind === 'review' ? styles.storyWaits : ''}>
      <Tooltip title={fullTime(at, timezone)}>
        <time className={styles.storyWhen} dateTime={new Date(at).toISOString()}>
          {isToday ? kit.days.today : short}
        </time>
      </Tooltip>
      <span className={styles.storyMark} aria-hidden="true" />
      <span className={styles.storyText}>
        {entry.text}
        {entry.by && entry.kind === 'note' ? ` — ${entry.by}` : ''}
        {entry.link ? (
          <>
            {language === 'zh' ? '，' : ', '}
            <Link to={paths[entry.link.kind](encodeURIComponent(entry.link.id))}>{words.open[entry.link.kind]}</Link>
          </>
        ) : null}
      </span>
    </li>
  );
}

function NoteDialog({ code, isOpen, onClose }: { code: string; isOpen: boolean; onClose: () => void }) {
  const words = useWords(promotersWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const write = async (text: string) => {
    await call(routes.promoters.addNote, { params: { code }, body: { text } });
    message.success(words.noted);
    void client.invalidateQueries({ queryKey: ['promoters', 'story', code] });
  };
  return (
    <ReasonDialog
      isOpen={isOpen}
      title={words.noteTitle}
      label={words.noteLabel}
      confirmLabel={words.noteSave}
      onConfirm={write}
      onClose={onClose}
    >
      {words.noteDetail}
    </ReasonDialog>
  );
}
