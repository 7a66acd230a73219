import { routes, urlOf } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { Can } from '../../kit/can';
import { fileSize } from '../../kit/file-size';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { JobProgress } from '../../kit/jobs/job-progress';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { StatusText } from '../../kit/panel/status-tag';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Page } from '../../kit/shell/page';
import { Section } from '../../kit/shell/section';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import { ImportRows } from './import-rows';
import { reportsWords } from './words';

type ExportJob = AnswerOf<'exports.list'>['data'][number];

/** What went out and what came in as files, with how far each is. */
export function ReportsPage() {
  const words = useWords(reportsWords);
  return (
    <Page title={words.title} isBounded>
      <Can do="export">
        <Exports />
      </Can>
      <ImportRows />
    </Page>
  );
}

function Exports() {
  const words = useWords(reportsWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const list = useKeysetList<ExportJob>(['exports', 'list'], (cursor, signal) =>
    call(routes.exports.list, { query: { limit: 20, cursor }, signal }),
  );
  const start = async () => {
    try {
      await call(routes.exports.start, { body: { kind: 'commissions', filter: {}, lang: language } });
      message.success(words.started);
      void client.invalidateQueries({ queryKey: ['exports'] });
    } catch (error) {
      report(error);
    }
  };
  const add = <Button onClick={start}>{words.exportAll}</Button>;
  return (
    <Section title={words.exports} extra={list.rows.length > 0 ? add : undefined}>
      {list.isLoading ? <LinesSkeleton lines={3} /> : null}
      {list.error ? <ProblemState error={list.error} what={words.exports} onRetry={list.retry} small /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <EmptyState title={words.exportsEmpty} actions={add} small>
          {words.exportsEmptyDetail}
          {language === 'zh' ? '' : ' '}
          {words.exportHint}
        </EmptyState>
      ) : null}
      {list.rows.length > 0 ? (
        <MiniTable label={words.exports} rows={list.rows} rowKey={(row) => row.id} columns={exportColumns(words)} />
      ) : null}
    </Section>
  );
}

function exportColumns(words: (typeof reportsWords)['zh']): readonly MiniColumn<ExportJob>[] {
  return [
    { key: 'file', title: words.file, render: (row) => <Strong>{row.fileName}</Strong> },
    { key: 'rows', title: words.rows, align: 'right', width: 100, render: (row) => grouped(row.rows) },
    { key: 'size', title: words.size, align: 'right', width: 90, isSecond: true, render: (row) => fileSize(row.bytes) },
    {
      key: 'state',
      title: words.state,
      width: 200,
      render: (row) =>
        row.state === 'running' ? (
          <JobProgress done={row.rows} total={row.totalRows} />
        ) : (
          <StatusText tone={row.state === 'failed' ? 'risk' : 'plain'}>{words.exportStates[row.state]}</StatusText>
        ),
    },
    { key: 'by', title: words.by, width: 120, isSecond: true, render: (row) => <Quiet>{row.by}</Quiet> },
    { key: 'at', title: words.at, width: 120, render: (row) => <TimeText at={row.createdAt} as="relative" /> },
    {
      key: 'get',
      title: '',
      align: 'right',
      width: 90,
      render: (row) =>
        row.state === 'done' ? <a href={urlOf(routes.exports.file, { id: row.id })}>{words.download}</a> : null,
    },
  ];
}
