import { responseMessage } from '../crypto/messages';
import { signMessage } from '../crypto/rsa';
import type { Fault } from '../faults/fault';
import type { Reply } from '../http/reply';
import type { Merchant } from '../state/parties';
import { randomHex, randomText } from '../state/seeded';
import type { World } from '../state/world';
import type { PayAnswer } from './pay-answer';

const UNKNOWN_SERIAL = '0000000000000000000000000000000000000000';
const SKEW_SECONDS = 600;

export interface Signer {
  readonly merchant: Merchant | undefined;
  /** The request's `Wechatpay-Serial`. */
  readonly keyId: string | undefined;
  readonly fault: Fault | undefined;
}

/** The bytes of an answer with the headers of wechat.md 2.3, signed as the merchant's mode says, spoilt as the fault says. */
export function writeAnswer(world: World, answer: PayAnswer, signer: Signer): Reply {
  const isBroken = signer.fault?.kind === 'invalid-json';
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  const body = Buffer.from(isBroken ? `${text}}{"` : text);
  const isUnsigned = !signer.merchant || (answer.status >= 400 && !signer.merchant.settings.signErrors);
  const signed = isUnsigned || !signer.merchant ? {} : signatureHeaders(world, signer.merchant, body, signer);
  return { status: answer.status, body, headers: { ...plainHeaders(world, answer), ...signed } };
}

function plainHeaders(world: World, answer: PayAnswer): Record<string, string> {
  return {
    Server: 'nginx',
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Language': 'zh-CN',
    'Cache-Control': 'no-cache, must-revalidate',
    'X-Content-Type-Options': 'nosniff',
    'Request-ID': `08${randomHex(world.state(), 40).toUpperCase()}-${answer.internalCode}`,
  };
}

function signatureHeaders(world: World, merchant: Merchant, body: Buffer, signer: Signer): Record<string, string> {
  const kind = signer.fault?.kind;
  if (kind === 'missing-headers') return {};
  const key = keyOf(merchant, signer.keyId);
  const skew = kind === 'skewed-clock' ? (signer.fault?.seconds ?? SKEW_SECONDS) : 0;
  const timestamp = String(Math.floor(world.clock.now() / 1000) + skew);
  const nonce = randomText(world.state(), 32);
  const signedBody = kind === 'bad-signature' ? Buffer.concat([body, Buffer.from(' ')]) : body;
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': signMessage(responseMessage(timestamp, nonce, signedBody), key.privateKey),
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    'Wechatpay-Serial': kind === 'unknown-serial' ? UNKNOWN_SERIAL : key.serial,
  };
}

/** While switching, the request's `Wechatpay-Serial` chooses; without it the platform certificate signs (wechat.md 2.4). */
function keyOf(merchant: Merchant, keyId: string | undefined): { serial: string; privateKey: string } {
  const isPublicKey =
    merchant.signMode === 'SWITCHING' ? keyId === merchant.publicKeyId : merchant.signMode === 'PUBKEY';
  return isPublicKey
    ? { serial: merchant.publicKeyId, privateKey: merchant.publicKey.privateKey }
    : { serial: merchant.platformSerial, privateKey: merchant.platformKey.privateKey };
}
