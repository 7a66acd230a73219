import { createCipheriv, createDecipheriv } from 'node:crypto';

const TAG_BYTES = 16;

/** AEAD_AES_256_GCM as WeChat Pay writes it: key and nonce are ASCII, the tag ends the ciphertext, base64 (wechat.md 2.8). */
export function seal(plaintext: string, key: string, nonce: string, associatedData: string): string {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce));
  cipher.setAAD(Buffer.from(associatedData));
  return Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

/** The plaintext again; throws when key, nonce, associated data or ciphertext do not belong together. */
export function unseal(ciphertext: string, key: string, nonce: string, associatedData: string): string {
  const bytes = Buffer.from(ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(nonce));
  decipher.setAAD(Buffer.from(associatedData));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}
