import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';

export type MemberCampaign = Out<'campaigns.memberList'>['data'][number];
export type MemberCampaignPage = Out<'campaigns.memberRead'>;

/** Campaigns that run or will, with what they pay. */
export function readCampaigns(): Promise<Out<'campaigns.memberList'>> {
  return call(routes.campaigns.memberList);
}

/** One campaign with its products and what each earns. */
export function readCampaign(id: string): Promise<MemberCampaignPage> {
  return call(routes.campaigns.memberRead, { params: { id } });
}
