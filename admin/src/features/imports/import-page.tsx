import { importKindWords } from '@fenrun/contracts/labels';
import { Button, Steps } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { NotFound } from '../../app/not-found';
import { FileDrop } from '../../kit/form/file-drop';
import { useWords } from '../../kit/i18n/words';
import { JobProgress } from '../../kit/jobs/job-progress';
import { useListUrl } from '../../kit/list/list-url';
import { Page } from '../../kit/shell/page';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { ImportReport } from './import-report';
import styles from './imports.module.css';
import { MappingForm } from './mapping-form';
import { type ImportJob, type ImportKind, useImport, useImportSteps } from './use-import';
import { importsWords } from './words';

/** A file comes in: choose it, say which column is which, see every row's fate, then import. */
export function ImportPage() {
  const { kind = '' } = useParams();
  return kind in importKindWords ? <Import key={kind} kind={kind as ImportKind} /> : <NotFound />;
}

function Import({ kind }: { kind: ImportKind }) {
  const words = useWords(importsWords);
  const url = useListUrl();
  const id = url.get('job');
  const query = useImport(id);
  const steps = useImportSteps((job) => url.set({ job: job.id }));
  const [isMapping, setMapping] = useState(false);
  const job = id === null ? undefined : query.data;
  // Once the server works on the file, the form of the columns has done its part.
  useEffect(() => {
    if (job?.state === 'checking' || job?.state === 'running') setMapping(false);
  }, [job?.state]);
  return (
    <Page title={words.title[kind]} isBounded>
      <div className={styles.steps}>
        <Steps size="small" current={stepOf(job, isMapping)} items={words.steps.map((title) => ({ title }))} />
      </div>
      {query.error && id !== null ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} />
      ) : null}
      {id !== null && query.isPending ? <LinesSkeleton lines={6} /> : null}
      {id === null ? (
        <div className={styles.narrow}>
          <p className={styles.intro}>{words.uploadIntro[kind]}</p>
          {steps.isBusy ? (
            <Notice tone="plain">{words.uploading}</Notice>
          ) : (
            <FileDrop
              accept={['.csv', '.tsv', '.txt']}
              maxMegabytes={512}
              hint={words.fileHint}
              onFile={(file) => void steps.upload(kind, file)}
            />
          )}
        </div>
      ) : null}
      {job ? (
        <JobView
          job={job}
          isMapping={isMapping}
          isBusy={steps.isBusy}
          onMap={() => setMapping(true)}
          onCheck={(mapping) => void steps.check(job, mapping)}
          onRun={() => void steps.run(job)}
          onAgain={() => url.set({ job: null })}
        />
      ) : null}
    </Page>
  );
}

function stepOf(job: ImportJob | undefined, isMapping: boolean): number {
  if (!job) return 0;
  if (isMapping || job.state === 'uploaded') return 1;
  if (job.state === 'checking' || job.state === 'checked') return 2;
  return job.state === 'done' ? 4 : 3;
}

interface JobViewProps {
  job: ImportJob;
  isMapping: boolean;
  isBusy: boolean;
  onMap: () => void;
  onCheck: Parameters<typeof MappingForm>[0]['onCheck'];
  onRun: () => void;
  onAgain: () => void;
}

function JobView({ job, isMapping, isBusy, onMap, onCheck, onRun, onAgain }: JobViewProps) {
  const words = useWords(importsWords);
  if (isMapping || job.state === 'uploaded') return <MappingForm job={job} isBusy={isBusy} onCheck={onCheck} />;
  if (job.state === 'checking' || job.state === 'running') {
    return (
      <div className={styles.narrow}>
        <p className={styles.intro}>{job.state === 'checking' ? words.checking : words.running}</p>
        <JobProgress done={job.progress.bytes} total={job.progress.totalBytes} asSize />
      </div>
    );
  }
  if (job.state === 'failed') {
    return (
      <div className={styles.narrow}>
        <Notice tone="risk">
          <strong>{words.failedTitle}</strong> {job.problem} {words.failedDetail}
        </Notice>
        <div className={styles.buttons}>
          <Button type="primary" onClick={onRun} loading={isBusy}>
            {words.run('')}
          </Button>
          <Button onClick={onMap}>{words.back}</Button>
        </div>
      </div>
    );
  }
  return <ImportReport job={job} isBusy={isBusy} onRun={onRun} onMap={onMap} onAgain={onAgain} />;
}
