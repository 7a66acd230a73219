import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';

export type PartnerRow = Out<'member.partners'>['data'][number];

export function readPartners(cursor: string | null): Promise<Out<'member.partners'>> {
  return call(routes.member.partners, { query: { limit: 30, cursor: cursor ?? undefined } });
}
