import { Readable } from 'node:stream';
import { backTestByWords, type In, type Out, routes } from '@fenrun/contracts';
import { addDays, isRefusal, type Refusal, refuse, zone } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { find, findOne, insert, update } from '../../foundation/db';
import { type Call, cursorOf, FileAnswer, placeOf, Serves } from '../../foundation/http';
import { newId } from '../../foundation/ids';
import { readingOf, sentenceContext } from '../../modules/commission';
import { currentBook } from '../../modules/plans';
import { productsOf } from '../../modules/storefront';
import { lockTimeline } from '../timeline/run-batch';
import { backTestCsv } from '../trials/back-test-csv';
import { BACK_TESTS, type BackTestRunner } from '../trials/back-test-runner';
import { backTestViews, type Showing, sumsAfter, sumViews } from '../trials/back-test-view';
import { draftWords } from '../trials/draft-words';
import { readPlanChanges, type SentDraft } from '../trials/read-changes';
import { type BackTestRow, backTestTable } from '../trials/store/back-test.row';

const route = routes.trials;

/** Back-tests: a draft of the rule book on the real sales of the last days, old against new; nothing is touched. */
@Controller('/')
export class BackTestsController {
  @Inject(BACK_TESTS)
  private readonly runner: BackTestRunner;

  @Serves(route.backTests)
  async list({ query }: In<typeof route.backTests>, call: Call): Promise<Out<typeof route.backTests> | Refusal> {
    const place = query.cursor === undefined ? null : placeOf(query.cursor, 'string');
    if (isRefusal(place)) return place;
    const where = place ? 'merchant_id = ? AND id < ?' : 'merchant_id = ?';
    const params = [call.merchantId, ...(place ? [place[0]] : [])];
    const rows = await find(call.db.read, backTestTable, where, params, `ORDER BY id DESC LIMIT ${query.limit + 1}`);
    const page = rows.slice(0, query.limit);
    return {
      data: await backTestViews(call.db.read, page, showingOf(call)),
      nextCursor: rows.length > query.limit ? cursorOf([page.at(-1)?.id ?? '']) : null,
    };
  }

  @Serves(route.startBackTest)
  async start(
    { body }: In<typeof route.startBackTest>,
    call: Call,
  ): Promise<Out<typeof route.startBackTest> | Refusal> {
    const { merchantId } = call;
    const { book } = await currentBook(call.db.read, merchantId, call.db);
    const own = { book, zone: zone(call.merchant.timezone) };
    const read = await readPlanChanges(call.db.read, merchantId, own, body.changes);
    if (isRefusal(read)) return read;
    const job = await newJob(call, read.drafts, body.days);
    const started = await call.write(async (tx) => {
      // Two requests at once wait for each other here, so that one of them sees the other's test.
      await lockTimeline(tx, merchantId);
      const where = "merchant_id = ? AND state IN ('waiting', 'running')";
      if (await findOne(tx, backTestTable, where, [merchantId])) return refuse('back-test-running');
      await insert(tx, backTestTable, [job]);
      return { id: job.id };
    });
    if (isRefusal(started)) return started;
    if (started.id === job.id) this.runner.begin(job);
    return this.show(call, started.id);
  }

  @Serves(route.backTest)
  read({ params }: In<typeof route.backTest>, call: Call): Promise<Out<typeof route.backTest> | Refusal> {
    return this.show(call, params.id);
  }

  @Serves(route.cancelBackTest)
  async cancel({ params }: In<typeof route.cancelBackTest>, call: Call): Promise<Out<typeof route.backTest> | Refusal> {
    if (!(await jobOf(call, params.id))) return refuse('not-found');
    const where = "merchant_id = ? AND id = ? AND state IN ('waiting', 'running')";
    const cancelled = await call.write(async (tx) => {
      const to = { state: 'cancelled' as const, finishedAt: call.now };
      const changed = await update(tx, backTestTable, to, where, [call.merchantId, params.id]);
      return changed === 1 ? { id: params.id } : refuse('invalid-state');
    });
    return isRefusal(cancelled) ? cancelled : this.show(call, params.id);
  }

