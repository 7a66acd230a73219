import { canonicalJson } from '../../canonical-json';
import { beijingDay } from '../../clock/virtual-clock';
import { openSealedText } from '../../crypto/rsa';
import { type BodyOf, integer, list, object, optional, text } from '../../shape';
import { bookKey, type Transfer } from '../../state/books';
import type { Merchant } from '../../state/parties';
import { nextCount, randomBytes } from '../../state/seeded';
import { isTerminal, planStep } from '../move-transfer';
import { isNotifyUrl } from '../notify-url';
import { badField, type PayAnswer, problem, success } from '../pay-answer';
import { type PayCall, postRoute } from '../pay-route';
import { createdView } from '../transfer-view';

const NAME_REQUIRED_FROM = 200_000;
const NAME_ALLOWED_FROM = 30;
const PACKAGE_BYTES = 129;
const STEP_SECONDS = 1;
const REENTRY = 268498688;

const BODY = object({
  appid: text(32),
  out_bill_no: text(32, { pattern: /^[0-9A-Za-z]+$/ }),
  transfer_scene_id: text(36),
  openid: text(64),
  user_name: optional(text(1024)),
  transfer_amount: integer(1),
  transfer_remark: text(32),
  notify_url: optional(text(256)),
  user_recv_perception: optional(text(32)),
  transfer_scene_report_infos: optional(list(object({ info_type: text(15), info_content: text(32) }), 0, 10)),
});
type Body = BodyOf<typeof BODY>;
type Call = PayCall<Body>;

/** Create a transfer bill (wechat.md 2.11). It is not a push of money: the promoter must confirm it. */
export const transferCreate = postRoute({
  name: 'pay.transfer-create',
  path: '/v3/fund-app/mch-transfer/transfer-bills',
  body: BODY,
  needsKnownIp: true,
  handle: (call) => {
    const sealed = readName(call);
    if ('refusal' in sealed) return sealed.refusal;
    const known = call.world.state().transfers[bookKey(call.merchant.mchid, call.body.out_bill_no)];
    if (known) return answerRepeat(known, fingerprintOf(call.body, sealed.name));
    return refusalOfParties(call) ?? refusalOfScene(call) ?? refusalOfAmount(call) ?? createBill(call, sealed.name);
  },
});

/** The name opens with the key that the request's `Wechatpay-Serial` names; it is only compared at confirm time. */
function readName({ merchant, body, keyId }: Call): { name: string | null } | { refusal: PayAnswer } {
  if (body.user_name === undefined) return { name: null };
  const key = sealingKey(merchant, keyId);
  if (!key) return { refusal: problem('PARAM_ERROR', { message: '平台证书序列号Wechatpay-Serial错误' }) };
  const name = openSealedText(body.user_name, key);
  return name === undefined
    ? { refusal: badField('/user_name', body.user_name, '解密失败', '敏感信息解密失败') }
    : { name };
}

function sealingKey(merchant: Merchant, keyId: string | undefined): string | undefined {
  if (keyId === merchant.publicKeyId && merchant.signMode !== 'CERT') return merchant.publicKey.privateKey;
  if (keyId === merchant.platformSerial && merchant.signMode !== 'PUBKEY') return merchant.platformKey.privateKey;
  return undefined;
}

function answerRepeat(known: Transfer, fingerprint: string): PayAnswer {
  if (known.fingerprint === fingerprint) return success(createdView(known));
  return problem('INVALID_REQUEST', { message: '商户单号已存在，且参数与首次请求时不一致', internalCode: REENTRY });
}

function refusalOfParties({ world, merchant, body }: Call): PayAnswer | undefined {
  if (!merchant.appids.includes(body.appid)) return problem('APPID_MCHID_NOT_MATCH');
  if (body.notify_url !== undefined && !isNotifyUrl(body.notify_url)) {
    return badField('/notify_url', body.notify_url, 'notify_url须为https且不带参数');
  }
  const isTheirs = world.state().openids[body.openid]?.appid === body.appid;
  return isTheirs ? undefined : problem('INVALID_REQUEST', { message: 'Openid格式错误或者不属于商家公众账号' });
}

