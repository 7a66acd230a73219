import { Readable } from 'node:stream';
import { type In, mappingSchema, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { CSV_BOM, csvLine } from '../../foundation/csv';
import { find, findOne, insert, type Reader, update } from '../../foundation/db';
import { type Call, cursorOf, FileAnswer, placeOf, Serves } from '../../foundation/http';
import { newId } from '../../foundation/ids';
import { keepUpload, uploadPath } from '../commands/keep-upload';
import { FIELDS, suggestColumns } from '../domain/fields';
import { rowLayout } from '../domain/row-layout';
import { IMPORTS, type ImportRunner } from '../import-runner';
import { type ImportJobRow, importJobTable } from '../store/import-job.row';
import { type ImportProblemRow, importProblemTable } from '../store/import-problem.row';
import { codeText, importJobView, importProblemView } from './import-view';

const route = routes.imports;

/** States in which an import works; nothing else may begin meanwhile. */
const WORKING = new Set<ImportJobRow['state']>(['checking', 'running']);

const PROBLEMS_AT_ONCE = 1_000;

/** Files of orders, promoters and products: uploaded, mapped, tried, run, and what came of them. */
@Controller('/')
export class ImportsController {
  @Inject(IMPORTS)
  private readonly runner: ImportRunner;

  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const place = query.cursor === undefined ? null : placeOf(query.cursor, 'string');
    if (isRefusal(place)) return place;
    const where = ['merchant_id = ?', ...(query.kind ? ['kind = ?'] : []), ...(place ? ['id < ?'] : [])].join(' AND ');
    const params = [call.merchantId, ...(query.kind ? [query.kind] : []), ...(place ? [place[0]] : [])];
    const rows = await find(call.db.read, importJobTable, where, params, `ORDER BY id DESC LIMIT ${query.limit + 1}`);
    const page = rows.slice(0, query.limit);
    return {
      data: page.map((row) => importJobView(row, call.lang)),
      nextCursor: rows.length > query.limit ? cursorOf([page.at(-1)?.id ?? '']) : null,
    };
  }

  @Serves(route.upload)
  async upload({ query }: In<typeof route.upload>, call: Call): Promise<Out<typeof route.upload> | Refusal> {
    const id = newId(call.now);
    const kept = await keepUpload(call.upload, uploadPath(this.runner.dataDir, call.merchantId, id));
    if (isRefusal(kept)) return kept;
    const job = newJob(call, id, query, kept);
    await call.write((tx) => insert(tx, importJobTable, [job]));
    return importJobView(job, call.lang);
  }

  @Serves(route.read)
  async read({ params }: In<typeof route.read>, call: Call): Promise<Out<typeof route.read> | Refusal> {
    const job = await jobOf(call.db.read, call.merchantId, params.id);
    return job ? importJobView(job, call.lang) : refuse('not-found');
  }

  @Serves(route.map)
  async map({ params, body }: In<typeof route.map>, call: Call): Promise<Out<typeof route.map> | Refusal> {
    const job = await jobOf(call.db.read, call.merchantId, params.id);
    if (!job) return refuse('not-found');
    if (WORKING.has(job.state)) return refuse('import-running');
    const layout = rowLayout(FIELDS[job.kind], body, job.header);
    if (isRefusal(layout)) return layout;
    const change = { mapping: mappingSchema.parse(body), state: 'uploaded' as const };
    await call.write((tx) =>
      update(tx, importJobTable, change, 'merchant_id = ? AND id = ?', [call.merchantId, job.id]),
    );
    return importJobView({ ...job, ...change }, call.lang);
  }

  @Serves(route.dryRun)
  dryRun({ params }: In<typeof route.dryRun>, call: Call): Promise<Out<typeof route.dryRun> | Refusal> {
    return this.begin(call, params.id, true);
  }

  @Serves(route.run)
  run({ params }: In<typeof route.run>, call: Call): Promise<Out<typeof route.run> | Refusal> {
    return this.begin(call, params.id, false);
  }

  @Serves(route.problems)
  async problems(
    { params, query }: In<typeof route.problems>,
    call: Call,
  ): Promise<Out<typeof route.problems> | Refusal> {
    const job = await jobOf(call.db.read, call.merchantId, params.id);
    if (!job) return refuse('not-found');
    const place = query.cursor === undefined ? ([-1] as const) : placeOf(query.cursor, 'number');
    if (isRefusal(place)) return place;
    const rows = await problemsAfter(call.db.read, job, place[0], query.limit + 1, query.kind);
    const page = rows.slice(0, query.limit);
    return {
      data: page.map((row) => importProblemView(row, job, call.lang)),
      nextCursor: rows.length > query.limit ? cursorOf([page.at(-1)?.place ?? 0]) : null,
      byCode: await countByCode(call, job),
    };
  }

  @Serves(route.problemsCsv)
  async problemsCsv({ params }: In<typeof route.problemsCsv>, call: Call): Promise<FileAnswer | Refusal> {
    const job = await jobOf(call.db.read, call.merchantId, params.id);
    if (!job) return refuse('not-found');
    const name = `${job.fileName.replace(/\.csv$/i, '')}-${call.lang === 'zh' ? '问题' : 'problems'}.csv`;
    return new FileAnswer(Readable.from(problemsText(call, job), { objectMode: false }), 'text/csv; charset=utf-8', {
      name,
    });
  }

  /** Begins a run or its dry run; a claim on the state lets only one through. */
  private async begin(call: Call, id: string, isDryRun: boolean): Promise<Out<typeof route.run> | Refusal> {
    const job = await jobOf(call.db.read, call.merchantId, id);
    if (!job) return refuse('not-found');
    const mapping = job.mapping ?? { columns: suggestColumns(FIELDS[job.kind], job.header) };
    const layout = rowLayout(FIELDS[job.kind], mapping, job.header);
    if (isRefusal(layout)) return refuse('mapping-incomplete', {}, layout.errors);
    const begun = {
      mapping,
      state: isDryRun ? ('checking' as const) : ('running' as const),
      isDryRun,
      rowsRead: 0,
      bytesRead: 0,
      problem: null,
      finishedAt: null,
    };
    const claimed = await call.write(async (tx) => {
      const changed = await update(
        tx,
        importJobTable,
        begun,
        "merchant_id = ? AND id = ? AND state NOT IN ('checking', 'running')",
        [call.merchantId, id],
      );
      return changed === 1 ? { id } : refuse('import-running');
    });
    if (isRefusal(claimed)) return claimed;
    const { currency, timezone } = call.merchant;
    this.runner.begin(
      { ...job, ...begun },
      { currency, timezone },
      uploadPath(this.runner.dataDir, call.merchantId, id),
      isDryRun,
    );
    return importJobView({ ...job, ...begun }, call.lang);
  }
}

