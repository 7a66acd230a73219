import { find, type Reader, type SqlValue } from '../../../foundation/db';
import { type AuditRow, auditTable } from '../store/audit.row';

export interface AuditFilter {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  /** Entries older than this id. */
  readonly before?: string | undefined;
}

/** Audit entries, newest first. Ids are made in the order of time, so the page's key is the id alone. */
export function auditPage(db: Reader, merchantId: string, filter: AuditFilter, limit: number): Promise<AuditRow[]> {
  const conditions: [string, SqlValue | undefined][] = [
    ['at >= ?', filter.from],
    ['at < ?', filter.to],
    ['actor_id = ?', filter.actor],
    ['action = ?', filter.action],
    ['subject_id = ?', filter.subject],
    ['id < ?', filter.before],
  ];
  const given = conditions.filter((condition): condition is [string, SqlValue] => condition[1] !== undefined);
  const where = ['merchant_id = ?', ...given.map(([sql]) => sql)].join(' AND ');
  return find(
    db,
    auditTable,
    where,
    [merchantId, ...given.map(([, value]) => value)],
    `ORDER BY id DESC LIMIT ${limit}`,
  );
}
