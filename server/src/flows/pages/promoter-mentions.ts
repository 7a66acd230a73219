import type { Out } from '@fenrun/contracts';
import type { Call } from '../../foundation/http';
import { promotersById } from '../../modules/promoters';

export type PromoterMention = Out<'climbing.ladder'>['nearest'][number]['promoter'];

/** Promoters as rows name them, by id: one read for all. */
export async function promoterMentions(
  { db, merchantId }: Call,
  ids: readonly string[],
): Promise<(id: string) => PromoterMention> {
  const rows = await promotersById(db.read, merchantId, [...new Set(ids)]);
  const mentions = new Map(rows.map(({ id, code, name, avatar }) => [id, { code, name, avatar }]));
  return (id) => mentions.get(id) ?? { code: id, name: id, avatar: null };
}
