import { find, findOne, type Reader } from '../../../foundation/db';
import { type MerchantRow, merchantTable } from '../store/merchant.row';

export function merchantBySlug(db: Reader, slug: string): Promise<MerchantRow | undefined> {
  return findOne(db, merchantTable, 'slug = ?', [slug]);
}

export function merchantById(db: Reader, id: string): Promise<MerchantRow | undefined> {
  return findOne(db, merchantTable, 'id = ?', [id]);
}

/** Every merchant of the installation, oldest first; for jobs and commands. */
export function allMerchants(db: Reader): Promise<MerchantRow[]> {
  return find(db, merchantTable, '1 = 1', [], 'ORDER BY id');
}
