import { useSyncExternalStore } from 'react';

export type Language = 'zh' | 'en';

const storageKey = 'fenrun.language';
const listeners = new Set<() => void>();

/** Chinese comes first: English only for a reader who chose it, or whose browser asks for it and not for Chinese. */
export function currentLanguage(): Language {
  const kept = window.localStorage.getItem(storageKey);
  if (kept === 'zh' || kept === 'en') return kept;
  const asked = window.navigator.languages.map((tag) => tag.toLowerCase());
  if (asked.some((tag) => tag.startsWith('zh'))) return 'zh';
  return asked[0]?.startsWith('en') ? 'en' : 'zh';
}

export function chooseLanguage(language: Language): void {
  window.localStorage.setItem(storageKey, language);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLanguage = (): Language => useSyncExternalStore(subscribe, currentLanguage);

/** The tag that Intl and the lang attribute want. */
export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');
