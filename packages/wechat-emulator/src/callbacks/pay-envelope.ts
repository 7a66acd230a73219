import { beijingTime } from '../clock/virtual-clock';
import { seal } from '../crypto/aead';
import { responseMessage } from '../crypto/messages';
import { signMessage } from '../crypto/rsa';
import type { Merchant } from '../state/parties';
import { nextCount, nextRandom, randomBytes, randomText } from '../state/seeded';
import type { World } from '../state/world';
import type { Callback, CallbackModeName } from './callback';

export interface Envelope {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

const SKEW_SECONDS = 301;
const UNKNOWN_SERIAL = '0000000000000000000000000000000000000000';

/** One delivery of a WeChat Pay notification: fresh timestamp, nonce, signature and GCM nonce, spoilt as the modes say. */
export function payEnvelope(world: World, callback: Callback, modes: ReadonlySet<CallbackModeName>): Envelope {
  const merchant = world.state().merchants[callback.mchid];
  if (!merchant) throw new Error(`The callback ${callback.id} belongs to no merchant (${callback.mchid}).`);
  const body = JSON.stringify(bodyOf(world, callback, merchant, modes));
  return { url: callback.url, body, headers: headersOf(world, merchant, body, modes) };
}

/** The probe that must fail: everything as in a real delivery but the signature. */
export function asProbe(world: World, envelope: Envelope): Envelope {
  const noise = randomBytes(world.state(), 192).toString('base64');
  const headers = { ...envelope.headers, 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${noise}` };
  return { ...envelope, headers };
}

function bodyOf(world: World, callback: Callback, merchant: Merchant, modes: ReadonlySet<CallbackModeName>): object {
  const isUnheard = modes.has('unknown-event-type');
  const body = {
    id: idOf(world, callback, merchant, modes),
    create_time: beijingTime(callback.madeAt),
    resource_type: 'encrypt-resource',
    event_type: isUnheard ? 'TRANSACTION.UNHEARD_OF' : callback.event,
    summary: callback.summary,
    resource: sealedResource(world, callback, merchant, modes),
  };
  return modes.has('extra-fields') ? { ...body, future_field: { since: 'tomorrow' } } : body;
}

function idOf(world: World, callback: Callback, merchant: Merchant, modes: ReadonlySet<CallbackModeName>): string {
  const isFresh = modes.has('fresh-id') || merchant.settings.callbackId === 'fresh';
  if (!isFresh || callback.attempts.length === 0) return callback.id;
  return `${callback.id}-${nextCount(world.state(), 'fresh-callback-id')}`;
}

function sealedResource(world: World, callback: Callback, merchant: Merchant, modes: ReadonlySet<CallbackModeName>) {
  const hasNoAad = modes.has('empty-aad') || modes.has('absent-aad');
  const associated = hasNoAad ? '' : callback.associatedData;
  const nonce = randomText(world.state(), 12);
  const key = modes.has('wrong-api-key') ? randomText(world.state(), 32) : merchant.apiV3Key;
  const ciphertext = seal(JSON.stringify(contentOf(callback, modes)), key, nonce, associated);
  return {
    original_type: callback.originalType,
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: modes.has('tampered-ciphertext') ? tampered(ciphertext) : ciphertext,
    ...(modes.has('absent-aad') ? {} : { associated_data: associated }),
    nonce,
  };
}

function contentOf(callback: Callback, modes: ReadonlySet<CallbackModeName>): Record<string, unknown> {
  const content = structuredClone(callback.resource);
  if (modes.has('extra-fields')) content['future_field'] = ['a', { nested: true }];
  if (modes.has('different-amount')) changeAmount(content);
  if (modes.has('other-mchid')) content['mch_id' in content ? 'mch_id' : 'mchid'] = '1999999999';
  return content;
}

function changeAmount(content: Record<string, unknown>): void {
  if (typeof content['transfer_amount'] === 'number') content['transfer_amount'] += 1;
  const amount = content['amount'] as Record<string, unknown> | undefined;
  for (const name of ['total', 'payer_total', 'refund']) {
    if (amount && typeof amount[name] === 'number') amount[name] += 1;
  }
}

function tampered(ciphertext: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 0xff;
  return bytes.toString('base64');
}

function headersOf(world: World, merchant: Merchant, body: string, modes: ReadonlySet<CallbackModeName>) {
  const key = signingKey(world, merchant);
  const skew = modes.has('stale-timestamp') ? -SKEW_SECONDS : modes.has('future-timestamp') ? SKEW_SECONDS : 0;
  const timestamp = String(Math.floor(world.clock.now() / 1000) + skew);
  const nonce = randomText(world.state(), 32);
  const signature = signMessage(responseMessage(timestamp, nonce, Buffer.from(body)), key.privateKey);
  const plain = { 'Content-Type': 'application/json', Accept: '*/*', 'User-Agent': 'Mozilla/4.0' };
  if (modes.has('missing-headers')) return plain;
  return {
    ...plain,
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Signature': modes.has('bad-signature') ? tampered(signature) : signature,
    'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
    'Wechatpay-Serial': modes.has('wrong-serial') ? UNKNOWN_SERIAL : key.serial,
  };
}

/** The key of a callback is WeChat's choice, not the merchant's; while switching it is drawn by the share. */
function signingKey(world: World, merchant: Merchant): { serial: string; privateKey: string } {
  const isSwitched = merchant.signMode === 'SWITCHING' && nextRandom(world.state()) * 100 < merchant.switchingPercent;
  if (merchant.signMode === 'PUBKEY' || isSwitched) {
    return { serial: merchant.publicKeyId, privateKey: merchant.publicKey.privateKey };
  }
  return { serial: merchant.platformSerial, privateKey: merchant.platformKey.privateKey };
}
