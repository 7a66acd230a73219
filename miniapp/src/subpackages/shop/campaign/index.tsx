import { View } from '@tarojs/components';
import { Recommendation } from '@/features/attribution/recommendation';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { SinglePage } from '@/features/attribution/single-page';
import type { MemberCampaignPage } from '@/features/campaigns/api';
import { CampaignCard } from '@/features/campaigns/campaign-card';
import { CampaignPays } from '@/features/campaigns/campaign-pays';
import { ProductRows } from '@/features/storefront/product-list';
import { ActionButton } from '@/kit/button';
import { Card, Note, SectionHead } from '@/kit/cells';
import { Page } from '@/kit/page';
import { Bone, ProductBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { useCampaign } from './use-campaign';
import './index.scss';

type CampaignState = ReturnType<typeof useCampaign>;

export default function CampaignPage() {
  const page = useCampaign();
  const { campaign } = page;
  const text = useText();
  if (page.isSinglePage) return <SinglePage title={page.single.title} image={page.single.image} />;
  const data = page.isMissing ? undefined : campaign.data;
  const canShare = data !== undefined && page.isPromoter && data.state !== 'over';
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.campaign.title}
      dataAt={data ? campaign.at : undefined}
      foot={canShare ? <ActionButton icon="share-white" words={text.campaign.share} onTap={page.share} /> : undefined}
      over={<ShareSheet state={page.sheet} />}
    >
      {page.isMissing ? (
        <EmptyState
          art="searching"
          title={text.campaign.missingTitle}
          words={text.campaign.missingWords}
          action={{ words: text.campaigns.all, onTap: () => open('campaigns') }}
        />
      ) : null}
      {!page.isMissing && campaign.state === 'loading' ? <CampaignBones /> : null}
      {!page.isMissing && campaign.state === 'failed' ? (
        <ErrorState
          problem={campaign.problem}
          title={text.campaign.failedTitle}
          unchanged={text.campaign.failedUnchanged}
          again={() => void campaign.again()}
        />
      ) : null}
      {data ? <CampaignBody campaign={data} page={page} /> : null}
    </Page>
  );
}

function CampaignBody({ campaign, page }: { campaign: MemberCampaignPage; page: CampaignState }) {
  const text = useText();
  const { touch, isPromoter } = page;
  const isOver = campaign.state === 'over';
  const pays = isPromoter && (campaign.pays.length > 0 || campaign.progress !== null);
  return (
    <View>
      <CampaignCard name={campaign.name} image={campaign.image} lines={[campaign.text, campaign.when]} />
      {touch && !isPromoter ? (
        <Recommendation
          className="campaign-recommended"
          name={touch.promoter?.name ?? ''}
          words={touch.campaign === campaign.id ? touch.words : null}
        />
      ) : null}
      {isOver ? (
        <Note className="campaign-note">{isPromoter ? text.campaign.overForPromoter : text.campaign.over}</Note>
      ) : null}
      {pays ? (
        <Card>
          <View className="campaign-title">{text.campaign.pays}</View>
          <CampaignPays campaign={campaign} />
          <View className="campaign-words">{text.campaign.paysNote}</View>
        </Card>
      ) : null}
      <Products campaign={campaign} page={page} />
    </View>
  );
}

function Products({ campaign, page }: { campaign: MemberCampaignPage; page: CampaignState }) {
  const text = useText();
  const { products } = campaign;
  if (products.length === 0)
    return (
      <EmptyState
        title={text.campaign.noProductsTitle}
        words={text.campaign.noProducts}
        action={{ words: text.products.emptyAction, onTap: () => open('products') }}
      />
    );
  return (
    <View>
      <SectionHead title={page.isPromoter ? text.campaign.products(products.length) : text.campaign.goods} />
      <ProductRows products={products} campaign={campaign.id} onShare={page.shareProduct} />
    </View>
  );
}

function CampaignBones() {
  return (
    <View>
      <View className="campaign-bones">
        <Bone w="100%" h={208} r={32} />
      </View>
      <View className="card">
        <Bone w={160} h={44} />
        <Bone w="80%" h={36} className="bones-gap-l" />
        <Bone w="64%" h={36} className="bones-gap" />
      </View>
      <ProductBones count={2} />
    </View>
  );
}
