import { routes } from '@fenrun/contracts/routes';
import { beforeEach, expect, test } from 'vitest';
import { businessNow } from '@/lib/clock';
import { call } from '@/lib/http';
import { forgetToken, installSession, memberToken } from '@/lib/session';
import { instantOf } from '@/lib/zone';
import { type Answered, type Asked, asked, beginAnew } from './stand-ins/taro';

let opened = 0;
let actor: string | null = null;
const me = routes.member.me;
const bearer = ({ header }: Asked) => header['authorization'];

function begin(answer: (asked: Asked) => Answered, isClosed = false): void {
  opened = 0;
  beginAnew(answer);
  const open = async () => {
    opened += 1;
    return `token-${opened}`;
  };
  installSession({ merchant: 'demo', actor: () => actor, open, isClosed: () => isClosed });
}

beforeEach(() => {
  actor = null;
});

test('the sign-in is silent, happens once, and is kept', async () => {
  begin(() => ({ statusCode: 200, data: '{}' }));
  await Promise.all([call(me), call(me), memberToken()]);
  expect(opened).toBe(1);
  expect(asked.map(bearer)).toEqual(['Bearer token-1', 'Bearer token-1']);
});

test('a token that the server no longer takes is renewed once, and the call is made again', async () => {
  begin((ask) =>
    bearer(ask) === 'Bearer token-1'
      ? { statusCode: 401, data: '{"code":"not-signed-in"}' }
      : { statusCode: 200, data: '{"ok":true}' },
  );
  await expect(call(me)).resolves.toEqual({ ok: true });
  expect(asked.map(bearer)).toEqual(['Bearer token-1', 'Bearer token-2']);
});

test('a server that refuses every token is not asked for ever', async () => {
  begin(() => ({ statusCode: 401, data: '{"code":"not-signed-in"}' }));
  await expect(call(me)).rejects.toMatchObject({ kind: 'signed-out' });
  expect(asked).toHaveLength(2);
});

test('another person in the preview has a session of his own', async () => {
  begin(() => ({ statusCode: 200, data: '{}' }));
  await memberToken();
  actor = 'somebody-else';
  expect(await memberToken()).toBe('token-2');
});

test('inside Moments nobody is signed in, and nothing is asked for', async () => {
  begin(() => ({ statusCode: 200, data: '{}' }), true);
  expect(await memberToken()).toBeNull();
  expect(opened).toBe(0);
});

test('a write carries its key, its language and its body', async () => {
  begin(() => ({ statusCode: 200, data: '' }));
  await call(routes.member.saveMe, { body: { name: '林小满' }, key: 'K1' });
  expect(asked[0]).toMatchObject({ method: 'PUT', url: '/api/v1/member/me', data: '{"name":"林小满"}' });
  expect(asked[0]?.header).toMatchObject({
    'idempotency-key': 'K1',
    'accept-language': 'zh',
    'content-type': 'application/json',
  });
});

test('the server’s business time moves the clock of every page', async () => {
  begin(() => ({ statusCode: 200, data: '{}', header: { 'Fenrun-Now': '2030-01-01T00:00:00Z' } }));
  await call(me);
  expect(Math.abs(businessNow() - instantOf('2030-01-01T00:00:00Z'))).toBeLessThan(5000);
  forgetToken();
});
