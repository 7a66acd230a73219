import { routes, urlOf } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Can } from '../../kit/can';
import { grouped, useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { StatusTag } from '../../kit/panel/status-tag';
import { FigureRow } from '../../kit/shell/figure-row';
import { MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { Notice } from '../../kit/states/notice';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { type AnswerOf, call } from '../../lib/call';
import styles from './imports.module.css';
import type { ImportJob } from './use-import';
import { importsWords } from './words';

type Kind = 'all' | 'refused' | 'kept';
type Problem = AnswerOf<'imports.problems'>['data'][number];

const places = { orders: '/sales', promoters: '/promoters', products: '/products' } as const;

interface ImportReportProps {
  job: ImportJob;
  isBusy: boolean;
  onRun: () => void;
  onMap: () => void;
  onAgain: () => void;
}

/** What came, or would come, of every row: counts, and each row that was refused or kept, with its reason. */
export function ImportReport({ job, isBusy, onRun, onMap, onAgain }: ImportReportProps) {
  const words = useWords(importsWords);
  const isDone = job.state === 'done';
  return (
    <>
      <Notice tone={isDone ? 'ok' : 'plain'}>
        <strong>{isDone ? words.doneTitle : words.checkedTitle}</strong>
      </Notice>
      <FigureRow figures={useCounts(job)} />
      <div className={styles.buttons}>
        {isDone ? (
          <>
            <LinkButton to={places[job.kind]} type="primary">
              {words.see[job.kind]}
            </LinkButton>
            <Button onClick={onAgain}>{words.again}</Button>
            <LinkButton to="/reports" type="text">
              {words.backToReports}
            </LinkButton>
          </>
        ) : (
          <Can do="import">
            <Button type="primary" loading={isBusy} disabled={job.counts.recorded === 0} onClick={onRun}>
              {words.run(grouped(job.counts.recorded))}
            </Button>
            <Button onClick={onMap}>{words.back}</Button>
          </Can>
        )}
      </div>
      <Problems job={job} />
    </>
  );
}

function useCounts(job: ImportJob) {
  const words = useWords(importsWords);
  const { counts } = job;
  const items: readonly (readonly [string, number])[] = [
    [words.counts.rows, counts.rows],
    [words.counts.items[job.kind] ?? '', counts.items],
    [job.state === 'done' ? words.counts.recorded : words.counts.wouldRecord, counts.recorded],
    [words.counts.repeated, counts.repeated],
    [words.counts.refused, counts.refused],
    [words.counts.kept, counts.kept],
  ];
  return items.map(([label, count]) => ({
    key: label,
    label,
    value: <span className={styles.count}>{grouped(count)}</span>,
  }));
}

function Problems({ job }: { job: ImportJob }) {
  const words = useWords(importsWords);
  const [kind, setKind] = useState<Kind>('all');
  const params = { id: job.id };
  const asked = kind === 'all' ? null : kind;
  const key = ['imports', 'problems', job.id, job.state, kind] as const;
  const summary = useQuery({
    queryKey: [...key, 'summary'],
    queryFn: ({ signal }) => call(routes.imports.problems, { params, query: { limit: 1, kind: asked }, signal }),
  });
  const list = useKeysetList<Problem>(key, (cursor, signal) =>
    call(routes.imports.problems, { params, query: { limit: pageSize, cursor, kind: asked }, signal }),
  );
  if (list.isLoading) return <LinesSkeleton lines={5} />;
  if (list.rows.length === 0 && kind === 'all') return <p className={styles.intro}>{words.problemsNone}</p>;
  const download = (
    <Can do="export">
      <Button size="small" href={urlOf(routes.imports.problemsCsv, params)}>
        {words.download}
      </Button>
    </Can>
  );
  const tag = (row: Problem) => (
    <StatusTag tone={row.kind === 'refused' ? 'risk' : 'warn'}>
      {row.kind === 'refused' ? words.refusedWord : words.keptWord}
    </StatusTag>
  );
  return (
    <Section title={words.problems} extra={download}>
      <ul className={styles.codes}>
        {summary.data?.byCode.map((one) => (
          <li key={one.code}>{words.byCode(one.detail, one.count)}</li>
        ))}
      </ul>
      <div className={styles.kinds}>
        <Segmented<Kind>
          size="small"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: words.all },
            { value: 'refused', label: words.refusedWord },
            { value: 'kept', label: words.keptWord },
          ]}
        />
      </div>
      <MiniTable
        label={words.problems}
        rows={list.rows}
        rowKey={(row) => `${row.kind}${row.item}${row.rows.join()}${row.code}`}
        columns={[
          { key: 'kind', title: words.problemKind, width: 90, render: tag },
          { key: 'item', title: words.problemItem, width: 200, render: (row) => row.item },
          { key: 'rows', title: words.problemRows, width: 180, render: (row) => words.rowsText(row.rows) },
          { key: 'why', title: words.problemWhy, render: (row) => row.detail },
        ]}
      />
      {list.hasMore ? (
        <Button type="text" loading={list.isLoadingMore} onClick={list.loadMore}>
          {words.more}
        </Button>
      ) : null}
    </Section>
  );
}
