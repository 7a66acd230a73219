import { readCampaigns } from '@/features/campaigns/api';
import { useQuery } from '@/lib/query/use-query';

/** Campaigns that run, and those that will. */
export function useCampaigns() {
  const campaigns = useQuery({ key: 'campaigns', read: readCampaigns, isKept: true });
  const all = campaigns.data?.data ?? [];
  return {
    campaigns,
    running: all.filter(({ state }) => state === 'running'),
    coming: all.filter(({ state }) => state === 'coming'),
  };
}
