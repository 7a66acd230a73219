import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();

async function stable(more: Record<string, unknown> = {}): Promise<Json> {
  const { appid, secret } = stage.pair.app;
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, ...more });
  return (await fetch(`${stage.emulator.mp}/cgi-bin/stable_token`, { method: 'POST', body })).json();
}

async function plain(more: Record<string, string> = {}): Promise<Json> {
  const { appid, secret } = stage.pair.app;
  const query = new URLSearchParams({ grant_type: 'client_credential', appid, secret, ...more });
  return (await fetch(`${stage.emulator.mp}/cgi-bin/token?${query}`)).json();
}

/** What an API call says to a token: any errcode but a token's own means that it was taken. */
async function useToken(token: string): Promise<number> {
  const answer = await fetch(`${stage.emulator.mp}/wxa/getuserriskrank?access_token=${token}`, {
    method: 'POST',
    body: '{}',
  });
  return ((await answer.json()) as Json).errcode;
}
const TAKEN = 40013;

test('a stable token stays the same while it is valid and tells the seconds it has left', async () => {
  const first = await stable();
  expect(first.expires_in).toBe(7200);
  expect(first.errcode).toBeUndefined();
  await stage.advance(6000);
  expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 1200 });
  expect(await useToken(first.access_token)).toBe(TAKEN);
});

test('in its last five minutes a new stable token comes and both work until the old one ends', async () => {
  const first = await stable();
  await stage.advance(6901);
  const second = await stable();
  expect(second.access_token).not.toBe(first.access_token);
  expect(second.expires_in).toBe(7200);
  expect([await useToken(first.access_token), await useToken(second.access_token)]).toEqual([TAKEN, TAKEN]);
  await stage.advance(299);
  expect([await useToken(first.access_token), await useToken(second.access_token)]).toEqual([42001, TAKEN]);
});

test('a forced refresh invalidates the former token, but not twice within 30 seconds', async () => {
  const first = await stable();
  const forced = await stable({ force_refresh: true });
  expect(forced.access_token).not.toBe(first.access_token);
  expect(await useToken(first.access_token)).toBe(40001);
  expect((await stable({ force_refresh: true })).access_token).toBe(forced.access_token);
  await stage.advance(30);
  expect((await stable({ force_refresh: true })).access_token).not.toBe(forced.access_token);
});

test('the twenty-first forced refresh of a day does not refresh', async () => {
  for (let round = 0; round < 20; round += 1) {
    await stable({ force_refresh: true });
    await stage.advance(31);
  }
  const last = await stable();
  expect((await stable({ force_refresh: true })).access_token).toBe(last.access_token);
});

test('the old call issues a new token each time, keeps the former for five minutes, and does not touch stable tokens', async () => {
  const stableOne = await stable();
  const first = await plain();
  const second = await plain();
  expect(second.access_token).not.toBe(first.access_token);
  expect(await useToken(first.access_token)).toBe(TAKEN);
  await stage.advance(300);
  expect(await useToken(first.access_token)).toBe(42001);
  expect([await useToken(second.access_token), await useToken(stableOne.access_token)]).toEqual([TAKEN, TAKEN]);
});

test('wrong credentials are told apart by errcode', async () => {
  expect((await stable({ appid: 'wx0' })).errcode).toBe(40013);
  expect((await stable({ secret: 'no' })).errcode).toBe(40125);
  expect((await stable({ grant_type: 'x' })).errcode).toBe(40002);
  expect((await plain({ secret: '' })).errcode).toBe(41004);
  await stage.control('merchants', { name: 'demo', ipWhitelist: ['10.0.0.1'] });
  expect((await stable()).errcode).toBe(40164);
});

test('a missing, malformed, unknown or invalidated token has its own errcode, and errors carry a rid', async () => {
  const { access_token: token } = await stable();
  expect(await useToken('')).toBe(41001);
  expect(await useToken('short')).toBe(40014);
  expect(await useToken('x'.repeat(120))).toBe(40001);
  await stage.control('tokens/invalidate', { appid: stage.appid });
  expect(await useToken(token)).toBe(40001);
  const wrong = await stable({ secret: 'no' });
  expect(wrong.errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
});

test('an unknown path is 404 and stands in the journal as unmodelled', async () => {
  const answer = await fetch(`${stage.emulator.mp}/wxa/generate_urllink`, { method: 'POST', body: '{}' });
  expect(answer.status).toBe(404);
  const journal = await stage.control('journal?unmodelled=1');
  expect(journal.unmodelled).toBe(1);
  expect(journal.entries[0]).toMatchObject({ listener: 'mp', path: '/wxa/generate_urllink', outcome: 'UNMODELLED' });
});
