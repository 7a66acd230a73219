import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import './campaign-card.scss';

export interface CampaignCardProps {
  name: string;
  /** What it pays, when it ends. Empty ones are left out. */
  lines: readonly string[];
  image: string | null;
  /** Absent on the campaign's own page. */
  onOpen?: () => void;
  /** Joined to what stands below it. */
  isHead?: boolean;
}

/** The one dark surface: a campaign with its picture, what it pays and when it ends. */
export function CampaignCard({ name, lines, image, onOpen, isHead }: CampaignCardProps) {
  return (
    <Tap className={cx('campaign', isHead && 'campaign--head')} onTap={onOpen} label={name}>
      {image ? <Picture className="campaign__picture" src={image} /> : null}
      <View className="campaign__words">
        <Text className="campaign__name">{name}</Text>
        {lines.filter(Boolean).map((line) => (
          <Text key={line} className="campaign__line">
            {line}
          </Text>
        ))}
      </View>
    </Tap>
  );
}
