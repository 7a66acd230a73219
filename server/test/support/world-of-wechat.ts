import { randomBytes } from 'node:crypto';
import { isRefusal } from '@fenrun/kernel';
import { type Emulator, startEmulator } from '@fenrun/wechat-emulator';
import { SettableClock } from '../../src/foundation/clock';
import type { Database } from '../../src/foundation/db';
import { newId } from '../../src/foundation/ids';
import { type SecretBox, secretBox } from '../../src/foundation/secrets';
import { keepWechatAccount, openWechat, type Wechat } from '../../src/modules/wechat';
import { testDatabase } from './database';

/** A database, a clock and an emulator whose clock stands still, with one merchant set up on both sides. */
export interface WechatWorld {
  readonly db: Database;
  readonly clock: SettableClock;
  readonly emulator: Emulator;
  readonly box: SecretBox;
  readonly wechat: Wechat;
  readonly merchantId: string;
  readonly appid: string;
  readonly mchid: string;
  /** Asks the emulator's control listener, as a phone or an operator would. */
  control<T = Record<string, unknown>>(path: string, body?: unknown, method?: string): Promise<T>;
  /** Moves both clocks. */
  advance(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

export const PAGES = ['pages/home/index', 'subpackages/shop/product/index'];

export async function wechatWorld(payTimeoutMs = 1500): Promise<WechatWorld> {
  const db = await testDatabase();
  const emulator = await startEmulator({ merchants: ['demo'] });
  const clock = new SettableClock();
  const box = secretBox(randomBytes(32));
  const merchantId = newId(clock.now());
  const pair = emulator.config().pairs[0]!;
  const control = async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
    const answer = await fetch(`${emulator.control}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  await control('merchants', { name: 'demo', releasedPages: PAGES });
  await db.write(async (tx) => {
    const kept = await keepWechatAccount(tx, { merchantId, account: accountOf(pair) }, box, clock.now());
    if (isRefusal(kept)) throw new Error(JSON.stringify(kept));
  });
  const wechat = openWechat({ db, clock, box, apiBase: emulator.mp, payBase: emulator.pay, payTimeoutMs });
  return {
    db,
    clock,
    emulator,
    box,
    wechat,
    merchantId,
    appid: pair.app.appid,
    mchid: pair.merchant.mchid,
    control,
    async advance(seconds) {
      clock.setOffset(clock.offset + seconds * 1000);
      await control('clock', { offsetMs: clock.offset });
    },
    async stop() {
      await emulator.stop();
      await db.close();
    },
  };
}

type Pair = ReturnType<Emulator['config']>['pairs'][number];

export function accountOf({ app, merchant }: Pair) {
  return {
    appid: app.appid,
    appSecret: app.secret,
    envVersion: 'release' as const,
    push: null,
    pay: {
      mchid: merchant.mchid,
      serial: merchant.serial,
      privateKey: merchant.privateKey,
      apiV3Key: merchant.apiV3Key,
      platformKeyId: merchant.publicKeyId,
      platformKeys: {
        [merchant.publicKeyId]: merchant.publicKey,
        [merchant.platformSerial]: merchant.platformCertificate,
      },
    },
  };
}
