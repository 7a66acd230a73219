import { Text, View } from '@tarojs/components';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { CampaignCard } from '@/features/campaigns/campaign-card';
import type { MemberHome } from '@/features/reporting/api';
import type { ShopProductRow } from '@/features/storefront/model';
import { ProductCard } from '@/features/storefront/product-card';
import { Avatar } from '@/kit/avatar';
import { SectionHead } from '@/kit/cells';
import { Page } from '@/kit/page';
import { ErrorState } from '@/kit/states';
import { dayPart, endText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { shortName } from '@/lib/short-name';
import { HomeBones } from './home-bones';
import { HomeEarnings } from './home-earnings';
import { HomeGuest } from './home-guest';
import { QuickShares } from './quick-shares';
import { useHomePage } from './use-home';
import './index.scss';

/** More than these stand behind 「全部活动」. */
const CAMPAIGNS = 2;

export default function HomePage() {
  const { home, sheet, share, application } = useHomePage();
  const text = useText();
  return (
    <Page isTab left={<Greeting home={home.data} />} dataAt={home.at} over={<ShareSheet state={sheet} />}>
      {home.state === 'loading' ? <HomeBones /> : null}
      {home.state === 'failed' ? (
        <ErrorState
          problem={home.problem}
          title={text.home.failedTitle}
          unchanged={text.home.failedUnchanged}
          again={() => void home.again()}
        />
      ) : null}
      {home.data?.earnings ? <PromoterHome home={home.data} earnings={home.data.earnings} onShare={share} /> : null}
      {home.data && !home.data.earnings ? <GuestHome home={home.data} application={application} /> : null}
    </Page>
  );
}

function Greeting({ home }: { home: MemberHome | undefined }) {
  const text = useText();
  const calendar = useCalendar();
  const name = home?.name ?? '';
  return (
    <View className="greeting">
      {home?.name || home?.avatar ? <Avatar name={name} src={home.avatar} size={60} /> : null}
      <Text className="greeting__words">{text.home.hello(text.home.greeting[dayPart(calendar)], shortName(name))}</Text>
    </View>
  );
}

function PromoterHome({
  home,
  earnings,
  onShare,
}: {
  home: MemberHome;
  earnings: NonNullable<MemberHome['earnings']>;
  onShare: (product: ShopProductRow) => void;
}) {
  const text = useText();
  const calendar = useCalendar();
  return (
    <View>
      <HomeEarnings earnings={earnings} />
      {home.picks.length > 0 ? (
        <View>
          <SectionHead title={text.home.goodToShare} more={text.home.allProducts} onMore={() => open('products')} />
          <QuickShares products={home.picks} onShare={onShare} />
        </View>
      ) : null}
      {home.campaigns.length > 0 ? (
        <View>
          <SectionHead title={text.home.campaigns} more={text.campaigns.all} onMore={() => open('campaigns')} />
          {home.campaigns.slice(0, CAMPAIGNS).map(({ id, name, text: line, image, until }) => (
            <CampaignCard
              key={id}
              name={name}
              image={image}
              lines={[line, until ? text.home.campaignEnds(endText(until, calendar)) : '']}
              onOpen={() => open('campaign', { id })}
            />
          ))}
        </View>
      ) : null}
    </View>
  );
}

function GuestHome({
  home,
  application,
}: {
  home: MemberHome;
  application: 'none' | 'waiting' | 'rejected' | 'admitted';
}) {
  const text = useText();
  return (
    <View>
      <HomeGuest home={home} application={application} />
      <SectionHead title={text.home.guest.goods} more={text.home.allProducts} onMore={() => open('products')} />
      {home.picks.map((product) => (
        <ProductCard key={product.sku} product={product} onOpen={() => open('product', { sku: product.sku })} />
      ))}
    </View>
  );
}
