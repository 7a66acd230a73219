import { useEffect, useState } from 'react';
import { businessNow } from '../clock';
import type { Calendar } from '../dates';
import { shopStore } from '../shop';
import { useStore } from '../store';
import { CHINA } from '../zone';
import { en } from './en';
import { currentLanguage, languageStore } from './language';
import { type Dictionary, zh } from './zh';

export { chooseLanguage, currentLanguage, type Language, languageStore } from './language';
export type { Dictionary } from './zh';

const dictionaries: Record<'zh' | 'en', Dictionary> = { zh, en };

/** Every word of the product in the chosen language; sentences with amounts and dates are functions. */
export function useText(): Dictionary {
  return dictionaries[useStore(languageStore())];
}

/** Outside of components: toasts, share cards. */
export function textNow(): Dictionary {
  return dictionaries[currentLanguage()];
}

/** The merchant's now, zone and language. It ticks once a minute, so that what is left of a day goes on shrinking. */
export function useCalendar(): Calendar {
  const language = useStore(languageStore());
  const shop = useStore(shopStore);
  const [now, setNow] = useState(() => businessNow());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shop's own data brings the server's clock.
  useEffect(() => {
    setNow(businessNow());
    const timer = setInterval(() => setNow(businessNow()), 60_000);
    return () => clearInterval(timer);
  }, [shop]);
  return { now, zone: shop?.zone ?? CHINA, language };
}
