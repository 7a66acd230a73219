import { randomBytes } from 'node:crypto';
import { Formatter, Wechatpay } from 'wechatpay-axios-plugin';
import { type Outcome, ok, unknown } from '../domain/outcome';
import { reactionToPay } from '../domain/pay-errors';
import type { PayCredentials } from '../domain/wechat-account';

export interface PayRequest {
  readonly method: 'GET' | 'POST';
  /** From the root, each segment encoded already; a query belongs to `query`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** 204 is the success of a close. */
  readonly expects?: 'json' | 'nothing';
}

export type PayCall = (request: PayRequest) => Promise<Outcome<Readonly<Record<string, unknown>>>>;

/** The whole call. The library sets no timeout, and axios' own only notices silence, not a slow drip. */
export const PAY_TIMEOUT_MS = 10_000;
const BYTES_AT_MOST = 4 * 1024 * 1024;

/**
 * Lets every signature of WeChat Pay follow business time. The library reads one static function, so the installation has
 * one clock: set once, when the gateway is made.
 */
export function followClock(now: () => number): void {
  Formatter.timestamp = () => Math.floor(now() / 1000);
}

/** A caller for one merchant's credentials: signs, calls, verifies, classifies. */
export function payCaller(credentials: PayCredentials, payBase: string, timeoutMs = PAY_TIMEOUT_MS): PayCall {
  const { mchid, serial, privateKey, platformKeys, platformKeyId } = credentials;
  const client = new Wechatpay({
    mchid,
    serial,
    privateKey,
    certs: { ...platformKeys },
    baseURL: `${payBase.replace(/\/+$/, '')}/`,
  } as never) as unknown as { client: { v3: { request(config: object): Promise<AxiosAnswer> } } };
  const v3 = client.client.v3;
  return async (request) => {
    const config = {
      method: request.method,
      url: request.path.replace(/^\//, ''),
      ...(request.query ? { params: request.query } : {}),
      ...(request.body === undefined ? {} : { data: request.body }),
      headers: { 'Wechatpay-Serial': platformKeyId, Accept: 'application/json' },
      // Environment proxies must not take the calls, least of all those to a loopback base.
      proxy: false,
      maxRedirects: 0,
      timeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
      maxContentLength: BYTES_AT_MOST,
    };
    try {
      return answered(await v3.request(config), request.expects ?? 'json');
    } catch (error) {
      return failed(error as AxiosFailure);
    }
  };
}

interface AxiosAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers?: Readonly<Record<string, unknown>>;
}

interface AxiosFailure {
  readonly code?: string;
  readonly message?: string;
  readonly response?: AxiosAnswer;
}

function answered(
  { status, data }: AxiosAnswer,
  expects: 'json' | 'nothing',
): Outcome<Readonly<Record<string, unknown>>> {
  if (expects === 'nothing') return status === 204 || status === 200 ? ok({}) : unknown('malformed', `HTTP ${status}`);
  // A 200 that verifies but is not an object (an empty body, text) leaves open what was done.
  return isObject(data) ? ok(data) : unknown('malformed', `HTTP ${status} without a JSON object`);
}

/**
 * Sorts what axios threw. Only a well-formed error of 4xx is WeChat's word; a 200 that does not verify may have taken
 * effect, and so may everything that was not answered. Source: wechat.md 0 (fact 3), 2.5, 4.
 */
function failed({ code = '', message = '', response }: AxiosFailure): Outcome<Readonly<Record<string, unknown>>> {
  if (!response) {
    const timeout = code === 'ECONNABORTED' || code === 'ETIMEDOUT' || code === 'ERR_CANCELED';
    return unknown(timeout ? 'timeout' : 'unreachable', code || message);
  }
  if (code.startsWith('EV3_')) return unknown('unverified', code);
  const { status, data } = response;
  const requestId = String(response.headers?.['request-id'] ?? '') || null;
  if (status >= 500) return unknown('server-error', `HTTP ${status} ${requestId ?? ''}`);
  if (status < 400 || !isObject(data) || typeof data['code'] !== 'string')
    return unknown('malformed', `HTTP ${status} ${requestId ?? ''}`);
  const refusedBy = data['code'];
  return {
    kind: 'refused',
    code: refusedBy,
    message: String(data['message'] ?? ''),
    reaction: reactionToPay(refusedBy, status),
    status,
    requestId,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 32 characters for a signature that is used once. */
export function nonce(): string {
  return [...randomBytes(32)].map((byte) => BASE62[byte % 62]).join('');
}
