import { expect, test } from 'vitest';
import { isFitValue } from '../src/mp/message-values';
import { type Json, useStage } from './support/stage';

const stage = useStage();

const DATA = {
  thing1: { value: '茉莉花茶佣金' },
  amount2: { value: '¥12.50' },
  time3: { value: '2026年3月1日 10:00' },
};

function send(more: Json = {}): Promise<Json> {
  const message = { touser: stage.openid, template_id: 'T-PAID', data: DATA, page: 'pages/home/index?tab=1', ...more };
  return stage.mp('/cgi-bin/message/subscribe/send', message);
}
const grant = (result = 'accept') =>
  stage.control('grant', { appid: stage.appid, user: 'wei', templateIds: ['T-PAID', 'T-UNKNOWN'], result });

test('one accepted grant is one message', async () => {
  expect((await grant()).results).toEqual({ 'T-PAID': 'accept', 'T-UNKNOWN': 'filter' });
  expect(await send()).toEqual({ errcode: 0, errmsg: 'ok' });
  expect((await send()).errcode).toBe(43101);
  const { messages } = await stage.control('books');
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({ openid: stage.openid, templateId: 'T-PAID', data: DATA });
});

test('a refused grant gives no message', async () => {
  await grant('reject');
  expect((await send()).errcode).toBe(43101);
});

test.each([
  [40003, { touser: 'nobody' }],
  [40037, { template_id: 'T-UNKNOWN' }],
  [41030, { page: 'pages/secret/index' }],
  [47003, { data: { ...DATA, thing1: { value: '' } } }],
  [47003, { data: { ...DATA, thing1: { value: '茶'.repeat(21) } } }],
  [47003, { data: { thing1: DATA.thing1 } }],
  [47003, { data: { ...DATA, extra9: { value: 'x' } } }],
])('errcode %i for %j, and the grant is not used up', async (errcode, more) => {
  await grant();
  expect((await send(more)).errcode).toBe(errcode);
  expect((await send()).errcode).toBe(0);
});

test.each([
  ['thing1', '茶'.repeat(20), true],
  ['thing1', '两\n行', false],
  ['number1', '12.5', true],
  ['number1', '12a', false],
  ['letter1', 'abc', true],
  ['letter1', 'ab1', false],
  ['symbol1', '!?', true],
  ['symbol1', 'a', false],
  ['character_string1', 'A-1_2', true],
  ['character_string1', '单号', false],
  ['time1', '10:30', true],
  ['time1', '2026年3月1日 10:30~11:30', true],
  ['time1', '25:00', false],
  ['date1', '2026-03-01', true],
  ['date1', 'tomorrow', false],
  ['amount1', '¥12.50元', true],
  ['amount1', '12345678901', false],
  ['phone_number1', '+86-0766-66888866', true],
  ['phone_number1', 'no', false],
  ['car_number1', '粤A8Z888挂', true],
  ['car_number1', '粤A8Z888挂车号', false],
  ['name1', '王小伟', true],
  ['name1', '王'.repeat(11), false],
  ['name1', 'Wei Wang', true],
  ['phrase1', '配送中', true],
  ['phrase1', '在配送途中了', false],
  ['unheard1', 'x', false],
])('a %s takes %j: %s', (key, value, expected) => {
  expect(isFitValue(key, value)).toBe(expected);
});
