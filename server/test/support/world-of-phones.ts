import { isRefusal } from '@fenrun/kernel';
import type { HttpClient } from '@fenrun/testkit';
import { startEmulator } from '@fenrun/wechat-emulator';
import { keepWechatAccount } from '../../src/modules/wechat';
import { startServer, type TestMerchant, type TestServer } from './harness';
import { accountOf, PAGES } from './world-of-wechat';

/** A server whose merchant is set up at an emulator, and people with phones. */
export interface PhoneWorld {
  readonly server: TestServer;
  readonly shop: TestMerchant;
  /** A person who has opened the mini-program and is signed in by WeChat. */
  person(user: string, phone: string): Promise<Person>;
  stop(): Promise<void>;
}

export interface Person {
  readonly client: HttpClient;
  readonly token: string;
  /** What the tap on WeChat's phone button gives: a code that works once. */
  phoneCode(): Promise<string>;
}

const JOIN_PAGE = 'subpackages/promoter/join/index';

export async function phoneWorld(): Promise<PhoneWorld> {
  const emulator = await startEmulator({ merchants: ['demo'] });
  const control = async <T = Record<string, unknown>>(path: string, body: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${emulator.control}/control/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return (await answer.json()) as T;
  };
  await control('merchants', { name: 'demo', releasedPages: [...PAGES, JOIN_PAGE] });
  const server = await startServer({ wechatApiBase: emulator.mp, wechatPayBase: emulator.pay });
  const shop = await server.merchant('demo');
  const pair = emulator.config().pairs[0]!;
  const { box } = server.installation;
  const kept = await server.db.write((tx) =>
    keepWechatAccount(tx, { merchantId: shop.id, account: accountOf(pair) }, box, server.clock.now()),
  );
  if (isRefusal(kept)) throw new Error(kept.refused);
  const { appid } = pair.app;
  return {
    server,
    shop,
    person: async (user, phone) => {
      await control('users', { id: user, phone });
      const { code } = await control<{ code: string }>('login', { appid, user });
      const { body } = await server
        .client()
        .post<{ token: string }>('/api/v1/member/session', { merchant: 'demo', code });
      return {
        token: body.token,
        client: server.client({ authorization: `Bearer ${body.token}` }),
        phoneCode: async () => (await control<{ code: string }>('phone', { appid, user })).code,
      };
    },
    stop: async () => {
      await server.stop();
      await emulator.stop();
    },
  };
}

/** The agreements as they stand, accepted. */
export async function acceptAll(client: HttpClient): Promise<{ kind: string; version: number }[]> {
  const { body } = await client.get<{ agreements: { kind: string; version: number }[] }>('/api/v1/member/join');
  return body.agreements.map(({ kind, version }) => ({ kind, version }));
}
