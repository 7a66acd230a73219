import Taro from '@tarojs/taro';
import { signOut } from '@/features/identity/api';
import { chooseLanguage, currentLanguage, type Language, languageStore, textNow } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { platform } from '@/lib/platform';
import { forgetAll, invalidateAll } from '@/lib/query/query-cache';
import { forgetToken } from '@/lib/session';
import { useStore } from '@/lib/store';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Language, privacy, what is kept on this phone, and signing out. */
export function useSettings() {
  const language = useStore(languageStore());

  async function askLanguage(): Promise<void> {
    const names = textNow().settings.languages;
    const chosen = await Taro.showActionSheet({ itemList: LANGUAGES.map((each) => names[each]) }).catch(() => null);
    const next = LANGUAGES[chosen?.tapIndex ?? -1];
    if (!next || next === currentLanguage()) return;
    chooseLanguage(next);
    // Sentences of the server come in the language that was asked for: all of them are asked anew.
    invalidateAll();
  }

  async function openPrivacy(): Promise<void> {
    if (!(await platform.openPrivacyContract())) open('agreement', { kind: 'privacy' });
  }

  function clear(): void {
    forgetAll();
    toast(textNow().settings.cleared);
  }

  async function leave(): Promise<void> {
    await signOut().catch(() => undefined);
    forgetToken();
    forgetAll();
    toast(textNow().settings.signedOut);
    open('home');
  }

  return { language, askLanguage, openPrivacy, clear, leave };
}

function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2000 });
}
