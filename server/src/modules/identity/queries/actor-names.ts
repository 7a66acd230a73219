import { findAmong, type Reader } from '../../../foundation/db';
import { apiKeyTable } from '../store/api-key.row';
import { personTable } from '../store/person.row';

/** The names of people of staff and of API keys, by id, for rows that keep who did something. Unknown ids are left out. */
export async function actorNames(
  db: Reader,
  merchantId: string,
  ids: Iterable<string | null>,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null);
  if (wanted.length === 0) return new Map();
  const people = await findAmong(db, personTable, '1 = 1', [], 'id', wanted);
  const keys = await findAmong(db, apiKeyTable, 'merchant_id = ?', [merchantId], 'id', wanted);
  return new Map([...people, ...keys].map(({ id, name }) => [id, name]));
}
