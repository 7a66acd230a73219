import { randomBytes } from 'node:crypto';
import { type Instant, invariant } from '@fenrun/kernel';
import { findOne, insert, type Tx } from '../../../foundation/db';
import { SHARE_CODE_BYTES, shareCode } from '../domain/share-code';
import { type ShareRow, shareTable } from '../store/share.row';
import { countStep } from './count-funnel';

export type ShareDraft = Omit<ShareRow, 'code' | 'createdAt' | 'opens'> & {
  /** A code that is given instead of a random one; the demo's story has its own. */
  readonly code?: string;
};

/** How often another random code is tried; two alike among 8 × 10^17 are not expected once. */
const TRIES = 3;

/** Makes a share of a promoter and counts it. */
export async function makeShare(tx: Tx, draft: ShareDraft, now: Instant): Promise<ShareRow> {
  const row: ShareRow = {
    ...draft,
    code: draft.code ?? (await freeShareCode(tx, draft.merchantId)),
    createdAt: now,
    opens: 0,
  };
  await insert(tx, shareTable, [row]);
  await countStep(tx, row, 'shares', now);
  return row;
}

async function freeShareCode(tx: Tx, merchantId: string): Promise<string> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const code = shareCode(randomBytes(SHARE_CODE_BYTES));
    if (!(await findOne(tx, shareTable, 'merchant_id = ? AND code = ?', [merchantId, code]))) return code;
  }
  return invariant(false, 'no free share code') as never;
}
