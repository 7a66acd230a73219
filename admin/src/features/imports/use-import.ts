import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { type AnswerOf, type BodyOf, call } from '../../lib/call';

export type ImportJob = AnswerOf<'imports.read'>;
export type ImportKind = ImportJob['kind'];
export type Mapping = BodyOf<'imports.map'>;

/** While the server works on a file it is asked every second, besides what the push says. */
const pollMs = 1000;
const isWorking = (job: ImportJob | undefined) => job?.state === 'checking' || job?.state === 'running';

export function useImport(id: string | null) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => call(routes.imports.read, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    refetchInterval: (query) => (isWorking(query.state.data) ? pollMs : false),
  });
}

/** The steps of an import; each answers the job as it then stands. */
export function useImportSteps(onJob: (job: ImportJob) => void) {
  const client = useQueryClient();
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const step = async (act: () => Promise<ImportJob>) => {
    setBusy(true);
    try {
      const job = await act();
      client.setQueryData(['imports', 'one', job.id], job);
      onJob(job);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const csv = (file: File) => new Blob([file], { type: 'text/csv' });
  return {
    isBusy,
    upload: (kind: ImportKind, file: File) =>
      step(() => call(routes.imports.upload, { query: { kind, name: file.name }, body: csv(file) })),
    check: (job: ImportJob, mapping: Mapping) =>
      step(async () => {
        await call(routes.imports.map, { params: { id: job.id }, body: mapping });
        return call(routes.imports.dryRun, { params: { id: job.id } });
      }),
    run: (job: ImportJob) => step(() => call(routes.imports.run, { params: { id: job.id } })),
  };
}
