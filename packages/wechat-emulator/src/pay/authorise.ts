import { requestMessage } from '../crypto/messages';
import { isSigned } from '../crypto/rsa';
import { headerOf, type RawRequest } from '../http/reply';
import type { Merchant } from '../state/parties';
import type { World } from '../state/world';
import { type PayAnswer, problem } from './pay-answer';

const SCHEME = 'WECHATPAY2-SHA256-RSA2048';
const ATTRIBUTES = ['mchid', 'nonce_str', 'signature', 'timestamp', 'serial_no'] as const;
const TOLERANCE_SECONDS = 300;
const KEPT_MESSAGE_CHARACTERS = 120;

type Credentials = Record<(typeof ATTRIBUTES)[number], string>;

export interface Authorised {
  readonly merchant: Merchant | undefined;
  readonly refusal: PayAnswer | undefined;
  /** For the journal: `ok`, or what was wrong with the signature. */
  readonly signature: string;
  readonly nonceReplayed: boolean;
}

/** Checks 1 to 5 of wechat.md 5.2, in that order: header, merchant and serial, clock, nonce, signature. */
export function authorise(world: World, request: RawRequest): Authorised {
  const credentials = credentialsOf(request);
  if (!credentials) {
    return refuse(undefined, 'header', problem('SIGN_ERROR', { message: 'Http头Authorization值格式错误' }));
  }
  const merchant = world.state().merchants[credentials.mchid];
  if (merchant?.serial !== credentials.serial_no) {
    return refuse(merchant, 'serial', problem('SIGN_ERROR', { message: '商户证书序列号有误，请检查' }));
  }
  if (!isTimely(world, credentials.timestamp)) {
    return refuse(
      merchant,
      'timestamp',
      problem('SIGN_ERROR', { message: 'Http头Authorization中的timestamp与发起请求的时间不得超过5分钟' }),
    );
  }
  const nonceReplayed = isReplayed(world, credentials);
  if (nonceReplayed && merchant.settings.strictNonce) {
    return { ...refuse(merchant, 'nonce', problem('SIGN_ERROR', { message: '请求随机串重复' })), nonceReplayed };
  }
  const message = requestMessage(
    request.method,
    request.url,
    credentials.timestamp,
    credentials.nonce_str,
    request.body,
  );
  if (!isSigned(message, credentials.signature, merchant.keys.publicKey)) {
    return { ...refuse(merchant, 'signature', notMatching(request, message)), nonceReplayed };
  }
  return { merchant, refusal: undefined, signature: 'ok', nonceReplayed };
}

/** The mchid that the header claims, checked or not. */
export function claimedMchid(request: RawRequest): string | undefined {
  return /\bmchid="([^"]*)"/.exec(headerOf(request, 'authorization') ?? '')?.[1];
}

function refuse(merchant: Merchant | undefined, signature: string, refusal: PayAnswer): Authorised {
  return { merchant, refusal, signature, nonceReplayed: false };
}

function credentialsOf(request: RawRequest): Credentials | undefined {
  const header = headerOf(request, 'authorization') ?? '';
  if (!header.startsWith(`${SCHEME} `)) return undefined;
  const pairs = header.slice(SCHEME.length + 1).split(',');
  const found: Record<string, string> = {};
  for (const pair of pairs) {
    const [, name, value] = /^\s*(\w+)="([^"]+)"\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) return undefined;
    found[name] = value;
  }
  return ATTRIBUTES.every((name) => Object.hasOwn(found, name)) ? (found as Credentials) : undefined;
}

function isTimely(world: World, timestamp: string): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(Math.floor(world.clock.now() / 1000) - Number(timestamp)) <= TOLERANCE_SECONDS;
}

/** Nonces are remembered as long as their timestamp could pass; the memory is real time's and not part of the state. */
function isReplayed(world: World, credentials: Credentials): boolean {
  const now = world.clock.realNow();
  for (const [known, until] of world.nonces) {
    if (until > now) break;
    world.nonces.delete(known);
  }
  const key = `${credentials.mchid}|${credentials.nonce_str}`;
  const isKnown = world.nonces.has(key);
  world.nonces.set(key, now + 2 * TOLERANCE_SECONDS * 1000);
  return isKnown;
}

function notMatching(request: RawRequest, message: Buffer): PayAnswer {
  const sign_information = {
    method: request.method,
    url: request.url,
    truncated_sign_message: message.toString('utf8').slice(0, KEPT_MESSAGE_CHARACTERS),
    sign_message_length: message.length,
  };
  const detail = {
    detail: { issue: 'sign not match' },
    field: 'signature',
    location: 'authorization',
    sign_information,
  };
  return problem('SIGN_ERROR', { detail });
}
