import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();

async function session(code: string, more: Record<string, string> = {}) {
  const { appid, secret } = stage.pair.app;
  const query = new URLSearchParams({ appid, secret, js_code: code, grant_type: 'authorization_code', ...more });
  const answer = await fetch(`${stage.emulator.mp}/sns/jscode2session?${query}`);
  return { type: answer.headers.get('content-type'), json: (await answer.json()) as Json };
}

const login = async (user: string) => (await stage.control('login', { appid: stage.appid, user })).code;
const phone = async (user: string) => (await stage.control('phone', { appid: stage.appid, user })).code;
const phoneNumber = (body: Json) => stage.mp('/wxa/business/getuserphonenumber', body);

test('a login code gives the openid once, as JSON under text/plain', async () => {
  const code = await login('wei');
  const first = await session(code);
  expect(first.type).toBe('text/plain');
  expect(first.json).toEqual({ openid: stage.openid, session_key: expect.stringMatching(/^[\w+/]{22}==$/) });
  expect((await session(code)).json.errcode).toBe(40163);
});

test('a login code ends after five minutes', async () => {
  const code = await login('wei');
  await stage.advance(300);
  expect((await session(code)).json.errcode).toBe(40029);
});

test('a person with a unionid has it in the session, and the openid is the same each time', async () => {
  const first = await session(await login('fang'));
  const second = await session(await login('fang'));
  expect(first.json.unionid).toMatch(/^oU/);
  expect(second.json).toMatchObject({ openid: first.json.openid, unionid: first.json.unionid });
  expect(second.json.session_key).not.toBe(first.json.session_key);
});

test('a high-risk person, a phone code, and nonsense do not log in', async () => {
  await stage.control('users', { id: 'eve', highRisk: true });
  expect((await session(await login('eve'))).json.errcode).toBe(40226);
  expect((await session(await phone('wei'))).json.errcode).toBe(40029);
  expect((await session('nonsense')).json.errcode).toBe(40029);
  expect((await session('')).json.errcode).toBe(41008);
  expect((await session('x', { secret: 'no' })).json.errcode).toBe(40125);
});

test('the hundred-and-first login of a person within a minute is too fast', async () => {
  for (let round = 0; round < 100; round += 1) await session(await login('wei'));
  expect((await session(await login('wei'))).json.errcode).toBe(45011);
  expect((await session(await login('fang'))).json.errcode).toBeUndefined();
});

test('a phone code gives the number once', async () => {
  const code = await phone('wei');
  const answer = await phoneNumber({ code });
  expect(answer).toMatchObject({ errcode: 0, errmsg: 'ok' });
  const watermark = { appid: stage.appid, timestamp: Math.floor(stage.emulator.world.clock.now() / 1000) };
  const number = { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' };
  expect(answer.phone_info).toEqual({ ...number, watermark });
  expect((await phoneNumber({ code })).errcode).toBe(40029);
});

test("a login code, another person's openid and an old code give no number", async () => {
  expect((await phoneNumber({ code: await login('wei') })).errcode).toBe(40029);
  expect((await phoneNumber({ code: await phone('fang'), openid: stage.openid })).errcode).toBe(40029);
  const old = await phone('wei');
  await stage.advance(300);
  expect((await phoneNumber({ code: old })).errcode).toBe(40029);
});

test('a person whom nobody gave a number has one of his own', async () => {
  await stage.control('users', { id: 'stranger' });
  const { phone_info: info } = await phoneNumber({ code: await phone('stranger') });
  expect((info as Json)['purePhoneNumber']).toMatch(/^199\d{8}$/);
});

test('when the phone quota is used up the button says 1400001', async () => {
  await stage.control('merchants', { name: 'demo', phoneQuota: 1 });
  expect((await phoneNumber({ code: await phone('wei') })).errcode).toBe(0);
  expect(await stage.control('phone', { appid: stage.appid, user: 'wei' })).toMatchObject({
    ok: false,
    errno: 1400001,
  });
});

test("the risk rank is the person's, and unknown is 61010", async () => {
  const ask = { appid: stage.appid, openid: stage.openid, scene: 0, client_ip: '203.0.113.7' };
  expect(await stage.mp('/wxa/getuserriskrank', ask)).toMatchObject({ errcode: 0, risk_rank: 0, unoin_id: 1 });
  await stage.control('users', { id: 'wei', riskRank: 4 });
  expect((await stage.mp('/wxa/getuserriskrank', ask)).risk_rank).toBe(4);
  await stage.control('users', { id: 'wei', riskUnknown: true });
  expect((await stage.mp('/wxa/getuserriskrank', ask)).errcode).toBe(61010);
  expect((await stage.mp('/wxa/getuserriskrank', { ...ask, client_ip: undefined })).errcode).toBe(47001);
});

test('text is judged by its result, and only for who was there in the last two hours', async () => {
  const check = (content: string) =>
    stage.mp('/wxa/msg_sec_check', { version: 2, openid: stage.openid, scene: 1, content });
  expect((await check('你好')).errcode).toBe(61010);
  await session(await login('wei'));
  expect(await check('你好')).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 } });
  expect(await check('刷单返现')).toMatchObject({ errcode: 0, result: { suggest: 'risky', label: 20008 } });
  await stage.advance(7201);
  expect((await check('你好')).errcode).toBe(61010);
});

test('several people are made in one call, and the same id changes one', async () => {
  const { users } = await stage.control('users', { users: [{ id: 'a' }, { id: 'wei', realName: '王小伟' }] });
  expect(users.map((user: Json) => user.id)).toEqual(['a', 'wei']);
  expect(users[1]).toMatchObject({
    realName: '王小伟',
    phone: '13800000001',
    openids: { [stage.appid]: stage.openid },
  });
});
