import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { type Refusal, refuse } from '@fenrun/kernel';

/** What the merchant set under message push in the mini-program's console. */
export interface PushSecret {
  readonly token: string;
  /** 43 characters; absent in plain mode. */
  readonly encodingAesKey?: string | undefined;
  readonly appid: string;
}

/** The query of a push, as it came. */
export interface PushQuery {
  readonly signature?: string | undefined;
  readonly msg_signature?: string | undefined;
  readonly timestamp?: string | undefined;
  readonly nonce?: string | undefined;
  readonly echostr?: string | undefined;
}

export type PushRefusal = Refusal<'push-forged' | 'push-malformed'>;

const BLOCK_BYTES = 32;

/** `sha1` of the sorted parts, joined. Source: wechat.md 1.10. */
export function pushSignature(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

/** Answers WeChat's check of our URL: the text to echo. */
export function checkPushUrl(query: PushQuery, secret: PushSecret): string | PushRefusal {
  const expected = pushSignature(secret.token, query.timestamp ?? '', query.nonce ?? '');
  return equal(expected, query.signature) ? (query.echostr ?? '') : refuse('push-forged');
}

/**
 * Opens a pushed message: signature first, then decryption where the body is encrypted; answers the message's text.
 * `body` is the parsed JSON (XML is not accepted: the console is to be set to JSON).
 */
export function openPush(query: PushQuery, body: unknown, secret: PushSecret): string | PushRefusal {
  const encrypted =
    typeof body === 'object' && body !== null ? (body as Record<string, unknown>)['Encrypt'] : undefined;
  if (typeof encrypted !== 'string') {
    if (secret.encodingAesKey) return refuse('push-malformed');
    const expected = pushSignature(secret.token, query.timestamp ?? '', query.nonce ?? '');
    return equal(expected, query.signature) ? JSON.stringify(body) : refuse('push-forged');
  }
  const expected = pushSignature(secret.token, query.timestamp ?? '', query.nonce ?? '', encrypted);
  if (!equal(expected, query.msg_signature)) return refuse('push-forged');
  if (!secret.encodingAesKey) return refuse('push-malformed');
  return decryptPush(encrypted, secret.encodingAesKey, secret.appid) ?? refuse('push-malformed');
}

function equal(expected: string, given: string | undefined): boolean {
  const left = Buffer.from(expected);
  const right = Buffer.from(given ?? '');
  return left.length === right.length && timingSafeEqual(left, right);
}

/** AES-256-CBC, key = base64(EncodingAESKey + "="), IV = first half of the key, PKCS#7 in blocks of 32. Null if it is not ours. */
export function decryptPush(encrypted: string, encodingAesKey: string, appid: string): string | null {
  try {
    const key = Buffer.from(`${encodingAesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
    const pad = padded.at(-1) ?? 0;
    if (pad < 1 || pad > BLOCK_BYTES) return null;
    const plain = padded.subarray(16, padded.length - pad);
    const length = plain.readUInt32BE(0);
    if (plain.subarray(4 + length).toString('utf8') !== appid) return null;
    return plain.subarray(4, 4 + length).toString('utf8');
  } catch {
    return null;
  }
}

/** The reverse of `decryptPush`; `random` is 16 bytes. For encrypted replies, and for the vector that proves both. */
export function encryptPush(message: string, encodingAesKey: string, appid: string, random: Buffer): string {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  const text = Buffer.from(message);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(appid)]);
  const pad = BLOCK_BYTES - (plain.length % BLOCK_BYTES);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString(
    'base64',
  );
}
