import { Text, View } from '@tarojs/components';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { instantOf } from '@/lib/zone';
import type { Campaign } from './model';
import './campaign-card.scss';

/** The one dark surface: a campaign with its picture, what it pays and when it ends. */
export function CampaignCard({ campaign, onOpen }: { campaign: Campaign; onOpen: () => void }) {
  const text = useText();
  const calendar = useCalendar();
  return (
    <Tap className="campaign" onTap={onOpen} label={campaign.name}>
      {campaign.image ? <Picture className="campaign__picture" src={campaign.image} /> : null}
      <View className="campaign__words">
        <Text className="campaign__name">{campaign.name}</Text>
        <Text className="campaign__line">{campaign.text}</Text>
        {campaign.until ? (
          <Text className="campaign__line">
            {text.home.campaignEnds(dayText(instantOf(campaign.until) - 1, calendar))}
          </Text>
        ) : null}
      </View>
    </Tap>
  );
}
