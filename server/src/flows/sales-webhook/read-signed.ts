import type { SignatureCheck } from '../../modules/identity';

/** Bytes of an oversized body that are still read to check its signature; whatever is longer is not worth an answer of its own. */
const READ_AT_MOST = 16 * 1024 * 1024;

export interface SignedBody {
  /** Null if it is longer than `most`; its signature and digest are known all the same. */
  readonly bytes: Buffer | null;
  readonly isWhole: boolean;
}

/** Reads a body, showing every chunk to the check of its signature, and keeping no more than `most` bytes. */
export async function readSigned(
  body: AsyncIterable<Buffer>,
  most: number,
  check: SignatureCheck,
): Promise<SignedBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > READ_AT_MOST) return { bytes: null, isWhole: false };
    check.update(chunk);
    if (size <= most) chunks.push(chunk);
    else chunks.length = 0;
  }
  return { bytes: size > most ? null : Buffer.concat(chunks), isWhole: true };
}
