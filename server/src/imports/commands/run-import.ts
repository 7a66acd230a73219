import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Timelines } from '../../flows/timeline/advance';
import { find, insert, update } from '../../foundation/db';
import { type ImportJobRow, importJobTable } from '../store/import-job.row';
import { type ImportProblemRow, importProblemTable } from '../store/import-problem.row';
import { importOrders } from './import-orders';
import { importProducts } from './import-products';
import { importPromoters } from './import-promoters';

/** The merchant whose file it is. */
export interface ImportOwner {
  readonly currency: string;
  readonly timezone: string;
}

type Problem = Omit<ImportProblemRow, 'merchantId' | 'jobId' | 'place'>;

interface Outcome {
  readonly rows: number;
  readonly items: number;
  readonly recorded: number;
  readonly repeated: number;
  readonly problems: readonly Problem[];
}

/** How often progress is written down, in milliseconds of real time. */
const PROGRESS_EVERY_MS = 500;

/** Problems in one transaction. */
const PROBLEMS_AT_ONCE = 1_000;

/** Breaks an import off; what was recorded stays, and the import can be run again. */
export class ImportStopped extends Error {}

/** Runs an uploaded import, or its dry run, to its end, and writes down what it came to. */
export async function runImport(
  lines: Timelines,
  job: ImportJobRow,
  owner: ImportOwner,
  file: string,
  isDryRun: boolean,
  isStopped: () => boolean,
): Promise<void> {
  const tell = progressOf(lines, job, isStopped);
  const outcome = await work(lines, { job, owner, file, isDryRun }, tell);
  if (isRefusal(outcome)) return finish(lines, job, { state: 'failed', problem: outcome.refused });
  await keepProblems(lines, job, outcome.problems);
  const count = (kind: Problem['kind']) => outcome.problems.filter((problem) => problem.kind === kind).length;
  await finish(lines, job, {
    state: isDryRun ? 'checked' : 'done',
    isDryRun,
    rowsRead: outcome.rows,
    bytesRead: job.bytes,
    items: outcome.items,
    recorded: outcome.recorded,
    repeated: outcome.repeated,
    refused: count('refused'),
    kept: count('kept'),
    problem: null,
  });
}

type Tell = (rows: number, bytes: number) => Promise<void>;

function progressOf({ db }: Timelines, { merchantId, id }: ImportJobRow, isStopped: () => boolean): Tell {
  let toldAt = 0;
  return async (rowsRead, bytesRead) => {
    if (isStopped()) throw new ImportStopped();
    if (Date.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = Date.now();
    await db.write((tx) =>
      update(tx, importJobTable, { rowsRead, bytesRead }, 'merchant_id = ? AND id = ?', [merchantId, id]),
    );
  };
}

type Ask = {
  readonly job: ImportJobRow;
  readonly owner: ImportOwner;
  readonly file: string;
  readonly isDryRun: boolean;
};

async function work(lines: Timelines, ask: Ask, tell: Tell): Promise<Outcome | Refusal> {
  if (ask.job.kind === 'orders') return workOrders(lines, ask, tell);
  await tell(0, 0);
  const report = await (ask.job.kind === 'promoters' ? workPromoters(lines, ask) : workProducts(lines, ask));
  if (isRefusal(report)) return report;
  const problems = report.refused.map(({ item, row, code, text, ...rest }) => ({
    kind: 'refused' as const,
    item,
    atRows: [row],
    code,
    field: 'field' in rest ? String(rest.field) : '',
    told: text,
    atRow: row,
  }));
  return { rows: report.rows, items: report.rows, recorded: report.recorded, repeated: report.repeated, problems };
}

function workPromoters(lines: Timelines, { job: { merchantId, mapping }, owner, file, isDryRun }: Ask) {
  return importPromoters(lines, { merchantId, timezone: owner.timezone, file, mapping, isDryRun });
}

function workProducts({ db, clock }: Timelines, { job: { merchantId, mapping }, owner, file, isDryRun }: Ask) {
  return importProducts(db, { merchantId, currency: owner.currency, file, mapping, isDryRun, now: clock.now() });
}

async function workOrders(
  lines: Timelines,
  { job: { merchantId, mapping }, owner, file, isDryRun }: Ask,
  tell: Tell,
): Promise<Outcome | Refusal> {
  if (!mapping) return refuse('mapping-incomplete');
  // The first half of the bar is reading, the second recording.
  const report = await importOrders(
    lines,
    { merchantId, ...owner, file, mapping, isDryRun },
    ({ rows, bytes, done, of }) => tell(rows, Math.floor(of === 0 ? bytes / 2 : (bytes * (1 + done / of)) / 2)),
  );
  if (isRefusal(report)) return report;
  const refused = report.refused.map(({ order, rows, problem: { code, field, text, row } }) => ({
    kind: 'refused' as const,
    item: order,
    atRows: [...rows],
    code,
    field,
    told: text,
    atRow: row,
  }));
  const kept = report.kept.map(({ order, rows, reason }) => ({
    kind: 'kept' as const,
    item: order,
    atRows: [...rows],
    code: reason,
    field: 'order',
    told: order,
    atRow: rows[0] ?? 0,
  }));
  const { rows, orders: items, recorded, repeated } = report;
  return { rows, items, recorded, repeated, problems: [...refused, ...kept] };
}

/** Replaces the problems of the run before. */
async function keepProblems(
  { db }: Timelines,
  { merchantId, id: jobId }: ImportJobRow,
  problems: readonly Problem[],
): Promise<void> {
  await db.write((tx) =>
    tx.run('DELETE FROM import_problem WHERE merchant_id = ? AND job_id = ?', [merchantId, jobId]),
  );
  for (let at = 0; at < problems.length; at += PROBLEMS_AT_ONCE) {
    const rows = problems
      .slice(at, at + PROBLEMS_AT_ONCE)
      .map((problem, index) => ({ merchantId, jobId, place: at + index, ...problem }));
    await db.write((tx) => insert(tx, importProblemTable, rows));
  }
}

async function finish(
  { db, clock }: Timelines,
  { merchantId, id }: ImportJobRow,
  change: Partial<ImportJobRow>,
): Promise<void> {
  await db.write((tx) =>
    update(tx, importJobTable, { ...change, finishedAt: clock.now() }, 'merchant_id = ? AND id = ?', [merchantId, id]),
  );
}

/** Imports that a process left behind when it ended are marked as broken off; running them again is safe. */
export async function markBrokenOff(lines: Timelines): Promise<void> {
  const left = await find(lines.db.read, importJobTable, "state IN ('checking', 'running')");
  for (const job of left) await finish(lines, job, { state: 'failed', problem: 'shutting-down' });
}
