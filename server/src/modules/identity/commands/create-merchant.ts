import { type Instant, type Refusal, refuse } from '@fenrun/kernel';
import { findOne, insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { type MerchantRow, merchantTable } from '../store/merchant.row';

export interface NewMerchant {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly region: string;
  readonly contact?: string;
  readonly logo?: string | null;
  readonly isDemo?: boolean;
}

/** Creates a merchant without people, rule book or secrets: the flow `create-merchant` adds those. */
export async function createMerchant(
  tx: Tx,
  input: NewMerchant,
  now: Instant,
): Promise<MerchantRow | Refusal<'slug-taken'>> {
  if (await findOne(tx, merchantTable, 'slug = ?', [input.slug])) return refuse('slug-taken', { slug: input.slug });
  const { slug, name, currency, timezone, region } = input;
  const row: MerchantRow = {
    id: newId(now),
    slug,
    name,
    logo: input.logo ?? null,
    currency,
    timezone,
    region,
    contact: input.contact ?? '',
    isDemo: input.isDemo ?? false,
    createdAt: now,
  };
  await insert(tx, merchantTable, [row]);
  return row;
}
