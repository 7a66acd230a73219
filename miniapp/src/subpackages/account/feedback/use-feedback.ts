import Taro from '@tarojs/taro';
import { textNow } from '@/lib/i18n';
import { platform } from '@/lib/platform';
import { shopStore } from '@/lib/shop';
import { useStore } from '@/lib/store';

/** How to complain: to the merchant himself, and to WeChat, which keeps its own record. */
export function useFeedback() {
  const shop = useStore(shopStore);
  const contact = shop?.contact ?? '';
  const copy = () =>
    void platform.copy(contact).then(() => Taro.showToast({ title: textNow().common.copied, icon: 'none' }));
  return { contact, copy, openType: platform.feedbackOpenType };
}
