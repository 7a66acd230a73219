import { Rsa } from 'wechatpay-axios-plugin';
import { type Outcome, ok, unknown } from '../domain/outcome';
import type { MerchantPay } from './merchant-pay';

export interface TransferAsk {
  /** At most 32 letters and digits; kept over every retry. */
  readonly outBillNo: string;
  readonly openid: string;
  readonly amountMinor: number;
  /** At most 32 characters, shown to the receiver. */
  readonly remark: string;
  readonly sceneId: string;
  readonly reports: readonly { readonly type: string; readonly content: string }[];
  /** Required from 2,000 yuan on, refused below 0.3; encrypted here. */
  readonly realName?: string | undefined;
  readonly perception?: string | undefined;
  readonly notifyUrl: string;
}

/** `TRANSFERING` is WeChat's spelling. */
export type TransferState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED';

export interface TransferFacts {
  readonly outBillNo: string;
  readonly billNo: string | null;
  readonly state: TransferState;
  /** Only in the answer of the create call; a query never says it again. */
  readonly package: string | null;
  readonly failReason: string | null;
  readonly amountMinor: number | null;
  readonly openid: string | null;
}

const BILLS = '/v3/fund-app/mch-transfer/transfer-bills';
const REMARK_AT_MOST = 32;

/** Creates a transfer bill, or answers the state of the bill of that number. Source: wechat.md 2.11. */
export async function createTransfer(pay: MerchantPay, ask: TransferAsk): Promise<Outcome<TransferFacts>> {
  return facts(await pay.call({ method: 'POST', path: BILLS, body: transferBody(pay, ask) }));
}

/** What WeChat knows of a bill. A 404 right after a create that timed out is not proof of absence. */
export async function queryTransfer(pay: MerchantPay, outBillNo: string): Promise<Outcome<TransferFacts>> {
  return facts(await pay.call({ method: 'GET', path: `${BILLS}/out-bill-no/${encodeURIComponent(outBillNo)}` }));
}

/** Asks for a cancellation; 200 means accepted only. */
export async function cancelTransfer(pay: MerchantPay, outBillNo: string): Promise<Outcome<TransferFacts>> {
  return facts(
    await pay.call({ method: 'POST', path: `${BILLS}/out-bill-no/${encodeURIComponent(outBillNo)}/cancel` }),
  );
}

function transferBody({ appid, credentials }: MerchantPay, ask: TransferAsk): object {
  const key = credentials.platformKeys[credentials.platformKeyId] as string;
  return {
    appid,
    out_bill_no: ask.outBillNo,
    transfer_scene_id: ask.sceneId,
    openid: ask.openid,
    ...(ask.realName ? { user_name: Rsa.encrypt(ask.realName, key) } : {}),
    transfer_amount: ask.amountMinor,
    transfer_remark: [...ask.remark].slice(0, REMARK_AT_MOST).join(''),
    notify_url: ask.notifyUrl,
    ...(ask.perception ? { user_recv_perception: ask.perception } : {}),
    transfer_scene_report_infos: ask.reports.map(({ type, content }) => ({ info_type: type, info_content: content })),
  };
}

function facts(outcome: Outcome<Readonly<Record<string, unknown>>>): Outcome<TransferFacts> {
  if (outcome.kind !== 'ok') return outcome;
  const read = transferFacts(outcome.value);
  return read ? ok(read) : unknown('malformed', 'a transfer without number or state');
}

/** Reads the answer of a create, query or cancel call, or the resource of a transfer notification. */
export function transferFacts(given: Readonly<Record<string, unknown>>): TransferFacts | null {
  const { out_bill_no: outBillNo, state } = given;
  if (typeof outBillNo !== 'string' || typeof state !== 'string') return null;
  const text = (value: unknown) => (typeof value === 'string' && value.length > 0 ? value : null);
  return {
    outBillNo,
    billNo: text(given['transfer_bill_no']),
    state: state as TransferState,
    package: text(given['package_info']),
    failReason: text(given['fail_reason']),
    amountMinor: Number.isSafeInteger(given['transfer_amount']) ? (given['transfer_amount'] as number) : null,
    openid: text(given['openid']),
  };
}
