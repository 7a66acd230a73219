import { accumulate, type Database, findOne, update } from '../../../foundation/db';
import type { SecretBox } from '../../../foundation/secrets';
import { type Outcome, ok, unknown } from '../domain/outcome';
import type { WechatAccount } from '../domain/wechat-account';
import { type WechatTokenRow, wechatTokenTable } from '../store/wechat-token.row';
import { mpCall } from './mp-call';

/** A token that is held, and which one it is. */
export interface HeldToken {
  readonly token: string;
  readonly generation: number;
}

interface Surroundings {
  readonly db: Database;
  readonly box: SecretBox;
  readonly now: () => number;
  readonly apiBase: string;
}

/** Both tokens work in the last five minutes, so we change over before. Source: wechat.md 1.1. */
const EARLY_SECONDS = 300;

/** How long one process may take to fetch; real time. A process that died leaves the lease to the next one. */
const LEASE_MS = 12_000;
const POLL_MS = 100;

/**
 * Keeps the access token of each mini-program: one fetch at a time in this process by a shared promise, and over all
 * processes by a lease in the table. Only the normal mode of `stable_token` is used.
 */
export class TokenKeeper {
  private readonly fetching = new Map<string, Promise<Outcome<HeldToken>>>();

  constructor(private readonly around: Surroundings) {}

  /** The valid token, fetched if there is none. */
  async token(account: WechatAccount): Promise<Outcome<HeldToken>> {
    const key = `${account.merchantId}:${account.appid}`;
    const running = this.fetching.get(key);
    if (running) return running;
    const promise = this.heldOrFetched(account).finally(() => this.fetching.delete(key));
    this.fetching.set(key, promise);
    return promise;
  }

  /** Marks a token as invalid, unless another one has taken its place already. */
  async drop(account: WechatAccount, held: HeldToken): Promise<void> {
    await this.around.db.write((tx) =>
      update(tx, wechatTokenTable, { expiresAt: 0 }, 'merchant_id = ? AND appid = ? AND generation = ?', [
        account.merchantId,
        account.appid,
        held.generation,
      ]),
    );
  }

  private async heldOrFetched(account: WechatAccount): Promise<Outcome<HeldToken>> {
    const giveUpAt = Date.now() + LEASE_MS;
    for (;;) {
      const row = await this.row(account);
      const held = row && this.valid(row);
      if (held) return ok(held);
      if (await this.claim(account, row)) return this.fetch(account);
      if (Date.now() > giveUpAt) return unknown('timeout', 'another process is fetching the token');
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  private row({ merchantId, appid }: WechatAccount): Promise<WechatTokenRow | undefined> {
    return findOne(this.around.db.read, wechatTokenTable, 'merchant_id = ? AND appid = ?', [merchantId, appid]);
  }

  private valid(row: WechatTokenRow): HeldToken | undefined {
    if (!row.sealed || row.expiresAt <= this.around.now()) return undefined;
    return { token: this.around.box.open(row.sealed, aboutToken(row)), generation: row.generation };
  }

  private claim({ merchantId, appid }: WechatAccount, row: WechatTokenRow | undefined): Promise<boolean> {
    return this.around.db.write(async (tx) => {
      if (!row) {
        const blank = { merchantId, appid, sealed: null, expiresAt: 0, generation: 0, leaseUntil: 0 };
        await accumulate(tx, wechatTokenTable, ['generation'], [blank]);
      }
      const now = Date.now();
      const where = 'merchant_id = ? AND appid = ? AND lease_until < ? AND expires_at <= ?';
      const changed = await update(tx, wechatTokenTable, { leaseUntil: now + LEASE_MS }, where, [
        merchantId,
        appid,
        now,
        this.around.now(),
      ]);
      return changed === 1;
    });
  }

  private async fetch(account: WechatAccount): Promise<Outcome<HeldToken>> {
    const { merchantId, appid, appSecret } = account;
    const askedAt = this.around.now();
    const body = { grant_type: 'client_credential', appid, secret: appSecret, force_refresh: false };
    const outcome = await mpCall(this.around.apiBase, { path: '/cgi-bin/stable_token', body });
    const token = outcome.kind === 'ok' && 'json' in outcome.value ? outcome.value.json['access_token'] : undefined;
    const seconds = outcome.kind === 'ok' && 'json' in outcome.value ? Number(outcome.value.json['expires_in']) : 0;
    const fetched = typeof token === 'string' && token.length > 0 && Number.isFinite(seconds);
    const generation = await this.settle(account, fetched ? token : null, askedAt + (seconds - EARLY_SECONDS) * 1000);
    if (fetched) return ok({ token, generation });
    return outcome.kind === 'ok' ? unknown('malformed', `no access_token for ${merchantId}`) : outcome;
  }

  /** Gives the lease back, and keeps the token if there is one. */
  private settle({ merchantId, appid }: WechatAccount, token: string | null, expiresAt: number): Promise<number> {
    const where = 'merchant_id = ? AND appid = ?';
    return this.around.db.write(async (tx) => {
      const row = await findOne(tx, wechatTokenTable, where, [merchantId, appid]);
      const generation = (row?.generation ?? 0) + 1;
      const change = token
        ? {
            sealed: this.around.box.seal(token, aboutToken({ merchantId, appid })),
            expiresAt,
            generation,
            leaseUntil: 0,
          }
        : { leaseUntil: 0 };
      await update(tx, wechatTokenTable, change, where, [merchantId, appid]);
      return generation;
    });
  }
}

function aboutToken({ merchantId, appid }: Pick<WechatTokenRow, 'merchantId' | 'appid'>): string {
  return `wechat-token:${merchantId}:${appid}`;
}
