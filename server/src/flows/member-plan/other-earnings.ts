import { inForce, rateText } from '@fenrun/engine';
import { formatPercent } from '@fenrun/kernel';
import type { Reading } from '../../modules/commission';

/** What own purchases earn, in one sentence; null where they earn nothing. */
export function selfText({ compiled, now, currency, lang }: Reading): string | null {
  const { mode, rates } = inForce(compiled, now).settings.settings.selfPurchase;
  const zh = lang === 'zh';
  if (mode === 'block') return null;
  if (mode === 'normal')
    return zh ? '自己买和朋友买一样，按上面的比例得佣金。' : 'Your own purchases earn like those of others.';
  const hasSpecials = [rates.skus, rates.categories, rates.campaigns].some((some) => Object.keys(some).length > 0);
  if (!rates.default) {
    if (!hasSpecials) return null;
    return zh ? '自己买部分商品有返佣。' : 'Some products earn a rebate when you buy them yourself.';
  }
  const rate = rateText(rates.default, currency, lang);
  const more = hasSpecials ? (zh ? '，部分商品另有比例' : '; some products differ') : '';
  return zh ? `自己买返 ${rate}${more}。` : `Your own purchases earn ${rate}${more}.`;
}

/** What partners' sales earn, in one sentence; null while the network is off. */
export function networkText({ compiled, now, lang }: Reading): string | null {
  const { networkLevels, settings } = inForce(compiled, now).settings;
  const [first, ...further] = networkLevels.map((percent) => `${formatPercent(percent)}%`);
  if (first === undefined) return null;
  const zh = lang === 'zh';
  const onCommission = settings.network.basis === 'commission';
  const own = zh
    ? `你邀请的伙伴成交，你再得${onCommission ? '其佣金' : '计佣金额'}的 ${first}`
    : `When a partner whom you invited sells, you earn ${first} of ${onCommission ? 'the partner’s commission' : 'the base'}`;
  if (further.length === 0) return zh ? `${own}。` : `${own}.`;
  return zh
    ? `${own}；伙伴再邀请的人成交，依次得 ${further.join('、')}。`
    : `${own}; for those whom partners invited in turn, ${further.join(', ')}.`;
}
