import { Image, Text, View } from '@tarojs/components';
import type { MemberHome } from '@/features/reporting/api';
import { assetPath } from '@/kit/asset-path';
import { ActionButton } from '@/kit/button';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

/** Who does not promote yet is told in one card what it is, or how the application stands. */
export function HomeGuest({
  home,
  application,
}: {
  home: MemberHome;
  application: 'none' | 'waiting' | 'rejected' | 'admitted';
}) {
  const text = useText();
  const hasApplied = application === 'waiting' || application === 'rejected';
  return (
    <View className="guest">
      <Image className="guest__art" src={assetPath('art/join.svg')} mode="aspectFill" />
      <View className="guest__body">
        <Text className="guest__title">
          {hasApplied && application === 'waiting'
            ? text.home.waitingApplication.title
            : text.home.guest.title(home.shop.name)}
        </Text>
        <Text className="guest__words">
          {hasApplied ? (home.application?.text ?? text.home.waitingApplication.words) : text.home.guest.words}
        </Text>
        {hasApplied ? (
          <ActionButton look="tint" words={text.home.guest.see} onTap={() => open('application')} />
        ) : (
          <ActionButton words={text.home.guest.join} onTap={() => open('join')} />
        )}
      </View>
    </View>
  );
}
