import { View } from '@tarojs/components';
import type { MemberCampaign } from '@/features/campaigns/api';
import { CampaignCard } from '@/features/campaigns/campaign-card';
import { CampaignPays } from '@/features/campaigns/campaign-pays';
import { SectionHead } from '@/kit/cells';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { useCampaigns } from './use-campaigns';
import './index.scss';

export default function CampaignsPage() {
  const { campaigns, running, coming } = useCampaigns();
  const text = useText();
  const isEmpty = campaigns.state === 'ready' && running.length + coming.length === 0;
  return (
    <Page hasBack backLabel={text.common.back} title={text.campaigns.title} dataAt={campaigns.at}>
      {campaigns.state === 'loading' ? <CampaignsBones /> : null}
      {campaigns.state === 'failed' ? (
        <ErrorState
          problem={campaigns.problem}
          title={text.campaigns.failedTitle}
          unchanged={text.campaigns.failedUnchanged}
          again={() => void campaigns.again()}
        />
      ) : null}
      {isEmpty ? (
        <EmptyState
          title={text.campaigns.emptyTitle}
          words={text.campaigns.emptyWords}
          action={{ words: text.campaigns.emptyAction, onTap: () => open('products') }}
        />
      ) : null}
      {running.length > 0 ? <Section title={text.campaigns.running} campaigns={running} /> : null}
      {coming.length > 0 ? <Section title={text.campaigns.coming} campaigns={coming} /> : null}
    </Page>
  );
}

function Section({ title, campaigns }: { title: string; campaigns: readonly MemberCampaign[] }) {
  return (
    <View>
      <SectionHead title={title} />
      {campaigns.map((campaign) => (
        <Tap
          key={campaign.id}
          className="campaign-entry"
          onTap={() => open('campaign', { id: campaign.id })}
          label={campaign.name}
        >
          <CampaignCard name={campaign.name} image={campaign.image} lines={[campaign.text, campaign.when]} isHead />
          {campaign.pays.length > 0 || campaign.progress ? (
            <View className="campaign-entry__pays">
              <CampaignPays campaign={campaign} />
            </View>
          ) : null}
        </Tap>
      ))}
    </View>
  );
}

function CampaignsBones() {
  return (
    <View className="campaigns-bones">
      <Bone w={160} h={40} />
      <Bone w="100%" h={330} r={32} className="bones-gap-l" />
      <Bone w="100%" h={330} r={32} className="bones-gap-l" />
    </View>
  );
}
