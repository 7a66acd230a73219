import { createHash, randomBytes } from 'node:crypto';

/** A new token: a prefix that says what it is, and 256 random bits. */
export function newToken(prefix: string): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What is stored of a token. It has 256 random bits, so a plain digest cannot be turned back. */
export function tokenDigest(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

/** The part of a token that may be shown. */
export function tokenHint(token: string): string {
  return `${token.slice(0, 9)}…`;
}

/** A first password: 16 characters that are read out without mistakes, 80 random bits. */
export function newPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = randomBytes(64);
  let made = '';
  for (const byte of bytes) if (byte < 248 && made.length < 16) made += letters[byte % letters.length];
  return made.replace(/(.{4})(?=.)/g, '$1-');
}

/** A new secret for signing sales, in the form in which Standard Webhooks shows them. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
