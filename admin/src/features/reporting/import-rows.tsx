import { importKindWords, importStateWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useMemo } from 'react';
import { useNavigate } from 'react-router';
import { Can } from '../../kit/can';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { StatusText } from '../../kit/panel/status-tag';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import { reportsWords } from './words';

type ImportJob = AnswerOf<'imports.list'>['data'][number];

/** Files that came in; a row leads to its mapping, progress and report. */
export function ImportRows() {
  const words = useWords(reportsWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const list = useKeysetList<ImportJob>(['imports', 'list'], (cursor, signal) =>
    call(routes.imports.list, { query: { limit: 20, cursor }, signal }),
  );
  const columns = useMemo(() => importColumns(words, language), [words, language]);
  const actions = (
    <Can do="import">
      <LinkButton to="/import/orders">{words.importOrders}</LinkButton>
      <LinkButton to="/import/promoters">{words.importPromoters}</LinkButton>
      <LinkButton to="/import/products">{words.importProducts}</LinkButton>
    </Can>
  );
  return (
    <Section title={words.imports} extra={list.rows.length > 0 ? actions : undefined}>
      {list.isLoading ? <LinesSkeleton lines={3} /> : null}
      {list.error ? <ProblemState error={list.error} what={words.imports} onRetry={list.retry} small /> : null}
      {!list.isLoading && !list.error && list.rows.length === 0 ? (
        <EmptyState title={words.importsEmpty} actions={actions} small>
          {words.importsEmptyDetail}
        </EmptyState>
      ) : null}
      {list.rows.length > 0 ? (
        <MiniTable
          label={words.imports}
          rows={list.rows}
          rowKey={(row) => row.id}
          columns={columns}
          onOpen={(row) => navigate(`/import/${row.kind}?job=${encodeURIComponent(row.id)}`)}
        />
      ) : null}
    </Section>
  );
}

function importColumns(words: (typeof reportsWords)['zh'], language: Language): readonly MiniColumn<ImportJob>[] {
  const tone = (row: ImportJob) => (row.state === 'failed' ? 'risk' : row.state === 'done' ? 'plain' : 'warn');
  const result = ({ counts }: ImportJob) =>
    [
      words.recorded(counts.recorded),
      counts.repeated > 0 ? words.repeated(counts.repeated) : '',
      counts.refused > 0 ? words.refused(counts.refused) : '',
      counts.kept > 0 ? words.kept(counts.kept) : '',
    ]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ');
  return [
    { key: 'file', title: words.file, render: (row) => <Strong>{row.fileName}</Strong> },
    { key: 'kind', title: words.kind, width: 100, render: (row) => importKindWords[row.kind][language] },
    {
      key: 'state',
      title: words.state,
      width: 150,
      render: (row) => <StatusText tone={tone(row)}>{importStateWords[row.state][language]}</StatusText>,
    },
    { key: 'result', title: words.result, width: '30%', render: result },
    { key: 'by', title: words.by, width: 120, isSecond: true, render: (row) => <Quiet>{row.by}</Quiet> },
    {
      key: 'at',
      title: words.at,
      width: 120,
      align: 'right',
      render: (row) => <TimeText at={row.createdAt} as="relative" />,
    },
  ];
}
