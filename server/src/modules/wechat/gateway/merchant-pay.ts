import type { Outcome } from '../domain/outcome';
import { ok, unknown } from '../domain/outcome';
import { type PayParams, payParams } from '../domain/pay-sign';
import type { PayCredentials, WechatAccount } from '../domain/wechat-account';
import { nonce, type PayCall, payCaller } from './pay-call';
import { chinaTime } from './shipping';

export interface PrepayAsk {
  /** 6–32 of `0-9A-Za-z_-|*`, unique for the merchant number. */
  readonly outTradeNo: string;
  readonly openid: string;
  readonly description: string;
  readonly amountMinor: number;
  /** https, or http to a loopback host; no query. */
  readonly notifyUrl: string;
  /** Part of what may not differ between two asks for the same number. */
  readonly expiresAt: number;
}

export type TradeState = 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';

/** What a query or a payment notification says of one number. */
export interface TradeFacts {
  readonly appid: string;
  readonly mchid: string;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly state: TradeState;
  readonly openid: string | null;
  readonly totalMinor: number | null;
  readonly paidAt: number | null;
}

export interface RefundAsk {
  readonly outTradeNo: string;
  /** Kept over every retry; a new number is a second refund. */
  readonly outRefundNo: string;
  readonly refundMinor: number;
  readonly totalMinor: number;
  readonly reason?: string | undefined;
  readonly notifyUrl: string;
}

export type RefundState = 'SUCCESS' | 'CLOSED' | 'PROCESSING' | 'ABNORMAL';

export interface RefundFacts {
  readonly mchid: string | null;
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly refundId: string | null;
  readonly state: RefundState;
  readonly refundMinor: number | null;
  readonly succeededAt: number | null;
}

/** The calls of WeChat Pay for one merchant number. Source: wechat.md 2. */
export interface MerchantPay {
  readonly mchid: string;
  readonly appid: string;
  /** The caller itself and the credentials, for the transfer calls. */
  readonly call: PayCall;
  readonly credentials: PayCredentials;
  prepay(ask: PrepayAsk): Promise<Outcome<{ readonly prepayId: string }>>;
  /** Signs a prepay for the phone. */
  payParams(prepayId: string, now: number): PayParams;
  queryOrder(outTradeNo: string): Promise<Outcome<TradeFacts>>;
  closeOrder(outTradeNo: string): Promise<Outcome<null>>;
  refund(ask: RefundAsk): Promise<Outcome<RefundFacts>>;
  queryRefund(outRefundNo: string): Promise<Outcome<RefundFacts>>;
}

const ORDERS = '/v3/pay/transactions';
const REFUNDS = '/v3/refund/domestic/refunds';
const DESCRIPTION_AT_MOST = 127;
const REASON_AT_MOST = 80;

/** The merchant's pay client, or null while no pay credentials are kept. */
export function merchantPay(account: WechatAccount, payBase: string, timeoutMs?: number): MerchantPay | null {
  const { appid, pay: credentials } = account;
  if (!credentials) return null;
  const call = payCaller(credentials, payBase, timeoutMs);
  const { mchid, privateKey } = credentials;
  return {
    mchid,
    appid,
    call,
    credentials,
    prepay: async (ask) =>
      prepayIdOf(await call({ method: 'POST', path: `${ORDERS}/jsapi`, body: prepayBody(appid, mchid, ask) })),
    payParams: (prepayId, now) => payParams({ appid, prepayId, privateKey, nonce: nonce() }, now),
    queryOrder: async (outTradeNo) => {
      const found = await call({
        method: 'GET',
        path: `${ORDERS}/out-trade-no/${encodeURIComponent(outTradeNo)}`,
        query: { mchid },
      });
      return found.kind === 'ok' ? understood(tradeFacts(found.value)) : found;
    },
    closeOrder: async (outTradeNo) => {
      const path = `${ORDERS}/out-trade-no/${encodeURIComponent(outTradeNo)}/close`;
      const closed = await call({ method: 'POST', path, body: { mchid }, expects: 'nothing' });
      return closed.kind === 'ok' ? ok(null) : closed;
    },
    refund: async (ask) => {
      const asked = await call({ method: 'POST', path: REFUNDS, body: refundBody(ask) });
      return asked.kind === 'ok' ? understood(refundFacts(asked.value)) : asked;
    },
    queryRefund: async (outRefundNo) => {
      const found = await call({ method: 'GET', path: `${REFUNDS}/${encodeURIComponent(outRefundNo)}` });
      return found.kind === 'ok' ? understood(refundFacts(found.value)) : found;
    },
  };
}

