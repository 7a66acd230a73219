import { randomBytes } from 'node:crypto';
import { invariant } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { CODE_BYTES, promoterCode } from '../domain/promoter-code';
import { promotersByCode } from '../queries/find-promoters';

/** Codes that are tried in one read; among 600 million the first one is almost always free. */
const TRIED = 8;

/** A promoter's code that nobody at the merchant has. */
export async function freeCode(db: Reader, merchantId: string): Promise<string> {
  const codes = Array.from({ length: TRIED }, () => promoterCode(randomBytes(CODE_BYTES)));
  const taken = new Set((await promotersByCode(db, merchantId, codes)).map(({ code }) => code));
  const free = codes.find((code) => !taken.has(code));
  invariant(free, `no free promoter code at merchant ${merchantId}`);
  return free;
}