  @Serves(route.backTestRows)
  async rows(
    { params, query }: In<typeof route.backTestRows>,
    call: Call,
  ): Promise<Out<typeof route.backTestRows> | Refusal> {
    const job = await jobOf(call, params.id);
    if (!job) return refuse('not-found');
    const place = query.cursor === undefined ? ([-1] as const) : placeOf(query.cursor, 'number');
    if (isRefusal(place)) return place;
    if (job.state !== 'done') return { data: [], nextCursor: null };
    const rows = await sumsAfter(call.db.read, job, query.by, place[0], query.limit + 1);
    const page = rows.slice(0, query.limit);
    return {
      data: await sumViews(call.db.read, query.by, page, showingOf(call)),
      nextCursor: rows.length > query.limit ? cursorOf([page.at(-1)?.place ?? 0]) : null,
    };
  }

  @Serves(route.backTestCsv)
  async csv({ params, query }: In<typeof route.backTestCsv>, call: Call): Promise<FileAnswer | Refusal> {
    const job = await jobOf(call, params.id);
    if (!job) return refuse('not-found');
    const { result } = job;
    if (job.state !== 'done' || !result) return refuse('export-not-ready');
    const { by, lang = call.lang } = query;
    const text = backTestCsv(call.db.read, { ...job, result }, by, { ...showingOf(call), lang });
    const day = zone(call.merchant.timezone).dayAt(job.createdAt);
    const what = lang === 'zh' ? `回测-${backTestByWords[by].zh}` : `back-test-by-${by}`;
    const name = `${what}-${call.merchant.slug}-${day}.csv`;
    return new FileAnswer(Readable.from(text, { objectMode: false }), 'text/csv; charset=utf-8', { name });
  }

  private async show(call: Call, id: string): Promise<Out<typeof route.backTest> | Refusal> {
    const job = await jobOf(call, id);
    if (!job) return refuse('not-found');
    return (await backTestViews(call.db.read, [job], showingOf(call)))[0] ?? refuse('not-found');
  }
}

function showingOf({ merchantId, merchant, lang }: Call): Showing {
  return { merchantId, currency: merchant.currency, lang };
}

function jobOf({ db, merchantId }: Call, id: string): Promise<BackTestRow | undefined> {
  return findOne(db.read, backTestTable, 'merchant_id = ? AND id = ?', [merchantId, id]);
}

/** The days are those of the shop's calendar: today until now, and as many whole ones before it. */
async function newJob(call: Call, sent: readonly SentDraft[], days: number): Promise<BackTestRow> {
  const own = zone(call.merchant.timezone);
  const drafts = sent.map(({ kind, code, doc }) => ({ kind, code, doc }));
  return {
    merchantId: call.merchantId,
    id: newId(call.now),
    state: 'waiting',
    createdAt: call.now,
    createdBy: call.actor.name,
    drafts,
    words: { zh: await wordsOf(call, drafts, 'zh'), en: await wordsOf(call, drafts, 'en') },
    days,
    fromAt: own.startOfDay(addDays(own.dayAt(call.now), 1 - days)),
    toAt: call.now,
    done: 0,
    total: null,
    result: null,
    problem: null,
    finishedAt: null,
  };
}

async function wordsOf(call: Call, drafts: BackTestRow['drafts'], lang: Showing['lang']): Promise<string[]> {
  const reading = await readingOf({ ...call, lang });
  const rules = drafts.flatMap(({ kind, code, doc }) =>
    kind === 'rule' && doc ? [{ kind, code, rule: doc as never }] : [],
  );
  const skus = rules.flatMap(({ rule }) => (rule as { when: { skus?: readonly string[] } }).when.skus ?? []);
  const products = await productsOf(call.db.read, call.merchantId, skus);
  const context = await sentenceContext(call.db, reading, rules, new Map(products.map((row) => [row.sku, row])));
  return draftWords(drafts, reading.book, context);
}
