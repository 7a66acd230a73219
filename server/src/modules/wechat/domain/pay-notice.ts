import { createDecipheriv, createVerify } from 'node:crypto';
import { type Refusal, refuse } from '@fenrun/kernel';
import type { NoticeKeys } from './wechat-account';

/** Header names in lower case, as Node gives them. */
export type NoticeHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** A notification that was verified and decrypted. Nothing in it was compared with our own orders yet. */
export interface PayNotice {
  /** For the audit only: whether it stays the same over retries is not documented. */
  readonly id: string;
  readonly eventType: string;
  readonly originalType: string;
  readonly resource: Readonly<Record<string, unknown>>;
}

export type NoticeRefusal = Refusal<
  | 'notice-probe'
  | 'notice-headers-missing'
  | 'notice-key-unknown'
  | 'notice-stale'
  | 'notice-forged'
  | 'notice-malformed'
  | 'notice-undecryptable'
>;

/** Source: wechat.md 2.3, 2.8. */
const TOLERANCE_SECONDS = 300;
const PROBE = 'WECHATPAY/SIGNTEST/';
const TAG_BYTES = 16;

/**
 * Opens a notification of WeChat Pay: signature over the raw bytes first, then decryption. Pure: no database, no network.
 * A probe is signed wrongly on purpose and must be refused; an unknown key is answered 500, so that it comes again.
 */
export function openPayNotice(
  raw: Buffer,
  headers: NoticeHeaders,
  keys: NoticeKeys,
  now: number,
): PayNotice | NoticeRefusal {
  const refused = refuseSignature(raw, headers, keys, now);
  if (refused) return refused;
  const envelope = parseObject(raw.toString('utf8'));
  const resource = envelope ? (envelope['resource'] as Record<string, unknown> | undefined) : undefined;
  if (!envelope || !resource || typeof resource !== 'object') return refuse('notice-malformed');
  if (resource['algorithm'] !== 'AEAD_AES_256_GCM' || typeof resource['ciphertext'] !== 'string')
    return refuse('notice-malformed');
  const plain = decrypt(resource, keys.apiV3Key);
  const content = plain === null ? null : parseObject(plain);
  if (!content) return refuse('notice-undecryptable');
  return {
    id: String(envelope['id'] ?? ''),
    eventType: String(envelope['event_type'] ?? ''),
    originalType: String(resource['original_type'] ?? ''),
    resource: content,
  };
}

function refuseSignature(raw: Buffer, headers: NoticeHeaders, keys: NoticeKeys, now: number): NoticeRefusal | null {
  const [timestamp, nonce, signature, serial] = ['timestamp', 'nonce', 'signature', 'serial'].map((name) =>
    single(headers[`wechatpay-${name}`]),
  );
  if (!timestamp || !nonce || !signature || !serial) return refuse('notice-headers-missing');
  if (signature.startsWith(PROBE)) return refuse('notice-probe');
  const key = Object.hasOwn(keys.platformKeys, serial) ? keys.platformKeys[serial] : undefined;
  if (!key) return refuse('notice-key-unknown', { serial });
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(Math.floor(now / 1000) - Number(timestamp)) > TOLERANCE_SECONDS)
    return refuse('notice-stale');
  const verifier = createVerify('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(raw).update('\n');
  return verifier.verify(key, signature, 'base64') ? null : refuse('notice-forged');
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function decrypt(resource: Record<string, unknown>, apiV3Key: string): string | null {
  try {
    const bytes = Buffer.from(String(resource['ciphertext']), 'base64');
    const nonce = Buffer.from(String(resource['nonce']));
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(apiV3Key), nonce, { authTagLength: TAG_BYTES });
    // An absent `associated_data` is an empty one.
    decipher.setAAD(Buffer.from(String(resource['associated_data'] ?? ''))).setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
