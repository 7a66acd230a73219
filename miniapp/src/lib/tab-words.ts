import Taro, { useDidShow } from '@tarojs/taro';
import { currentLanguage, type Language, textNow } from './i18n';

/** The app's config writes the native tab bar in Chinese. */
let shown: Language = 'zh';

/** The native tab bar knows no language: a tab page sets its words when it is shown, if they are not the ones that stand there. */
export function useTabWords(isTab: boolean): void {
  useDidShow(() => {
    const language = currentLanguage();
    if (!isTab || shown === language) return;
    shown = language;
    void writeWords().catch(() => {
      shown = 'zh';
    });
  });
}

async function writeWords(): Promise<void> {
  const { home, products, earnings, me } = textNow().common.tabs;
  await Promise.all([home, products, earnings, me].map((text, index) => Taro.setTabBarItem({ index, text })));
}
