import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { codePictureOf } from '@/features/attribution/api';
import { saveRemotePicture } from '@/features/attribution/save-picture';
import type { ShareState } from '@/features/attribution/use-share';
import { ActionButton } from '@/kit/button';
import { Sheet } from '@/kit/sheet';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';

/** The promoter's own code, for the shop and for friends who want to promote too. */
export function InviteSheet({
  isOpen,
  invitation,
  onClose,
}: {
  isOpen: boolean;
  invitation: ShareState;
  onClose: () => void;
}) {
  const text = useText();
  const { share } = invitation;
  const save = async () => {
    if (!share) return;
    const isSaved = await saveRemotePicture(codePictureOf(share));
    void Taro.showToast({ title: isSaved ? text.poster.saved : text.poster.refused, icon: 'none' });
  };
  return (
    <Sheet isOpen={isOpen} title={text.me.myCodeTitle} onClose={onClose}>
      <View className="invite">
        {share ? (
          <Image className="invite__code" src={codePictureOf(share)} mode="aspectFit" showMenuByLongpress />
        ) : null}
        {!share && invitation.problem ? (
          <ErrorState problem={invitation.problem} title={text.share.failed} unchanged="" again={invitation.again} />
        ) : null}
        {!share && !invitation.problem ? <Bone w={430} h={430} r={215} /> : null}
        <Text className="invite__words">{text.me.myCodeWords}</Text>
      </View>
      <ActionButton words={text.share.saveCode} isDisabled={!share} onTap={() => void save()} />
    </Sheet>
  );
}
