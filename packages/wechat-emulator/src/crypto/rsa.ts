import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);
const KEY_BITS = 2048;

export interface PemPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

/** A fresh RSA pair of 2048 bits, PKCS#8 and SPKI in PEM. The one thing here that no seed can repeat. */
export async function makeKeyPair(): Promise<PemPair> {
  const pair = await generate('rsa', { modulusLength: KEY_BITS });
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** RSASSA-PKCS1-v1_5 with SHA-256 over the message, base64 (wechat.md 2.2). */
export function signMessage(message: string | Buffer, privateKeyPem: string): string {
  return sign('sha256', Buffer.from(message), privateKey(privateKeyPem)).toString('base64');
}

/** Whether `signature` (base64) is of `message`. A signature that is not base64 is simply not one. */
export function isSigned(message: string | Buffer, signature: string, publicKeyPem: string): boolean {
  return verify('sha256', Buffer.from(message), publicKey(publicKeyPem), Buffer.from(signature, 'base64'));
}

/** RSA-OAEP with SHA-1 and MGF1-SHA-1, base64 in (wechat.md 2.11). Answers undefined for what does not decrypt. */
export function openSealedText(sealed: string, privateKeyPem: string): string | undefined {
  const key = { key: privateKey(privateKeyPem), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  try {
    return privateDecrypt(key, Buffer.from(sealed, 'base64')).toString('utf8');
  } catch {
    return undefined;
  }
}

// Parsing a PEM costs more than signing with it, and a process sees few keys.
const parsed = new Map<string, KeyObject>();

function privateKey(pem: string): KeyObject {
  return remembered(pem, () => createPrivateKey(pem));
}

function publicKey(pem: string): KeyObject {
  return remembered(pem, () => createPublicKey(pem));
}

function remembered(pem: string, parse: () => KeyObject): KeyObject {
  const known = parsed.get(pem);
  if (known) return known;
  const key = parse();
  parsed.set(pem, key);
  return key;
}
