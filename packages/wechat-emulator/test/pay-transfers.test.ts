import { constants, publicEncrypt } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();
const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';
const REPORTS = [
  { info_type: '岗位类型', info_content: '推广员' },
  { info_type: '报酬说明', info_content: '2026年3月推广佣金' },
];

function create(more: Json = {}, ask: Json = {}): ReturnType<typeof stage.pay> {
  const body = {
    appid: stage.appid,
    out_bill_no: 'P1',
    transfer_scene_id: '1005',
    openid: stage.openid,
    transfer_amount: 5000,
    transfer_remark: '推广佣金',
    notify_url: stage.notifyUrl,
    transfer_scene_report_infos: REPORTS,
    ...more,
  };
  return stage.pay('POST', BILLS, body, ask);
}
const query = async (number = 'P1') => (await stage.pay('GET', `${BILLS}/out-bill-no/${number}`)).json;
const cancel = (number = 'P1') => stage.pay('POST', `${BILLS}/out-bill-no/${number}/cancel`);
const confirm = (packageText: string, more: Json = {}) =>
  stage.control('confirm', {
    user: 'wei',
    params: { mchId: stage.mchid, appId: stage.appid, package: packageText },
    ...more,
  });
const sealed = (name: string) => {
  const key = { key: stage.pair.merchant.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  return publicEncrypt(key, Buffer.from(name)).toString('base64');
};
const notices = () => stage.inbox.letters.map((letter) => stage.open(letter));

test('a bill waits for the promoter, who confirms, and then it is paid and notified', async () => {
  const { json } = await create();
  expect(json).toMatchObject({
    out_bill_no: 'P1',
    state: 'WAIT_USER_CONFIRM',
    create_time: '2026-03-01T10:00:00+08:00',
  });
  expect(json.package_info.length).toBeGreaterThanOrEqual(150);
  const waiting = await query();
  expect(waiting).toMatchObject({ mch_id: stage.mchid, state: 'WAIT_USER_CONFIRM', transfer_amount: 5000 });
  expect(waiting.package_info).toBeUndefined();
  expect(await confirm(json.package_info)).toMatchObject({ ok: true, state: 'TRANSFERING', outBillNo: 'P1' });
  expect((await query()).state).toBe('TRANSFERING');
  await stage.advance(1);
  expect((await query()).state).toBe('SUCCESS');
  expect(JSON.parse(stage.inbox.letters[0]?.body ?? '{}')).toMatchObject({
    event_type: 'MCHTRANSFER.BILL.FINISHED',
    summary: '商家转账单据终态通知',
    resource: { original_type: 'mch_payment', associated_data: 'mch_payment' },
  });
  expect(notices()).toEqual([
    expect.objectContaining({ state: 'SUCCESS', mch_id: stage.mchid, transfer_amount: 5000, openid: stage.openid }),
  ]);
  const byId = await stage.pay('GET', `${BILLS}/transfer-bill-no/${json.transfer_bill_no}`);
  expect(byId.json).toEqual(await query());
});

test('the same bill again answers as it is now with the same package, other parameters are refused', async () => {
  const first = (await create()).json;
  await stage.advance(60);
  expect((await create()).json).toEqual(first);
  expect((await create({ transfer_amount: 5001 })).json.code).toBe('INVALID_REQUEST');
  await confirm(first.package_info);
  await stage.advance(1);
  expect((await create()).json).toMatchObject({ state: 'SUCCESS', transfer_bill_no: first.transfer_bill_no });
});

test.each([
  ['PARAM_ERROR', 400, { out_bill_no: 'P_1' }],
  ['PARAM_ERROR', 400, { transfer_scene_report_infos: [] }],
  ['PARAM_ERROR', 400, { transfer_scene_report_infos: REPORTS.slice(1) }],
  ['PARAM_ERROR', 400, { transfer_scene_report_infos: [...REPORTS, ...REPORTS] }],
  ['PARAM_ERROR', 400, { transfer_scene_report_infos: undefined }],
  ['PARAM_ERROR', 400, { notify_url: 'http://shop.example/n' }],
  ['PARAM_ERROR', 400, { transfer_remark: '佣'.repeat(33) }],
  ['PARAM_ERROR', 400, { transfer_amount: '5000' }],
  ['INVALID_REQUEST', 400, { user_recv_perception: '现金奖励' }],
  ['INVALID_REQUEST', 400, { transfer_amount: 9 }],
  ['INVALID_REQUEST', 400, { transfer_amount: 20_001 }],
  ['INVALID_REQUEST', 400, { openid: 'o-of-nobody' }],
  ['APPID_MCHID_NOT_MATCH', 400, { appid: 'wx0000000000000000' }],
  ['NO_AUTH', 403, { transfer_scene_id: '1000' }],
])('%s (%i) for %j, and there is no bill', async (code, status, more) => {
  const answer = await create(more);
  expect([answer.json.code, answer.status]).toEqual([code, status]);
  expect((await stage.control('books')).transfers).toHaveLength(0);
});

test("a stranger's address, an empty account and a full day are told by code", async () => {
  await stage.settings({ ipWhitelist: ['203.0.113.7'] });
  expect((await create()).json).toMatchObject({ code: 'INVALID_REQUEST', message: '此IP地址不允许调用该接口' });
  await stage.settings({ ipWhitelist: ['127.0.0.1'], balanceOperation: 4999 });
  const poor = await create();
  expect([poor.status, poor.json.code]).toEqual([403, 'NOT_ENOUGH']);
  await stage.settings({ balanceOperation: 20_000, transferDayLimit: 9_999 });
  expect((await create()).status).toBe(200);
  expect((await create({ out_bill_no: 'P2' })).json.message).toContain('单日');
  await stage.advance(14 * 3600);
  expect((await create({ out_bill_no: 'P2' })).status).toBe(200);
});

test('a name is compared only when the promoter confirms', async () => {
  const wrong = (await create({ user_name: sealed('王小明') })).json;
  expect(wrong.state).toBe('WAIT_USER_CONFIRM');
  await confirm(wrong.package_info);
  await stage.advance(1);
  expect(await query()).toMatchObject({ state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' });
  expect(notices()).toEqual([expect.objectContaining({ state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' })]);
  const right = (await create({ out_bill_no: 'P2', user_name: sealed('王伟') })).json;
  expect((await create({ out_bill_no: 'P2', user_name: sealed('王伟') })).json).toEqual(right);
  await confirm(right.package_info);
  await stage.advance(1);
  expect((await query('P2')).state).toBe('SUCCESS');
});

test('a name needs the key that Wechatpay-Serial names, is required from 2,000 yuan and refused below 0.3', async () => {
  const other = await create(
    { user_name: sealed('王伟') },
    { headers: { 'Wechatpay-Serial': stage.pair.merchant.platformSerial } },
  );
  expect(other.json).toMatchObject({ code: 'PARAM_ERROR', message: '平台证书序列号Wechatpay-Serial错误' });
  expect((await create({ user_name: 'AAAA' })).json.code).toBe('PARAM_ERROR');
  expect((await create({ transfer_amount: 29, user_name: sealed('王伟') })).json.code).toBe('PARAM_ERROR');
  await stage.settings({ transferMax: 300_000 });
  expect((await create({ transfer_amount: 200_000 })).json.code).toBe('PARAM_ERROR');
  expect((await create({ transfer_amount: 200_000, user_name: sealed('王伟') })).status).toBe(200);
});

test('a cancelled bill is cancelling first, then cancelled, notified, and its money free again', async () => {
  const { package_info: packageText } = (await create()).json;
  expect((await stage.control('books')).balances[stage.mchid].operationUsed).toBe(5000);
  expect((await cancel()).json).toMatchObject({ out_bill_no: 'P1', state: 'CANCELING' });
  expect(await confirm(packageText)).toMatchObject({ ok: false, reason: 'cancelled' });
  await stage.advance(1);
  expect(await query()).toMatchObject({ state: 'CANCELLED', fail_reason: 'MCH_CANCEL' });
  expect((await cancel()).json.state).toBe('CANCELLED');
  expect(notices()).toEqual([expect.objectContaining({ state: 'CANCELLED' })]);
  expect((await stage.control('books')).balances[stage.mchid].operationUsed).toBe(0);
});

test('after the promoter confirmed nothing is cancelled, and an unknown bill is 404', async () => {
  const { package_info: packageText } = (await create()).json;
  await confirm(packageText);
  expect((await cancel()).json.code).toBe('INVALID_REQUEST');
  const unknown = await cancel('P9');
  expect([unknown.status, unknown.json.code]).toEqual([404, 'NOT_FOUND']);
});

test('after 24 hours the page is over though the bill still waits, and 45 minutes later it fails', async () => {
  const { package_info: packageText } = (await create()).json;
  await stage.advance(86_400);
  expect((await query()).state).toBe('WAIT_USER_CONFIRM');
  expect(await confirm(packageText)).toMatchObject({ ok: false, reason: 'expired' });
  await stage.advance(45 * 60);
  expect(await query()).toMatchObject({
    state: 'FAIL',
    fail_reason: 'OVERDUE_CLOSE',
    update_time: '2026-03-02T10:45:00+08:00',
  });
  expect(notices()).toEqual([expect.objectContaining({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' })]);
});

test('a bill is queryable for thirty days', async () => {
  await create();
  await stage.advance(30 * 86_400 + 1);
  expect((await query()).code).toBe('NOT_FOUND');
});

test('only the receiving person confirms, with the numbers of the bill, once', async () => {
  const { package_info: packageText } = (await create()).json;
  const params = { mchId: stage.mchid, appId: stage.appid, package: packageText };
  const reason = async (more: Json) => (await stage.control('confirm', { user: 'wei', params, ...more })).reason;
  expect(await reason({ user: 'fang' })).toBe('other-user');
  expect(await reason({ params: { ...params, mchId: '1' } })).toBe('mchid-mismatch');
  expect(await reason({ params: { ...params, appId: 'wx1' } })).toBe('appid-mismatch');
  expect(await reason({ params: { ...params, package: 'x' } })).toBe('unknown-package');
  expect(await reason({ result: 'reject' })).toBe('rejected');
  expect(await reason({})).toBeUndefined();
  expect(await reason({})).toBeUndefined();
  await stage.advance(1);
  expect(await reason({})).toBe('finished');
  expect(notices()).toHaveLength(1);
});

test("the paying may fail for the person's or the test's reason", async () => {
  await stage.control('users', { id: 'wei', transferFailReason: 'PAYEE_ACCOUNT_ABNORMAL' });
  await confirm((await create()).json.package_info);
  await confirm((await create({ out_bill_no: 'P2' })).json.package_info, { failReason: 'TRANSFER_RISK' });
  await stage.advance(1);
  expect([(await query('P1')).fail_reason, (await query('P2')).fail_reason]).toEqual([
    'PAYEE_ACCOUNT_ABNORMAL',
    'TRANSFER_RISK',
  ]);
  await create({ out_bill_no: 'P3' });
  await stage.control('transfers', {
    mchid: stage.mchid,
    outBillNo: 'P3',
    state: 'FAIL',
    failReason: 'MERCHANT_REJECT',
  });
  expect((await query('P3')).fail_reason).toBe('MERCHANT_REJECT');
});

test('a bill may begin ACCEPTED; the package comes with the repeat that finds it waiting', async () => {
  await stage.settings({ transferFirstState: 'ACCEPTED' });
  const first = (await create()).json;
  expect([first.state, first.package_info]).toEqual(['ACCEPTED', undefined]);
  await stage.advance(1);
  expect((await create()).json.state).toBe('PROCESSING');
  await stage.advance(1);
  expect((await create()).json).toMatchObject({ state: 'WAIT_USER_CONFIRM', package_info: expect.any(String) });
});
