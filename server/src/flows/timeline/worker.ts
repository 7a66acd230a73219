import type { Instant } from '@fenrun/kernel';
import { onPublished } from '../../foundation/events';
import type { Log } from '../../foundation/log';
import { currentBook } from '../../modules/plans';
import { TIMELINE } from '../../modules/sales';
import type { Timelines } from './advance';
import { nextSpecialAfter } from './next-special';

/** How often everybody is looked at for what became due, in milliseconds of real time. */
const LOOK_EVERY_MS = 1_000;

/** Works timelines as things are recorded and as they become due. */
export interface TimelineWorker {
  /** Works everything that is due for everybody up to an instant. */
  runDue(until: Instant): Promise<void>;
  /** The next instant at which something becomes due for anybody; null if nothing is in sight. */
  nextDueAt(after: Instant): Promise<Instant | null>;
  stop(): Promise<void>;
}

export function startTimelineWorker(lines: Timelines, log: Pick<Log, 'error'>): TimelineWorker {
  const wanted = new Set<string>();
  let running: Promise<void> | null = null;
  let isStopping = false;
  const run = async () => {
    while (wanted.size > 0 && !isStopping) {
      const merchantId = wanted.values().next().value as string;
      wanted.delete(merchantId);
      await lines
        .advance(merchantId)
        .catch((error: unknown) => log.error('a timeline could not be worked', { merchantId, error: String(error) }));
    }
    running = null;
  };
  const wake = (merchantId: string) => {
    wanted.add(merchantId);
    running ??= run();
  };
  const unsubscribe = onPublished(TIMELINE, wake);
  const look = async () => {
    for (const { merchantId } of await dueMerchants(lines)) wake(merchantId);
  };
  const timer = setInterval(
    () => void look().catch((error: unknown) => log.error('due work could not be looked up', { error: String(error) })),
    LOOK_EVERY_MS,
  );
  timer.unref();
  return {
    runDue: async (until) => {
      for (const merchantId of await merchantIds(lines)) await lines.advance(merchantId, until);
    },
    nextDueAt: (after) => nextDueAt(lines, after),
    stop: async () => {
      isStopping = true;
      clearInterval(timer);
      unsubscribe();
      while (running) await running;
    },
  };
}

async function merchantIds({ db }: Timelines): Promise<string[]> {
  const rows = await db.read.rows<{ merchantId: string }>(
    'SELECT merchant_id AS merchantId FROM timeline ORDER BY merchant_id',
  );
  return rows.map((row) => row.merchantId);
}

/** Merchants with a recorded happening, a commission that is due, or a special instant that has passed. */
async function dueMerchants(lines: Timelines): Promise<{ merchantId: string }[]> {
  const now = lines.clock.now();
  const due: { merchantId: string }[] = [];
  for (const merchantId of await merchantIds(lines)) {
    const next = await nextOf(lines, merchantId, null);
    if (next !== null && next <= now) due.push({ merchantId });
  }
  return due;
}

async function nextDueAt(lines: Timelines, after: Instant): Promise<Instant | null> {
  const found: Instant[] = [];
  for (const merchantId of await merchantIds(lines)) {
    const next = await nextOf(lines, merchantId, after);
    if (next !== null) found.push(next);
  }
  return found.length === 0 ? null : Math.min(...found);
}

/** The next instant of one merchant: the earliest waiting happening, pending commission or special instant. */
async function nextOf({ db }: Timelines, merchantId: string, after: Instant | null): Promise<Instant | null> {
  const first = async (sql: string, params: string[]) => {
    const [row] = await db.read.rows<{ at: number | string }>(sql, params);
    return row ? Number(row.at) : null;
  };
  const happening = await first('SELECT at FROM outbox WHERE lane = ? AND merchant_id = ? ORDER BY at LIMIT 1', [
    TIMELINE,
    merchantId,
  ]);
  const dueSql =
    "SELECT due_at AS at FROM commission WHERE merchant_id = ? AND status = 'pending' ORDER BY due_at LIMIT 1";
  const due = await first(dueSql, [merchantId]);
  const [line] = await db.read.rows<{ specialAt: number | string }>(
    'SELECT special_at AS specialAt FROM timeline WHERE merchant_id = ?',
    [merchantId],
  );
  const book = await currentBook(db.read, merchantId, db);
  const special = line ? nextSpecialAfter(book, Math.max(Number(line.specialAt), after ?? 0)) : null;
  const all = [happening, due, special].filter((at): at is number => at !== null);
  return all.length === 0 ? null : Math.max(Math.min(...all), after ?? Number.NEGATIVE_INFINITY);
}
