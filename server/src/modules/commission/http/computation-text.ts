import { type Language, moneyText, type RateSource, rateOfSource, rateText } from '@fenrun/engine';
import { currencyDigits, formatPercent, type Money, minor, type Percent } from '@fenrun/kernel';

/** What one line of a commission was multiplied from. */
export interface Multiplication {
  readonly source: RateSource;
  /** The base of the line; for network shares of a commission the direct amount. */
  readonly base: Money;
  readonly quantity: number;
  /** Before the cap. */
  readonly amount: Money;
  readonly currency: string;
  readonly lang: Language;
}

/** The multiplication as it was rounded: `¥731.45 × 12% = 87.774，四舍五入到分`. */
export function computationText(line: Multiplication): string {
  const { source, base, currency, lang, amount } = line;
  const rate = rateOfSource(source);
  if (rate === null) return shareText(line, lang === 'zh' ? '录入时指定的金额' : 'The amount set by hand');
  if (source.kind === 'bonus') return shareText(line, lang === 'zh' ? '活动奖励' : 'Campaign bonus');
  if (rate.kind === 'percent') {
    const product = exactProduct(base, rate.percent, currency);
    const left = `${moneyText(base, currency)} × ${formatPercent(rate.percent)}%`;
    return product === null
      ? `${left} = ${moneyText(amount, currency)}`
      : `${left} = ${product}${roundedText(currency, lang)}`;
  }
  if (rate.per === 'order') return shareText(line, rateText(rate, currency, lang));
  const full = minor(rate.amount * line.quantity);
  const pieces = lang === 'zh' ? `${line.quantity} 件` : `${line.quantity}`;
  const product = `${moneyText(rate.amount, currency)} × ${pieces} = ${moneyText(full, currency)}`;
  if (amount === full) return product;
  return product + (lang === 'zh' ? '，不超过计佣金额' : ', capped at the base');
}

/** The same for the promoter, short: `¥252.39 × 15%`. */
export function shortComputationText(line: Multiplication): string {
  const rate = rateOfSource(line.source);
  if (rate?.kind === 'percent') return `${moneyText(line.base, line.currency)} × ${formatPercent(rate.percent)}%`;
  return computationText(line);
}

function shareText({ amount, currency, lang }: Multiplication, what: string): string {
  const share = moneyText(amount, currency);
  return lang === 'zh' ? `${what}，这一行分到 ${share}` : `${what}, of which this line has ${share}`;
}

/** The exact product in major units where it has more digits than the currency; null where nothing was rounded. */
function exactProduct(base: Money, percent: Percent, currency: string): string | null {
  // A percent counts ten-thousandths of a percent: six decimals below the minor unit.
  const decimals = currencyDigits(currency) + 6;
  const text = String(BigInt(base) * BigInt(percent)).padStart(decimals + 1, '0');
  const fraction = text.slice(-decimals).replace(/0+$/, '');
  return fraction.length <= currencyDigits(currency) ? null : `${text.slice(0, -decimals)}.${fraction}`;
}

function roundedText(currency: string, lang: Language): string {
  const digits = currencyDigits(currency);
  const unit = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`;
  if (lang === 'zh') return `，四舍五入到${currency === 'CNY' ? '分' : ` ${unit}`}`;
  return `, rounded to ${unit}`;
}
