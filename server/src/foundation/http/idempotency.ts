import { createHash } from 'node:crypto';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { type Database, findOne, insert, type Tx, update } from '../db';
import { type IdempotencyRow, idempotencyTable } from './store/idempotency.row';

/** How long a key is kept. Source: doors.md. */
const KEPT_MS = 7 * 86_400_000;

/** Rows removed in one step, so that cleaning never holds the database up. */
const CLEANED_AT_ONCE = 1000;

const digest = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(String(part.length)).update(':').update(part);
  return hash.digest('base64url');
};

export interface KeyedRequest {
  readonly merchantId: string;
  readonly actorId: string;
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: Buffer;
}

/** An answer that was given before under the same key. */
export interface KeptAnswer {
  readonly status: number;
  readonly answer: unknown;
}

/** Keys whose first request is still running in this process. */
const running = new Set<string>();

/** A request with a key, from its beginning to its answer. */
export class KeyedWrite {
  private at = 0;

  private constructor(
    private readonly id: { readonly merchantId: string; readonly scope: string; readonly bodyDigest: string },
    /** What was committed under the key so far. */
    private readonly results: unknown[],
    /** Whether the key has a row, be it one that has expired. */
    private hasRow: boolean,
  ) {}

  /** Begins: answers what was answered before, refuses a key that is used otherwise or still running. */
  static async begin(db: Database, request: KeyedRequest): Promise<KeyedWrite | KeptAnswer | Refusal> {
    if (!/^[\x21-\x7e]{1,200}$/.test(request.key)) return refuse('idempotency-key-invalid');
    const { merchantId, actorId, method, path, key, body } = request;
    const scope = digest(actorId, method, path, key);
    const id = { merchantId, scope, bodyDigest: digest(body) };
    if (running.has(merchantId + scope)) return refuse('still-running', { retryAfterSeconds: 1 });
    running.add(merchantId + scope);
    try {
      const row = await findOne(db.read, idempotencyTable, 'merchant_id = ? AND scope = ?', [merchantId, scope]);
      const live = row && row.expiresAt > Date.now() ? row : undefined;
      if (live && live.bodyDigest !== id.bodyDigest) return KeyedWrite.release(id, refuse('idempotency-key-reused'));
      if (live && live.status !== null) return KeyedWrite.release(id, { status: live.status, answer: live.answer });
      return new KeyedWrite(id, [...(live?.results ?? [])], row !== undefined);
    } catch (error) {
      running.delete(merchantId + scope);
      throw error;
    }
  }

  private static release<T>(id: { merchantId: string; scope: string }, value: T): T {
    running.delete(id.merchantId + id.scope);
    return value;
  }

  /**
   * Runs the next transaction of the request, or answers what it gave when it was committed before. The result is kept in
   * the same transaction; two processes with one key cannot both commit, because the row's key is unique.
   */
  async write<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
    const step = this.at++;
    if (step < this.results.length) return this.results[step] as T;
    const result = await this.commit(db, work);
    if (isRefusal(result)) return result;
    this.hasRow = true;
    this.results.push(result ?? null);
    return result;
  }

  private async commit<T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await db.write(async (tx) => {
        const made = await work(tx);
        if (!isRefusal(made)) await this.keep(tx, [...this.results, made ?? null]);
        return made;
      });
    } catch (error) {
      if (this.hasRow || !(await this.isTaken(db))) throw error;
      return refuse('still-running', { retryAfterSeconds: 1 }) as T;
    }
  }

  /** Whether another process has committed under this key since this request began. */
  private async isTaken(db: Database): Promise<boolean> {
    const { merchantId, scope } = this.id;
    return (
      (await findOne(db.read, idempotencyTable, 'merchant_id = ? AND scope = ?', [merchantId, scope])) !== undefined
    );
  }

  private async keep(tx: Tx, results: unknown[]): Promise<void> {
    const { merchantId, scope, bodyDigest } = this.id;
    const expiresAt = Date.now() + KEPT_MS;
    const row: IdempotencyRow = { merchantId, scope, bodyDigest, results, status: null, answer: null, expiresAt };
    if (this.hasRow) await update(tx, idempotencyTable, row, 'merchant_id = ? AND scope = ?', [merchantId, scope]);
    else await insert(tx, idempotencyTable, [row]);
  }

  /** Whether anything was committed, now or under the same key before. */
  get committed(): boolean {
    return this.results.length > 0;
  }

  /** Keeps the answer of a request that committed something. */
  async end(db: Database, status: number, answer: unknown): Promise<void> {
    const { merchantId, scope } = this.id;
    if (this.committed) {
      await db.write((tx) =>
        update(tx, idempotencyTable, { status, answer: answer ?? null }, 'merchant_id = ? AND scope = ?', [
          merchantId,
          scope,
        ]),
      );
    }
  }

  /** Lets others use the key; to be called whatever happened. */
  free(): void {
    running.delete(this.id.merchantId + this.id.scope);
  }
}

/** Removes keys that have expired; answers how many. */
export async function cleanIdempotencyKeys(db: Database, realNow: number): Promise<number> {
  const sql = `SELECT merchant_id AS merchantId, scope FROM idempotency_key WHERE expires_at <= ? LIMIT ${CLEANED_AT_ONCE}`;
  const old = await db.read.rows<{ merchantId: string; scope: string }>(sql, [realNow]);
  if (old.length === 0) return 0;
  await db.write(async (tx) => {
    for (const { merchantId, scope } of old) {
      await tx.run('DELETE FROM idempotency_key WHERE merchant_id = ? AND scope = ?', [merchantId, scope]);
    }
  });
  return old.length;
}
