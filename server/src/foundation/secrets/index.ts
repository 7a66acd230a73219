import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps secrets in the database: encrypted with the installation's key, and bound to what they are about. */
export interface SecretBox {
  /** Encrypts a text. `about` names its owner (`wechat:01H…`), so that a sealed text moved to another row does not open. */
  seal(plain: string, about: string): string;
  /** Decrypts what `seal` made; throws when the key, the owner or the text is another. */
  open(sealed: string, about: string): string;
}

const VERSION = 'v1.';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A box over AES-256-GCM. `key` is the 32 bytes of `SECRET_KEY`. */
export function secretBox(key: Buffer): SecretBox {
  if (key.length !== 32) throw new RangeError('SECRET_KEY must be 32 bytes in base64');
  return {
    seal(plain, about) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, about) {
      if (!sealed.startsWith(VERSION)) throw new Error('not a sealed secret of this version');
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(-TAG_BYTES));
      return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]).toString('utf8');
    },
  };
}