function newJob(
  call: Call,
  id: string,
  { kind, name }: In<typeof route.upload>['query'],
  kept: { bytes: number; header: readonly string[]; sample: readonly (readonly string[])[] },
): ImportJobRow {
  return {
    merchantId: call.merchantId,
    id,
    kind,
    fileName: name,
    state: 'uploaded',
    createdAt: call.now,
    createdBy: call.actor.name,
    bytes: kept.bytes,
    header: [...kept.header],
    sample: kept.sample.map((row) => [...row]),
    mapping: null,
    isDryRun: false,
    rowsRead: 0,
    bytesRead: 0,
    items: 0,
    recorded: 0,
    repeated: 0,
    refused: 0,
    kept: 0,
    problem: null,
    finishedAt: null,
  };
}

const jobOf = (db: Reader, merchantId: string, id: string): Promise<ImportJobRow | undefined> =>
  findOne(db, importJobTable, 'merchant_id = ? AND id = ?', [merchantId, id]);

function problemsAfter(
  db: Reader,
  { merchantId, id }: ImportJobRow,
  place: number,
  limit: number,
  kind?: 'refused' | 'kept',
): Promise<ImportProblemRow[]> {
  const where = `merchant_id = ? AND job_id = ? AND place > ?${kind ? ' AND kind = ?' : ''}`;
  return find(
    db,
    importProblemTable,
    where,
    [merchantId, id, place, ...(kind ? [kind] : [])],
    `ORDER BY place LIMIT ${limit}`,
  );
}

async function countByCode({ db, lang }: Call, job: ImportJobRow): Promise<Out<typeof route.problems>['byCode']> {
  const sql =
    'SELECT code, COUNT(*) AS n FROM import_problem WHERE merchant_id = ? AND job_id = ? GROUP BY code ORDER BY n DESC, code';
  const rows = await db.read.rows<{ code: string; n: number | string }>(sql, [job.merchantId, job.id]);
  return rows.map(({ code, n }) => ({ code, detail: codeText(code, job.kind, lang), count: Number(n) }));
}

async function* problemsText({ db, lang }: Call, job: ImportJobRow): AsyncGenerator<string> {
  yield CSV_BOM +
    csvLine(
      lang === 'zh' ? ['处理', '订单或编号', '行', '代码', '原因'] : ['outcome', 'item', 'rows', 'code', 'detail'],
    );
  const words = lang === 'zh' ? { refused: '已拒绝', kept: '待人工核对' } : { refused: 'refused', kept: 'kept' };
  let place = -1;
  for (;;) {
    const rows = await problemsAfter(db.read, job, place, PROBLEMS_AT_ONCE);
    if (rows.length === 0) return;
    place = rows.at(-1)?.place ?? place;
    yield rows
      .map((row) =>
        csvLine([words[row.kind], row.item, row.atRows.join(' '), row.code, importProblemView(row, job, lang).detail]),
      )
      .join('');
  }
}
