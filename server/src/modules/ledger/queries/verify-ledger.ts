import type { Reader } from '../../../foundation/db';

export interface LedgerReport {
  readonly balanced: boolean;
  readonly accounts: number;
  readonly postings: number;
  readonly differences: readonly LedgerDifference[];
}

export interface LedgerDifference {
  readonly merchant: string;
  /** `cause` names a cause whose entries do not add up to zero; `account` an account whose kept balance differs. */
  readonly kind: 'cause' | 'account';
  readonly key: string;
  readonly kept: number;
  readonly added: number;
}

/** Differences named in a report; more are counted, not listed. */
const LISTED = 1_000;

/** Re-adds every account, every cause and every kept balance of every merchant, inside the database. */
export async function verifyLedger(db: Reader): Promise<LedgerReport> {
  const counts = await db.rows<{ accounts: number; postings: number }>(
    'SELECT (SELECT COUNT(*) FROM balance) AS accounts, (SELECT COUNT(*) FROM posting) AS postings',
  );
  const causes = await db.rows<{ merchant: string; cause: string; causeId: string; added: number }>(
    `SELECT merchant_id AS merchant, cause, cause_id AS causeId, SUM(amount) AS added FROM posting
     GROUP BY merchant_id, cause, cause_id HAVING SUM(amount) <> 0 LIMIT ${LISTED}`,
  );
  const accounts = await db.rows<{ merchant: string; owner: string; account: string; kept: number; added: number }>(
    `SELECT b.merchant_id AS merchant, b.owner AS owner, b.account AS account, b.amount AS kept, COALESCE(p.added, 0) AS added
     FROM balance b LEFT JOIN (${ADDED}) p ON p.merchant_id = b.merchant_id AND p.owner = b.owner AND p.account = b.account
     WHERE b.amount <> COALESCE(p.added, 0) LIMIT ${LISTED}`,
  );
  const unkept = await db.rows<{ merchant: string; owner: string; account: string; added: number }>(
    `SELECT p.merchant_id AS merchant, p.owner AS owner, p.account AS account, p.added AS added FROM (${ADDED}) p
     LEFT JOIN balance b ON p.merchant_id = b.merchant_id AND p.owner = b.owner AND p.account = b.account
     WHERE b.merchant_id IS NULL AND p.added <> 0 LIMIT ${LISTED}`,
  );
  const differences: LedgerDifference[] = [
    ...causes.map((c) => ({
      merchant: c.merchant,
      kind: 'cause' as const,
      key: `${c.cause}/${c.causeId}`,
      kept: 0,
      added: Number(c.added),
    })),
    ...accounts.map((a) => differenceOf(a, a.kept)),
    ...unkept.map((a) => differenceOf(a, 0)),
  ];
  return {
    balanced: differences.length === 0,
    accounts: Number(counts[0]?.accounts ?? 0),
    postings: Number(counts[0]?.postings ?? 0),
    differences,
  };
}

const ADDED =
  'SELECT merchant_id, owner, account, SUM(amount) AS added FROM posting GROUP BY merchant_id, owner, account';

function differenceOf(
  row: { merchant: string; owner: string; account: string; added: number },
  kept: number,
): LedgerDifference {
  const key = `${row.owner}/${row.account}`;
  return { merchant: row.merchant, kind: 'account', key, kept: Number(kept), added: Number(row.added) };
}
