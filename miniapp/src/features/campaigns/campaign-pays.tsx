import { Text, View } from '@tarojs/components';
import { Icon } from '@/kit/icon';
import { Progress } from '@/kit/progress';
import type { MemberCampaign } from './api';
import './campaign-pays.scss';

/** What a campaign pays, a sentence each, and how far the promoter is to the next reward. */
export function CampaignPays({ campaign }: { campaign: Pick<MemberCampaign, 'pays' | 'progress'> }) {
  const { pays, progress } = campaign;
  return (
    <View>
      {pays.map((sentence) => (
        <View key={sentence} className="campaign-pays">
          <Icon name="check-deep" size={30} className="campaign-pays__icon" />
          <Text className="campaign-pays__words">{sentence}</Text>
        </View>
      ))}
      {progress ? (
        <Progress share={progress.every > 0 ? progress.done / progress.every : 0} words={progress.text} />
      ) : null}
    </View>
  );
}
