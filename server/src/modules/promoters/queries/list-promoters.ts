import { find, findOne, type Reader, type SqlValue } from '../../../foundation/db';
import { type PromoterRow, type PromoterStatus, promoterTable } from '../store/promoter.row';

export interface PromoterFilter {
  readonly status?: readonly PromoterStatus[] | undefined;
  /** A part of the name, or the beginning of the code or phone. */
  readonly q?: string | undefined;
  readonly programme?: string | undefined;
  readonly group?: string | undefined;
  /** The id of the inviter. */
  readonly inviterId?: string | undefined;
  /** Promoters who were added before the one with this id. */
  readonly before?: string | undefined;
}

/** Promoters and applicants, newest first. Ids are made in the order of time, so the page's key is the id alone. */
export function listPromoters(
  db: Reader,
  merchantId: string,
  filter: PromoterFilter,
  limit: number,
): Promise<PromoterRow[]> {
  const conditions: string[] = ['merchant_id = ?'];
  const params: SqlValue[] = [merchantId];
  const add = (sql: string, ...values: SqlValue[]) => {
    conditions.push(sql);
    params.push(...values);
  };
  const { status, q, programme, group, inviterId, before } = filter;
  if (status && status.length > 0) add(`status IN (${status.map(() => '?').join(', ')})`, ...status);
  if (programme) add('programme = ?', programme);
  if (group) add('group_code = ?', group);
  if (inviterId) add('inviter_id = ?', inviterId);
  if (before) add('id < ?', before);
  if (q?.trim()) add(...searched(q.trim()));
  return find(db, promoterTable, conditions.join(' AND '), params, `ORDER BY id DESC LIMIT ${Number(limit)}`);
}

/** A search by words of people: parts of names, beginnings of codes and numbers; letter case does not matter. */
function searched(q: string): [string, ...string[]] {
  const text = q.toLowerCase().replace(/[!%_]/g, (sign) => `!${sign}`);
  const like = (column: string) => `LOWER(${column}) LIKE ? ESCAPE '!'`;
  const digits = q.replace(/[\s+-]/g, '');
  const isNumber = /^[0-9]{3,}$/.test(digits);
  const phone = isNumber ? [`%${digits}%`] : [];
  return [
    `(${like('name')} OR ${like('code')}${isNumber ? ' OR phone LIKE ?' : ''})`,
    `%${text}%`,
    `${text}%`,
    ...phone,
  ];
}

/** The promoter as whom a member signs in; undefined for a member who never applied. */
export function promoterOfMember(db: Reader, merchantId: string, memberId: string): Promise<PromoterRow | undefined> {
  return findOne(db, promoterTable, 'merchant_id = ? AND member_id = ?', [merchantId, memberId]);
}

/** The people whom a promoter invited, last joined first; those who were not admitted are left out. */
export function partnersOf(
  db: Reader,
  merchantId: string,
  inviterId: string,
  before: string | null,
  limit: number,
): Promise<PromoterRow[]> {
  const older = before === null ? '' : 'AND id < ?';
  const params = [merchantId, inviterId, ...(before === null ? [] : [before])];
  const where = `merchant_id = ? AND inviter_id = ? AND status NOT IN ('applicant', 'rejected') ${older}`;
  return find(db, promoterTable, where, params, `ORDER BY id DESC LIMIT ${Number(limit)}`);
}
