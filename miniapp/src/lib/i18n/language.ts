import Taro from '@tarojs/taro';
import { readStored, writeStored } from '../storage';
import { createStore, type Store } from '../store';

export type Language = 'zh' | 'en';

let store: Store<Language> | null = null;

/** What the person chose, else what the preview's frame speaks, else the phone's language. */
function firstLanguage(): Language {
  const chosen = readStored<Language>('language');
  if (chosen === 'zh' || chosen === 'en') return chosen;
  if (process.env.TARO_ENV === 'h5') {
    const asked = new URLSearchParams(window.location.search).get('lang');
    if (asked) return asked.startsWith('zh') ? 'zh' : 'en';
  }
  try {
    const base = Taro.getAppBaseInfo?.() as { language?: string } | undefined;
    const language = base?.language || (Taro.getSystemInfoSync() as { language?: string }).language || 'zh';
    return /^zh/i.test(language) ? 'zh' : 'en';
  } catch {
    return 'zh';
  }
}

export function languageStore(): Store<Language> {
  store ??= createStore(firstLanguage());
  return store;
}

export function currentLanguage(): Language {
  return languageStore().get();
}

export function chooseLanguage(language: Language): void {
  writeStored('language', language);
  languageStore().set(language);
}
