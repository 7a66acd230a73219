import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { PASSWORD, startServer, type TestMerchant, type TestServer } from '../support/harness';

let server: TestServer;
let tea: TestMerchant;
let oil: TestMerchant;

beforeAll(async () => {
  server = await startServer();
  tea = await server.merchant('tea');
  oil = await server.merchant('oil');
});
afterAll(() => server.stop());

interface Ear {
  readonly heard: { event: string }[];
  readonly closed: Promise<number>;
  until(count: number): Promise<void>;
  say(value: unknown): void;
  end(): void;
}

function listen(headers: Record<string, string> = {}): Ear {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/v1/push`, { headers });
  const heard: { event: string }[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  socket.on('error', () => undefined);
  const closed = new Promise<number>((done) => socket.on('close', done));
  const until = async (count: number) => {
    for (let tries = 0; heard.length < count && tries < 200; tries += 1)
      await new Promise((done) => setTimeout(done, 10));
    expect(heard.length).toBeGreaterThanOrEqual(count);
  };
  return {
    heard,
    closed,
    until,
    say: (value) => socket.on('open', () => socket.send(JSON.stringify(value))),
    end: () => socket.close(),
  };
}

async function cookieOf(merchant: TestMerchant): Promise<string> {
  const answer = await server.client().post('/api/v1/session', { email: merchant.ownerEmail, password: PASSWORD });
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function tokenOf(merchant: TestMerchant): Promise<{ memberId: string; token: string }> {
  const { beginMemberSession, meetMember } = await import('../../src/modules/identity');
  return server.db.write(async (tx) => {
    const member = await meetMember(
      tx,
      merchant.id,
      { openid: `o-${Math.random()}`, unionid: null },
      server.clock.now(),
    );
    return { memberId: member.id, ...(await beginMemberSession(tx, merchant.id, member.id, Date.now())) };
  });
}

test('staff hear what concerns their merchant, and nothing of another', async () => {
  const [teaEar, oilEar] = [listen({ cookie: await cookieOf(tea) }), listen({ cookie: await cookieOf(oil) })];
  await Promise.all([teaEar.until(1), oilEar.until(1)]);
  expect(teaEar.heard[0]).toMatchObject({ event: 'hello' });
  server.installation.push.to(tea.id, 'staff', { event: 'order.changed', order: 'O1' });
  await teaEar.until(2);
  expect(teaEar.heard[1]).toMatchObject({ event: 'order.changed', order: 'O1' });
  expect(oilEar.heard).toHaveLength(1);
  teaEar.end();
  oilEar.end();
});

test('a member says his token first and hears only what is for him', async () => {
  const [one, two] = [await tokenOf(tea), await tokenOf(tea)];
  const [oneEar, twoEar] = [listen(), listen()];
  oneEar.say({ type: 'auth', token: one.token });
  twoEar.say({ type: 'auth', token: two.token });
  await Promise.all([oneEar.until(1), twoEar.until(1)]);
  server.installation.push.to(tea.id, { memberId: one.memberId }, { event: 'balance.changed' });
  await oneEar.until(2);
  expect(twoEar.heard).toHaveLength(1);
  oneEar.end();
  twoEar.end();
});

test('a wrong token, and a page of another site, are shown out', async () => {
  const wrong = listen();
  wrong.say({ type: 'auth', token: 'fm_not-a-token-of-ours' });
  expect(await wrong.closed).toBe(4401);
  const foreign = listen({ cookie: await cookieOf(tea), origin: 'https://evil.test' });
  expect(await foreign.closed).toBe(1006);
  expect(foreign.heard).toHaveLength(0);
});
