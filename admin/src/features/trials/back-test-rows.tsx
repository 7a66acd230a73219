import { DownloadOutlined } from '@ant-design/icons';
import { backTestByWords } from '@fenrun/contracts/labels';
import { routes, urlOf } from '@fenrun/contracts/routes';
import { Button } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { Can } from '../../kit/can';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { ListFooter } from '../../kit/list/list-footer';
import { ListTable } from '../../kit/list/list-table';
import { useListUrl } from '../../kit/list/list-url';
import { pageSize, useKeysetList } from '../../kit/list/use-keyset-list';
import { MoneyText } from '../../kit/money/money-text';
import { PageTabs } from '../../kit/shell/page-tabs';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { Quiet, Strong } from '../../kit/text';
import { dayText } from '../../kit/time/time-format';
import { type AnswerOf, call } from '../../lib/call';
import { percentChange } from './percent-change';
import styles from './trials.module.css';
import { trialsWords } from './words';

type Row = AnswerOf<'trials.backTestRows'>['data'][number];
type By = keyof typeof backTestByWords;
const ways = Object.keys(backTestByWords) as By[];

/** The same figures by promoter, product or day, the largest difference first; the file has all of them. */
export function BackTestRows({ id }: { id: string }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const url = useListUrl();
  const by = ways.find((one) => one === url.get('by')) ?? 'promoter';
  const list = useKeysetList(['trials', 'rows', id, by], (cursor, signal) =>
    call(routes.trials.backTestRows, { params: { id }, query: { by, limit: pageSize, cursor }, signal }),
  );
  const columns = useMemo(() => rowColumns(by, words, language), [by, words, language]);
  const instead = list.error ? (
    <ProblemState error={list.error} what={words.what} onRetry={list.retry} small />
  ) : list.rows.length === 0 ? (
    <EmptyState title={words.rowsEmpty} small />
  ) : undefined;
  return (
    <>
      <div className={styles.rowsHead}>
        <PageTabs
          tabs={ways.map((key) => ({ key, label: backTestByWords[key][language] }))}
          active={by}
          onChange={(key) => url.set({ by: key === 'promoter' ? null : key })}
        />
        <Can do="export">
          <Button icon={<DownloadOutlined />} href={urlOf(routes.trials.backTestCsv, { id }, { by, lang: language })}>
            {words.csv}
          </Button>
        </Can>
      </div>
      <ListTable
        label={backTestByWords[by][language]}
        columns={columns}
        rows={list.rows}
        rowKey={(row) => row.id}
        isLoading={list.isLoading}
        instead={instead}
        footer={<ListFooter list={list} />}
      />
    </>
  );
}

function rowColumns(by: By, words: (typeof trialsWords)['zh'], language: Language): readonly Column<Row>[] {
  const money = (key: 'old' | 'new', title: string, leaves: number): Column<Row> => ({
    key,
    title,
    width: 124,
    leaves,
    align: 'right',
    render: (row) => <MoneyText amount={row[key]} size="text" tone="text" />,
  });
  return [
    { key: 'name', title: words.name[by], width: 180, grow: 1, bar: 110, render: (row) => nameOf(row, by, language) },
    { key: 'sales', title: words.sales, width: 80, align: 'right', leaves: 1, render: (row) => grouped(row.sales) },
    money('old', words.before, 2),
    money('new', words.after, 3),
    {
      key: 'difference',
      title: words.difference,
      width: 190,
      align: 'right',
      render: (row) => <DifferenceCell row={row} />,
    },
  ];
}

function nameOf(row: Row, by: By, language: Language) {
  if (by === 'day') return dayText(row.id, language);
  const path =
    by === 'promoter' ? `/promoters/${encodeURIComponent(row.id)}` : `/products/${encodeURIComponent(row.id)}`;
  return (
    <Link to={path} style={{ color: 'inherit' }}>
      <Strong>{row.name}</Strong> {row.name === row.id ? null : <Quiet>{row.id}</Quiet>}
    </Link>
  );
}

function DifferenceCell({ row }: { row: Row }) {
  const percent = percentChange(row.old, row.new);
  return (
    <>
      {percent === null || percent === '0%' ? null : <Quiet>{percent}</Quiet>}{' '}
      <MoneyText amount={row.difference} size="text-strong" signed />
    </>
  );
}
