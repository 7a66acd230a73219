import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

const BLOCK_BYTES = 32;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;

/** sha1 over the sorted, joined parts: `signature` of (token, timestamp, nonce), `msg_signature` with Encrypt as a fourth. */
export function pushSignature(...parts: string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** The `Encrypt` of message push in safe mode (wechat.md 1.10). `random` is 16 bytes. */
export function sealPush(message: string, encodingAesKey: string, appid: string, random: Buffer): string {
  const key = aesKey(encodingAesKey);
  const text = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  const plain = padded(Buffer.concat([random, length, text, Buffer.from(appid)]));
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

/** The message and the appid inside an `Encrypt`; the caller compares the appid with its own. */
export function unsealPush(sealed: string, encodingAesKey: string): { message: string; appid: string } {
  const key = aesKey(encodingAesKey);
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(sealed, 'base64')), decipher.final()]);
  const body = plain.subarray(RANDOM_BYTES, plain.length - (plain.at(-1) ?? 0));
  const end = LENGTH_BYTES + body.readUInt32BE(0);
  return { message: body.toString('utf8', LENGTH_BYTES, end), appid: body.toString('utf8', end) };
}

function aesKey(encodingAesKey: string): Buffer {
  return Buffer.from(`${encodingAesKey}=`, 'base64');
}

/** PKCS#7, but over blocks of 32 bytes and not AES's own 16. */
function padded(bytes: Buffer): Buffer {
  const missing = BLOCK_BYTES - (bytes.length % BLOCK_BYTES);
  return Buffer.concat([bytes, Buffer.alloc(missing, missing)]);
}
