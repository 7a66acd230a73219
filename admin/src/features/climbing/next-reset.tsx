import { ArrowDownOutlined } from '@ant-design/icons';
import { ladderMetricWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { Button, Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Strong } from '../../kit/text';
import { clockTime, dayIn, dayText, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, call } from '../../lib/call';
import styles from './climbing.module.css';
import type { Ladder, LadderForm, Metric } from './figure';
import { ladderWords } from './ladder-words';
import { MetricFigure } from './nearest-list';
import { Pin } from './staircase';

type Row = AnswerOf<'climbing.resetPreview'>['data'][number];

interface NextResetProps {
  data: Ladder;
  ladder: LadderForm;
  onEdit: (() => void) | undefined;
}

const dayMs = 86_400_000;

/** When the next reset comes, what it does, and whom it would move if it ran now. */
export function NextReset({ data, ladder, onEdit }: NextResetProps) {
  const words = useWords(ladderWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const { nextReset } = data;
  if (!ladder.reset || !nextReset) {
    return (
      <Section title={words.nextReset}>
        <p className={styles.resetLine}>{ladder.reset ? words.resetPaused : words.noReset}</p>
        {onEdit && !ladder.reset ? <Button onClick={onEdit}>{words.setReset}</Button> : null}
      </Section>
    );
  }
  const at = instantOf(nextReset.at);
  const daysLeft = Math.floor((at - now) / dayMs);
  const to = ladder.reset.to;
  const months = ladder.reset.everyMonths;
  const fixedName =
    to === 'previous'
      ? ''
      : (data.steps.find((step) => step.programme === to.programme)?.programmeName ?? to.programme);
  const when = `${dayText(dayIn(at, timezone), language, true)} ${clockTime(at, timezone)}`;
  return (
    <Section title={words.nextReset}>
      <p className={styles.resetLine}>
        <b>{when}</b>
        {language === 'zh' ? '，' : ', '}
        {words.daysLeft(daysLeft)}
        {language === 'zh' ? '。' : '. '}
        {to === 'previous' ? words.toPrevious(months) : words.toFixed(months, fixedName)}
      </p>
      <ResetRows metric={ladder.metric} moves={nextReset.moves} pinned={nextReset.pinned} />
    </Section>
  );
}

function ResetRows({ metric, moves, pinned }: { metric: Metric; moves: number; pinned: number }) {
  const words = useWords(ladderWords);
  const url = useListUrl();
  const isPinnedOnly = url.get('pinned') !== null;
  const list = useKeysetList(['climbing', 'reset', isPinnedOnly], (cursor, signal) =>
    call(routes.climbing.resetPreview, {
      query: { limit: 20, cursor, ...(isPinnedOnly ? { pinned: 'true' } : {}) },
      signal,
    }),
  );
  return (
    <>
      <div className={styles.resetCounts}>
        <span>
          <b>{grouped(moves)}</b> {words.moveDown}
        </span>
        <span>
          <b>{grouped(pinned)}</b> {words.stayPinned}
        </span>
        <span className={styles.filter}>
          <Segmented
            size="small"
            aria-label={words.nextReset}
            value={isPinnedOnly ? 'pinned' : 'all'}
            options={[
              { value: 'all', label: words.all },
              { value: 'pinned', label: words.pinnedOnly },
            ]}
            onChange={(value) => url.set({ pinned: value === 'pinned' ? '1' : null })}
          />
        </span>
      </div>
      {list.isLoading ? <LinesSkeleton lines={5} /> : null}
      {list.error ? <ProblemState error={list.error} what={words.nextReset} onRetry={list.retry} small /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <p className={styles.resetLine}>{isPinnedOnly ? words.nobodyPinned : words.nobodyMoves}</p>
      ) : null}
      {list.rows.length > 0 ? <ResetTable rows={list.rows} metric={metric} /> : null}
      {list.hasMore ? (
        <Button type="text" loading={list.isLoadingMore} onClick={list.loadMore}>
          {words.more}
        </Button>
      ) : null}
    </>
  );
}

function ResetTable({ rows, metric }: { rows: readonly Row[]; metric: Metric }) {
  const words = useWords(ladderWords);
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <MiniTable
      label={words.nextReset}
      rows={rows}
      rowKey={(row) => row.promoter.code}
      onOpen={(row) => navigate(`/promoters/${encodeURIComponent(row.promoter.code)}`)}
      columns={[
        { key: 'promoter', title: words.promoter, render: (row) => <Strong>{row.promoter.name}</Strong> },
        { key: 'now', title: words.now, render: (row) => row.fromName },
        { key: 'after', title: words.after, width: '34%', render: (row) => <AfterReset row={row} /> },
        {
          key: 'figure',
          title: words.figure(ladderMetricWords[metric][language]),
          align: 'right',
          width: 168,
          render: (row) => <MetricFigure figure={row.figure} metric={metric} />,
        },
      ]}
    />
  );
}

function AfterReset({ row }: { row: Row }) {
  const words = useWords(ladderWords);
  if (row.pinned || row.toName === null) {
    return (
      <span className={styles.pinned}>
        <Pin />
        {words.stays(row.fromName)}
      </span>
    );
  }
  return (
    <>
      <ArrowDownOutlined aria-hidden="true" style={{ marginRight: 6 }} />
      <Strong>{row.toName}</Strong>
    </>
  );
}
