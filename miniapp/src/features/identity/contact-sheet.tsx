import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { ActionButton } from '@/kit/button';
import { Sheet } from '@/kit/sheet';
import { useText } from '@/lib/i18n';
import { platform } from '@/lib/platform';
import { shopStore } from '@/lib/shop';
import { useStore } from '@/lib/store';
import './contact-sheet.scss';

/** How to reach the merchant, with what he will ask for at hand. */
export function ContactSheet({ isOpen, order, onClose }: { isOpen: boolean; order?: string; onClose: () => void }) {
  const text = useText();
  const shop = useStore(shopStore);
  const contact = shop?.contact ?? '';
  const copy = (what: string) =>
    void platform.copy(what).then(() => Taro.showToast({ title: text.common.copied, icon: 'none' }));
  return (
    <Sheet isOpen={isOpen} title={text.commission.contact.title} onClose={onClose}>
      <View className="contact">
        <Text className="contact__line">{contact || text.commission.contact.none}</Text>
        <Text className="contact__words">{text.commission.contact.words}</Text>
      </View>
      {order ? (
        <ActionButton
          look="tint"
          className="contact__second"
          words={text.commission.contact.copyOrder}
          onTap={() => copy(order)}
        />
      ) : null}
      {contact ? <ActionButton words={text.common.copy} onTap={() => copy(contact)} /> : null}
    </Sheet>
  );
}
