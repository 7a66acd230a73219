const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** The length of a share's code: short enough for a scene, long enough that nobody guesses one. */
const LENGTH = 10;

/** Random bytes for one code; some of them fall out. */
export const SHARE_CODE_BYTES = 32;

/** The largest multiple of 62 in a byte: bytes above would make some letters more likely. */
const FAIR = 248;

/** A share's code from random bytes: ten characters of base62. */
export function shareCode(random: Uint8Array): string {
  const fair = [...random].filter((byte) => byte < FAIR).slice(0, LENGTH);
  if (fair.length < LENGTH) throw new RangeError('too few random bytes for a share code');
  return fair.map((byte) => BASE62[byte % BASE62.length]).join('');
}
