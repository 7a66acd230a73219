import type { Lang } from '@fenrun/contracts';
import { dayText, type RateSource } from '@fenrun/engine';
import type { Instant, Money, Zone } from '@fenrun/kernel';
import { campaignName } from '../modules/commission';
import { bookNames, type InForceBook } from '../modules/plans';
import type { Earning, Estimate } from './estimate-earnings';
import { moneyText, rateText } from './shop-words';

/** Everything that a sentence about a rate is said with. */
export interface EarningTongue {
  readonly book: InForceBook;
  readonly currency: string;
  readonly zone: Zone;
  readonly lang: Lang;
  /** Whose rates they are: his group is named to him. */
  readonly group: string | null;
}

/** 「正在「冬日茶席」活动里，按成交价的 15% 计。11 月 30 日后按你「青叶」的 10%，是 ¥26.80。」 */
export function earningWhy(earning: Earning, tongue: EarningTongue): string | null {
  if (!earning.source || !earning.rate) return null;
  const zh = tongue.lang === 'zh';
  const sentences = [nowText(earning, earning.source, tongue), rewardText(earning, tongue), afterText(earning, tongue)];
  return sentences.filter(Boolean).join(zh ? '' : ' ');
}

/** 「活动 15%」 where a campaign or another sales match decides, 「活动奖励」 where only its reward is added. */
export function earningTag({ layer, rate, reward }: Estimate, { currency, lang }: EarningTongue): string | null {
  const zh = lang === 'zh';
  if (layer === 'sales_match' && rate) return `${zh ? '活动' : 'Campaign'} ${rateText(rate, currency, lang)}`;
  if (reward > 0) return zh ? '活动奖励' : 'Reward';
  return null;
}

function nowText({ rate }: Earning, source: RateSource, tongue: EarningTongue): string {
  const label = labelOf(source, tongue);
  const shown = shownRate(rate, tongue);
  if (tongue.lang === 'zh')
    return label.inside ? `${label.text}，按${shown.ofPrice} 计。` : `按${label.text}的 ${shown.text} 计。`;
  return `${label.inside ? `${label.text}: ` : `By ${label.text}, `}${shown.ofPrice}.`;
}

function shownRate(rate: Earning['rate'], { currency, lang }: EarningTongue) {
  const text = rate ? rateText(rate, currency, lang) : '';
  const isPercent = rate?.kind === 'percent';
  if (lang === 'zh') return { text, ofPrice: isPercent ? `成交价的 ${text}` : ` ${text}` };
  return { text, ofPrice: isPercent ? `${text} of the price` : text };
}

interface RateLabel {
  readonly text: string;
  /** It is something that one is in for a while, not something that one has. */
  readonly inside: boolean;
}

/** What the rate is called to its promoter. */
function labelOf(source: RateSource, { book: { book }, lang, group }: EarningTongue): RateLabel {
  const zh = lang === 'zh';
  const names = bookNames(book);
  switch (source.kind) {
    case 'rule': {
      const { layer, when } = source.rule;
      const name =
        (source.rule as { readonly name?: string }).name ||
        (when.campaign ? campaignName(book, when.campaign, lang) : '');
      if (layer === 'sales_match' && name)
        return { text: zh ? `正在「${name}」活动里` : `In the campaign ${name}`, inside: true };
      if (layer === 'sales_match')
        return { text: zh ? '这件商品正在活动中' : 'This product is in a campaign', inside: true };
      if (layer === 'individual') return { text: zh ? '商户给你的专属比例' : 'your personal rate', inside: false };
      const shown = names.group(group);
      if (zh) return { text: shown ? `你所在「${shown}」组` : '你所在的组', inside: false };
      return { text: shown ? `your group ${shown}` : 'your group', inside: false };
    }
    case 'tier_bonus':
      return { text: zh ? '你正在享受达标奖励' : 'Your bonus is running', inside: true };
    case 'programme': {
      const name = names.programme(source.programme);
      return { text: zh ? `你「${name}」` : `your programme ${name}`, inside: false };
    }
    default:
      return { text: zh ? '商户' : 'the shop', inside: false };
  }
}

function rewardText({ reward, campaign }: Estimate, { book, currency, lang }: EarningTongue): string {
  if (reward <= 0 || campaign === null) return '';
  const name = campaignName(book.book, campaign, lang);
  const amount = moneyText(reward, currency);
  return lang === 'zh' ? `「${name}」每单再加 ${amount}。` : `${name} adds ${amount} to each order.`;
}

function afterText({ after, amount }: Earning, tongue: EarningTongue): string {
  if (!after || after.amount === amount) return '';
  const zh = tongue.lang === 'zh';
  const day = lastDay(after.at, tongue);
  if (!after.source || !after.rate || after.amount <= 0)
    return zh ? `${day}后这件商品不再计佣金。` : `After ${day} it earns nothing.`;
  const { text } = shownRate(after.rate, tongue);
  const label = labelOf(after.source, tongue);
  const money = moneyText(after.amount, tongue.currency);
  if (zh) return `${day}后按${label.inside ? '' : `${label.text}的 `}${text}，是 ${money}。`;
  return `After ${day}: ${money}, by ${label.inside ? 'another campaign' : label.text} at ${text}.`;
}

/** The last whole day before an end: what ends at midnight ends with the day before. */
function lastDay(end: Instant, { zone, lang }: EarningTongue): string {
  return dayText(end - 1, zone, lang, 'spaced');
}

/** `¥268.00 × 15% = ¥40.20`, and a reward on a line of its own. */
export function earningSums(
  price: Money,
  { rate, amount, reward, campaign }: Estimate,
  { book, currency, lang }: EarningTongue,
): { text: string; amount: Money }[] {
  const direct = (amount - reward) as Money;
  const result = moneyText(direct, currency);
  const text =
    rate?.kind === 'percent' ? `${moneyText(price, currency)} × ${rateText(rate, currency, 'en')} = ${result}` : result;
  const sums = [{ text, amount: direct }];
  if (reward > 0 && campaign !== null) {
    const name = campaignName(book.book, campaign, lang);
    sums.push({ text: lang === 'zh' ? `「${name}」每单奖励` : `${name}, each order`, amount: reward });
  }
  return sums;
}
