import { createReadStream, existsSync } from 'node:fs';
import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { find, findOne, insert } from '../../../foundation/db';
import { type Call, cursorOf, FileAnswer, placeOf, Serves } from '../../../foundation/http';
import { newId } from '../../../foundation/ids';
import { commissionCondition } from '../../commission';
import { EXPORTS, type ExportRunner } from '../export-runner';
import { type ExportJobRow, exportJobTable } from '../store/export-job.row';
import { askingOf } from './asking';

const route = routes.exports;

/** Exports of any size: begun, looked at, fetched. */
@Controller('/')
export class ExportsController {
  @Inject(EXPORTS)
  private readonly runner: ExportRunner;

  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const place = query.cursor === undefined ? null : placeOf(query.cursor, 'string');
    if (isRefusal(place)) return place;
    const where = place ? 'merchant_id = ? AND id < ?' : 'merchant_id = ?';
    const rows = await find(
      call.db.read,
      exportJobTable,
      where,
      [call.merchantId, ...(place ? [place[0]] : [])],
      `ORDER BY id DESC LIMIT ${query.limit + 1}`,
    );
    const page = rows.slice(0, query.limit);
    return { data: page.map(view), nextCursor: rows.length > query.limit ? cursorOf([page.at(-1)?.id ?? '']) : null };
  }

  @Serves(route.start)
  async start({ body }: In<typeof route.start>, call: Call): Promise<Out<typeof route.start> | Refusal> {
    const { currency, zone } = askingOf(call);
    const condition = await commissionCondition(call.db.read, body.filter, {
      merchantId: call.merchantId,
      currency,
      zone,
    });
    if (isRefusal(condition)) return condition;
    const job: ExportJobRow = {
      merchantId: call.merchantId,
      id: newId(call.now),
      kind: body.kind,
      state: 'waiting',
      createdAt: call.now,
      createdBy: call.actor.name,
      lang: body.lang,
      filter: body.filter,
      rowsWritten: 0,
      bytes: 0,
      fileName: `${body.lang === 'zh' ? '佣金' : 'commissions'}-${call.merchant.slug}-${zone.dayAt(call.now)}.csv`,
      finishedAt: null,
    };
    await call.write((tx) => insert(tx, exportJobTable, [job]));
    this.runner.begin(job, currency, zone);
    return view(job);
  }

  @Serves(route.read)
  async read({ params }: In<typeof route.read>, call: Call): Promise<Out<typeof route.read> | Refusal> {
    const job = await jobOf(call, params.id);
    return job ? view(job) : refuse('not-found');
  }

  @Serves(route.file)
  async file({ params }: In<typeof route.file>, call: Call): Promise<FileAnswer | Refusal> {
    const job = await jobOf(call, params.id);
    if (!job) return refuse('not-found');
    const file = this.runner.fileOf(job);
    if (job.state !== 'done' || !existsSync(file)) return refuse('export-not-ready');
    return new FileAnswer(createReadStream(file), 'text/csv; charset=utf-8', { name: job.fileName });
  }
}

const jobOf = ({ db, merchantId }: Call, id: string): Promise<ExportJobRow | undefined> =>
  findOne(db.read, exportJobTable, 'merchant_id = ? AND id = ?', [merchantId, id]);

function view({
  id,
  kind,
  state,
  createdAt,
  createdBy,
  lang,
  filter,
  rowsWritten,
  bytes,
  fileName,
  finishedAt,
}: ExportJobRow): Out<typeof route.read> {
  const totalRows = state === 'done' ? rowsWritten : null;
  return {
    id,
    kind,
    state,
    createdAt: formatInstant(createdAt),
    by: createdBy,
    lang,
    filter,
    rows: rowsWritten,
    totalRows,
    bytes,
    fileName,
    finishedAt: finishedAt === null ? null : formatInstant(finishedAt),
  };
}