function prepayBody(appid: string, mchid: string, ask: PrepayAsk): object {
  return {
    appid,
    mchid,
    description: [...ask.description].slice(0, DESCRIPTION_AT_MOST).join(''),
    out_trade_no: ask.outTradeNo,
    time_expire: chinaTime(Math.floor(ask.expiresAt / 1000) * 1000).replace('.000', ''),
    notify_url: ask.notifyUrl,
    amount: { total: ask.amountMinor, currency: 'CNY' },
    payer: { openid: ask.openid },
  };
}

function refundBody(ask: RefundAsk): object {
  return {
    out_trade_no: ask.outTradeNo,
    out_refund_no: ask.outRefundNo,
    ...(ask.reason ? { reason: [...ask.reason].slice(0, REASON_AT_MOST).join('') } : {}),
    notify_url: ask.notifyUrl,
    amount: { refund: ask.refundMinor, total: ask.totalMinor, currency: 'CNY' },
  };
}

function prepayIdOf(outcome: Outcome<Readonly<Record<string, unknown>>>): Outcome<{ prepayId: string }> {
  if (outcome.kind !== 'ok') return outcome;
  const prepayId = outcome.value['prepay_id'];
  return typeof prepayId === 'string' && prepayId.length > 0 ? ok({ prepayId }) : unknown('malformed', 'no prepay_id');
}

function understood<T>(facts: T | null): Outcome<T> {
  return facts === null ? unknown('malformed', 'an answer without the fields that matter') : ok(facts);
}

/** Reads the resource of a payment notification or the answer of a query; they have the same fields. */
export function tradeFacts(given: Readonly<Record<string, unknown>>): TradeFacts | null {
  const { appid, mchid, out_trade_no: outTradeNo, trade_state: state } = given as Record<string, string>;
  if (typeof outTradeNo !== 'string' || typeof state !== 'string') return null;
  const amount = given['amount'] as Record<string, unknown> | undefined;
  const payer = given['payer'] as Record<string, unknown> | undefined;
  return {
    appid: String(appid ?? ''),
    mchid: String(mchid ?? ''),
    outTradeNo,
    transactionId: textOrNull(given['transaction_id']),
    state: state as TradeState,
    openid: textOrNull(payer?.['openid']),
    totalMinor: Number.isSafeInteger(amount?.['total']) ? (amount?.['total'] as number) : null,
    paidAt: instantOrNull(given['success_time']),
  };
}

/** Reads the answer of a refund or its query (`status`) or the resource of a refund notification (`refund_status`). */
export function refundFacts(given: Readonly<Record<string, unknown>>): RefundFacts | null {
  const state = given['refund_status'] ?? given['status'];
  const { out_trade_no: outTradeNo, out_refund_no: outRefundNo } = given as Record<string, string>;
  if (typeof state !== 'string' || typeof outTradeNo !== 'string' || typeof outRefundNo !== 'string') return null;
  const amount = given['amount'] as Record<string, unknown> | undefined;
  return {
    mchid: textOrNull(given['mchid']),
    outTradeNo,
    outRefundNo,
    refundId: textOrNull(given['refund_id']),
    state: state as RefundState,
    refundMinor: Number.isSafeInteger(amount?.['refund']) ? (amount?.['refund'] as number) : null,
    succeededAt: instantOrNull(given['success_time']),
  };
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value.length > 0 ? value : null;
}

function instantOrNull(value: unknown): number | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
