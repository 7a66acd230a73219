import { Text, View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { Icon } from '@/kit/icon';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

/** The way to become a promoter, or how the application stands. */
export function GuestCard({ application }: { application: Me['application']['status'] }) {
  const text = useText();
  const hasApplied = application === 'waiting' || application === 'rejected';
  return (
    <Tap className="card guest-row" onTap={() => (hasApplied ? open('application') : open('join'))}>
      <View className="guest-row__tile">
        <Icon name="leaf-deep" size={44} />
      </View>
      <View className="guest-row__words">
        <Text className="guest-row__title">
          {application === 'waiting'
            ? text.me.applying
            : application === 'rejected'
              ? text.application.rejected
              : text.me.join}
        </Text>
        <Text className="guest-row__note">{hasApplied ? text.home.guest.see : text.me.joinWords}</Text>
      </View>
      <Icon name="right-ink3" size={28} />
    </Tap>
  );
}
