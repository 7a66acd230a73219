import type { Lang } from '@fenrun/contracts';
import type { Programme } from '@fenrun/engine';
import { rateText } from '../shop-words';

/** The programme's default rate in words; one without says that the goods differ. */
export function programmeRate(
  programme: Programme | null | undefined,
  { currency, lang }: { readonly currency: string; readonly lang: Lang },
): string {
  const rate = programme?.rate;
  if (rate) return rateText(rate, currency, lang);
  return lang === 'zh' ? '按商品' : 'by product';
}
