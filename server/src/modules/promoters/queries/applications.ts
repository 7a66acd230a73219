import { find, findAmong, type Reader } from '../../../foundation/db';
import { type ApplicationRow, applicationTable } from '../store/application.row';
import { type ConsentRow, consentTable } from '../store/consent.row';

/** A promoter's latest application; undefined for one who never applied. */
export async function latestApplication(
  db: Reader,
  merchantId: string,
  promoterId: string,
): Promise<ApplicationRow | undefined> {
  const where = 'merchant_id = ? AND promoter_id = ?';
  return (await find(db, applicationTable, where, [merchantId, promoterId], 'ORDER BY id DESC LIMIT 1'))[0];
}

/** Everything that a promoter applied with, newest first. */
export function applicationsOf(db: Reader, merchantId: string, promoterId: string): Promise<ApplicationRow[]> {
  return find(
    db,
    applicationTable,
    'merchant_id = ? AND promoter_id = ?',
    [merchantId, promoterId],
    'ORDER BY id DESC',
  );
}

/** The latest application of each of these promoters, by promoter. */
export async function latestApplications(
  db: Reader,
  merchantId: string,
  promoterIds: readonly string[],
): Promise<ReadonlyMap<string, ApplicationRow>> {
  const rows = await findAmong(db, applicationTable, 'merchant_id = ?', [merchantId], 'promoterId', promoterIds);
  return new Map(rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => [row.promoterId, row]));
}

/** What a promoter accepted, oldest first. */
export function consentsOf(db: Reader, merchantId: string, promoterId: string): Promise<ConsentRow[]> {
  return find(db, consentTable, 'merchant_id = ? AND promoter_id = ?', [merchantId, promoterId], 'ORDER BY at, kind');
}
