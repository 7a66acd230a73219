import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MiniProgram, Outcome } from '../../src/modules/wechat';
import { type WechatWorld, wechatWorld } from '../support/world-of-wechat';

let world: WechatWorld;
let mp: MiniProgram;

beforeAll(async () => {
  world = await wechatWorld();
  mp = (await world.wechat.of(world.merchantId))!.mp;
  await world.control('users', { id: 'lin', phone: '13800001111' });
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.control('faults', undefined, 'DELETE');
  await world.control('journal', undefined, 'DELETE');
});

const calls = async (endpoint: string) =>
  (await world.control<{ entries: unknown[] }>(`journal?endpoint=${endpoint}`)).entries.length;
const codeOf = async (user = 'lin') =>
  (await world.control<{ code: string }>('login', { appid: world.appid, user })).code;
const word = (outcome: Outcome<unknown>) =>
  outcome.kind === 'ok' ? 'ok' : outcome.kind === 'refused' ? outcome.code : outcome.reason;
const fault = (endpoint: string, kind: string, more: object = {}) =>
  world.control('faults', { endpoint, kind, ...more });

test('a person is signed in by the code of wx.login, once', async () => {
  const code = await codeOf();
  const signedIn = await mp.signIn(code);
  expect(signedIn).toMatchObject({ kind: 'ok', value: { openid: expect.stringMatching(/^\S{20,40}$/) } });
  expect(word(await mp.signIn(code))).toBe('40163');
  expect(word(await mp.signIn('nonsense'))).toBe('40029');
  const late = await codeOf();
  await world.advance(301);
  expect(word(await mp.signIn(late))).toBe('40029');
});

test('a person whom WeChat thinks a high risk is not signed in', async () => {
  await world.control('users', { id: 'risky', highRisk: true });
  expect(word(await mp.signIn(await codeOf('risky')))).toBe('40226');
});

test('a busy WeChat is asked again, and an unanswered sign-in is unknown', async () => {
  await fault('mp.login', 'answer', { errcode: -1, times: 2 });
  expect(word(await mp.signIn(await codeOf()))).toBe('ok');
  await fault('mp.login', 'answer', { errcode: -1, times: 0 });
  expect(word(await mp.signIn(await codeOf()))).toBe('-1');
  await world.control('faults', undefined, 'DELETE');
  for (const [kind, reason] of [
    ['disconnect', 'unreachable'],
    ['html', 'server-error'],
    ['truncated', 'unreachable'],
    ['empty', 'malformed'],
  ]) {
    await fault('mp.login', kind as string);
    expect([kind, word(await mp.signIn(await codeOf()))]).toEqual([kind, reason]);
  }
});

test('the phone number comes from the code of its own button', async () => {
  const { code } = await world.control<{ code: string }>('phone', { appid: world.appid, user: 'lin' });
  expect(await mp.phoneNumber(code)).toMatchObject({ kind: 'ok', value: { phone: '13800001111', countryCode: '86' } });
  expect(word(await mp.phoneNumber(code))).toBe('40029');
  expect(word(await mp.phoneNumber(await codeOf()))).toBe('40029');
});

test('one token serves many calls at once, and is fetched anew when it runs out', async () => {
  await world.advance(7200);
  await world.control('journal', undefined, 'DELETE');
  const images = await Promise.all(
    Array.from({ length: 8 }, (_, n) => mp.codeImage({ scene: `share${n}`, page: 'pages/home/index' })),
  );
  expect(images.map((image) => image.kind)).toEqual(Array(8).fill('ok'));
  expect(await calls('mp.stable-token')).toBe(1);
  await world.advance(7200);
  expect((await mp.codeImage({ scene: 'shareX', page: 'pages/home/index' })).kind).toBe('ok');
  expect(await calls('mp.stable-token')).toBe(2);
});

test('a token that WeChat no longer takes is fetched once and the call replayed once', async () => {
  await world.control('tokens/invalidate', { appid: world.appid });
  const before = await calls('mp.stable-token');
  const images = await Promise.all(
    [1, 2, 3].map((n) => mp.codeImage({ scene: `again${n}`, page: 'pages/home/index' })),
  );
  expect(images.map((image) => image.kind)).toEqual(['ok', 'ok', 'ok']);
  expect((await calls('mp.stable-token')) - before).toBe(1);
  await fault('mp.code-image', 'answer', { errcode: 40001, times: 0 });
  expect(word(await mp.codeImage({ scene: 'never', page: 'pages/home/index' }))).toBe('40001');
});

test('a code image is a picture, and an error in JSON never is', async () => {
  const image = await mp.codeImage({ scene: 'Ab12Cd34Ef', page: 'pages/home/index' });
  expect(image).toMatchObject({ kind: 'ok', value: { type: 'image/png' } });
  expect(word(await mp.codeImage({ scene: 'Ab12Cd34Ef', page: 'pages/nowhere/index' }))).toBe('41030');
  expect(word(await mp.codeImage({ scene: '', page: 'pages/home/index' }))).toBe('40169');
  await fault('mp.code-image', 'answer', { errcode: 45009 });
  expect(await mp.codeImage({ scene: 'Ab12Cd34Ef', page: 'pages/home/index' })).toMatchObject({
    kind: 'refused',
    reaction: 'again',
  });
  await fault('mp.code-image', 'html');
  expect(word(await mp.codeImage({ scene: 'Ab12Cd34Ef', page: 'pages/home/index' }))).toBe('server-error');
});

test('a message goes out on a grant, and a refused one is not sent again', async () => {
  await world.control('merchants', {
    name: 'demo',
    templates: [{ id: 'T1', title: '佣金到账提醒', keys: ['thing1', 'amount2'] }],
  });
  const { openids } = await world.control<{ openids: Record<string, string> }>('users', { id: 'lin' });
  const openid = openids[world.appid] as string;
  const message = {
    openid,
    templateId: 'T1',
    page: 'pages/home/index',
    data: { thing1: '一个很长很长很长很长很长很长很长的说明文字', amount2: '¥12.00' },
  };
  await world.control('grant', { appid: world.appid, user: 'lin', templateIds: ['T1'] });
  expect(word(await mp.sendSubscribeMessage(message))).toBe('ok');
  expect(await mp.sendSubscribeMessage(message)).toMatchObject({ kind: 'refused', code: '43101', reaction: 'final' });
  expect(await calls('mp.subscribe-send')).toBe(2);
});

test('an unreachable WeChat is unknown, and nothing is thrown', async () => {
  await world.control('listeners', { mp: 'down' });
  expect(word(await mp.signIn('x'))).toBe('unreachable');
  expect(word(await mp.codeImage({ scene: 'down', page: 'pages/home/index' }))).toBe('unreachable');
  await world.control('listeners', { mp: 'up' });
});

test('nothing was called that the emulator does not model', async () => {
  expect((await world.control<{ unmodelled: number }>('journal?unmodelled=1')).unmodelled).toBe(0);
});