function refusalOfScene({ merchant, body }: Call): PayAnswer | undefined {
  const scene = merchant.settings.transferScenes[body.transfer_scene_id];
  if (!scene) return problem('NO_AUTH', { message: '商户未开通此转账场景' });
  const reports = body.transfer_scene_report_infos ?? [];
  if (reports.length === 0) return problem('PARAM_ERROR', { message: '需传入转账场景报备信息，请检查' });
  const given = reports.map((report) => report.info_type).sort();
  if (canonicalJson(given) !== canonicalJson([...scene.reports].sort())) {
    return problem('PARAM_ERROR', { message: '未传入完整且对应的转账场景报备信息，请根据接口文档检查' });
  }
  const perception = body.user_recv_perception;
  const isShown = perception === undefined || scene.perceptions.includes(perception);
  return isShown ? undefined : problem('INVALID_REQUEST', { message: '暂不支持展示当前传入的用户收款感知' });
}

function refusalOfAmount({ world, merchant, body }: Call): PayAnswer | undefined {
  const { transferMin, transferMax, transferDayLimit, balanceOperation } = merchant.settings;
  const amount = body.transfer_amount;
  const refuse = (message: string) => problem('INVALID_REQUEST', { message });
  if (amount < transferMin || amount > transferMax) return refuse('超过单笔转账上下限，核实产品设置是否准确');
  if (amount >= NAME_REQUIRED_FROM && body.user_name === undefined) {
    return badField('/user_name', null, '转账金额达到2000元时必填', '转账金额大于等于2000元时，收款用户姓名必填');
  }
  if (amount < NAME_ALLOWED_FROM && body.user_name !== undefined) {
    return badField(
      '/user_name',
      body.user_name,
      '转账金额小于0.3元时不可传',
      '转账金额小于0.3元时，不支持传入收款用户姓名',
    );
  }
  if (transferDayLimit !== null && sentToday(world, merchant.mchid) + amount > transferDayLimit) {
    return refuse('超出商户单日转账额度，请核实产品设置是否准确');
  }
  if (merchant.operationUsed + amount <= balanceOperation) return undefined;
  return problem('NOT_ENOUGH', { message: '商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号' });
}

function sentToday(world: Call['world'], mchid: string): number {
  const today = beijingDay(world.clock.now());
  const counting = Object.values(world.state().transfers).filter((transfer) => {
    const isDead = isTerminal(transfer.state) && transfer.state !== 'SUCCESS';
    return transfer.mchid === mchid && !isDead && beijingDay(transfer.createdAt) === today;
  });
  return counting.reduce((sum, transfer) => sum + transfer.amount, 0);
}

function createBill({ world, merchant, body }: Call, userName: string | null): PayAnswer {
  const state = world.state();
  const { settings } = merchant;
  const now = world.clock.now();
  const transfer: Transfer = {
    mchid: merchant.mchid,
    appid: body.appid,
    openid: body.openid,
    outBillNo: body.out_bill_no,
    transferBillNo: `133${String(nextCount(state, 'transfer')).padStart(27, '0')}`,
    sceneId: body.transfer_scene_id,
    amount: body.transfer_amount,
    remark: body.transfer_remark,
    userName,
    notifyUrl: body.notify_url ?? null,
    fingerprint: fingerprintOf(body, userName),
    packageText: randomBytes(state, PACKAGE_BYTES).toString('base64'),
    createdAt: now,
    updatedAt: now,
    state: settings.transferFirstState,
    failReason: null,
    wishedFailReason: null,
  };
  const key = bookKey(merchant.mchid, body.out_bill_no);
  state.transfers[key] = transfer;
  state.transferBills[transfer.transferBillNo] = key;
  merchant.operationUsed += transfer.amount;
  if (transfer.state !== 'WAIT_USER_CONFIRM') planStep(world, transfer, 'advance-transfer', STEP_SECONDS);
  planStep(world, transfer, 'expire-transfer', settings.transferExpirySeconds + settings.transferExpiryLagSeconds);
  return success(createdView(transfer));
}

/** Sealing is random, so the same name is another text each time: the opened name is what must be the same. */
function fingerprintOf(body: Body, userName: string | null): string {
  return canonicalJson({ ...body, user_name: userName });
}
