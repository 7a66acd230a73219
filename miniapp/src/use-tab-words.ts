import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { languageStore, textNow } from './lib/i18n';
import { useStore } from './lib/store';

/** The native tab bar is written in Chinese in the app's config; in another language its words are set when the app runs. */
export function useTabWords(): void {
  const language = useStore(languageStore());
  const shown = useRef('zh');
  useEffect(() => {
    if (shown.current === language) return;
    shown.current = language;
    const { home, products, earnings, me } = textNow().common.tabs;
    // On a page without a tab bar the call fails; the tab pages set them again when they are shown.
    [home, products, earnings, me].forEach((text, index) => {
      Promise.resolve(Taro.setTabBarItem({ index, text })).catch(() => {
        shown.current = 'unset';
      });
    });
  }, [language]);
}
