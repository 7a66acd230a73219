import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useWords } from '../../kit/i18n/words';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import type { Rate } from '../plans/rate';
import type { CampaignDetail } from './campaign-bonus';
import { type CampaignValues, campaignBody } from './campaign-values';
import { campaignsWords } from './words';

/** Saves a campaign, and its rebate where that belongs: in the self-purchase table of the settings. */
export function useCampaignSaving(campaign: CampaignDetail | undefined) {
  const words = useWords(campaignsWords);
  const { timezone } = useZone();
  const client = useQueryClient();
  const { message } = App.useApp();
  return async (values: CampaignValues) => {
    const body = campaignBody(values, campaign ?? null, timezone);
    const saved = campaign
      ? await call(routes.campaigns.save, {
          params: { id: campaign.id },
          body: { ...body, version: campaign.version, note: values.note || undefined },
        })
      : await call(routes.campaigns.add, { body });
    message.success(campaign ? words.saved(saved.name) : words.added(saved.name));
    if (JSON.stringify(values.selfRate) !== JSON.stringify(campaign?.selfRate ?? null)) {
      await saveSelfRate(saved.id, values.selfRate).catch(() => message.warning(words.selfNotSaved, 6));
    }
    for (const room of ['campaigns', 'plans', 'rules']) void client.invalidateQueries({ queryKey: [room] });
  };
}

async function saveSelfRate(id: string, rate: Rate | null): Promise<void> {
  const { version, settings } = await call(routes.plans.settings);
  const { selfPurchase } = settings;
  const { [id]: _, ...others } = selfPurchase.rates.campaigns;
  const campaigns = rate === null ? others : { ...others, [id]: rate };
  const next = { ...settings, selfPurchase: { ...selfPurchase, rates: { ...selfPurchase.rates, campaigns } } };
  await call(routes.plans.saveSettings, { body: { version, settings: next, acknowledged: [] } });
}
