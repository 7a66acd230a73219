import { foldCoupon, inForce, moneyText } from '@fenrun/engine';
import { formatPercent, minor } from '@fenrun/kernel';
import { type Database, findAmong } from '../../foundation/db';
import { couponTable } from '../../modules/attribution';
import { campaignName, type Reading } from '../../modules/commission';
import { type PromoterRow, promotersById } from '../../modules/promoters';
import type { Tried } from './try-order';
import type { TrialRows } from './whole-trial';

/** What else is worth a line about a tried order: inviters, the cap, rewards to come, coupons of others. */
export async function remarks(
  db: Database,
  reading: Reading,
  tried: Tried,
  rows: TrialRows,
  people: ReadonlyMap<string, PromoterRow>,
): Promise<string[]> {
  return [
    ...ofInviters(tried, rows, reading),
    ...ofExclusion(tried, rows, reading),
    ...ofCap(tried, rows, reading, people),
    ...ofComparison(tried, reading),
    ...ofCampaign(tried, reading),
    ...(await ofCoupons(db, rows, reading)),
  ];
}

function settingsOf({ compiled }: Tried, { sale }: TrialRows) {
  return inForce(compiled, sale.paidAt).settings;
}

function ofInviters(tried: Tried, rows: TrialRows, { lang }: Reading): string[] {
  const zh = lang === 'zh';
  const { facts, inviters } = tried;
  if (!facts.promoter || facts.buyerIsPromoter) return [];
  const levels = settingsOf(tried, rows).networkLevels.length;
  const [first] = inviters;
  if (!first) {
    if (levels === 0) return [];
    return [zh ? '没有邀请人，没有邀请佣金' : 'No inviter, so no network commission'];
  }
  if (levels === 0)
    return [zh ? `邀请人${first.name}：邀请佣金没有开启` : `Inviter ${first.name}: network commission is off`];
  return inviters.slice(0, levels).flatMap(({ name }, index) => {
    if (facts.chain[index]?.isActive) return [];
    return [zh ? `邀请人${name}付款时不是正常状态，没有邀请佣金` : `Inviter ${name} was not active: nothing for him`];
  });
}

function ofExclusion({ trace }: Tried, { lines }: TrialRows, { lang }: Reading): string[] {
  return trace.lines.flatMap(({ decided, sku }, index) => {
    if (!decided.base.isExcluded) return [];
    const name = lines[index]?.name ?? sku;
    return [lang === 'zh' ? `${name}是不计佣金的商品` : `${name} is excluded from commission`];
  });
}

function ofCap(
  tried: Tried,
  rows: TrialRows,
  { lang, currency }: Reading,
  people: ReadonlyMap<string, PromoterRow>,
): string[] {
  const cut = new Map<string, number>();
  for (const { payee, before, after } of tried.trace.cuts) cut.set(payee, (cut.get(payee) ?? 0) + before - after);
  const cap = formatPercent(settingsOf(tried, rows).settings.maxCommissionPercent);
  return [...cut].flatMap(([payee, amount]) => {
    if (amount === 0) return [];
    const [name, text] = [people.get(payee)?.name ?? payee, moneyText(minor(amount), currency)];
    return [lang === 'zh' ? `上限 ${cap}% 截掉了${name}的 ${text}` : `The cap of ${cap}% cut ${text} of ${name}`];
  });
}

function ofComparison({ trace: { comparison } }: Tried, { lang, currency }: Reading): string[] {
  if (!comparison) return [];
  const [group, bonus] = [moneyText(comparison.groupTotal, currency), moneyText(comparison.bonusTotal, currency)];
  if (lang === 'zh') return [`分组 ${group}，达标奖励 ${bonus}，取高的一个`];
  return [`Group ${group}, tier bonus ${bonus}: the higher one counts`];
}

function ofCampaign({ trace }: Tried, { lang, currency, book }: Reading): string[] {
  const promise = trace.decision.countsToward;
  if (!promise) return [];
  const [name, amount] = [campaignName(book, promise.campaign, lang), moneyText(promise.amount, currency)];
  if (lang === 'zh') return [`批准后在活动「${name}」里计 1 单，每满 ${promise.every} 单另奖 ${amount}`];
  return [`Counts in campaign ${name} once approved: ${amount} for every ${promise.every} orders`];
}

/** A real order with the coupon of somebody else would go to him. */
async function ofCoupons(db: Database, { sale, settlement }: TrialRows, reading: Reading): Promise<string[]> {
  if (sale.coupons.length === 0) return [];
  const { merchantId, lang } = reading;
  const folded = sale.coupons.map(foldCoupon);
  const coupons = await findAmong(db.read, couponTable, 'merchant_id = ?', [merchantId], 'foldedCode', folded);
  const byCode = new Map(coupons.map((coupon) => [coupon.foldedCode, coupon]));
  const owners = await promotersById(
    db.read,
    merchantId,
    coupons.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const names = new Map(owners.map(({ id, name }) => [id, name]));
  return sale.coupons.flatMap((code, index) => {
    const coupon = byCode.get(folded[index] ?? '');
    if (!coupon) return [lang === 'zh' ? `没有登记券 ${code}` : `There is no coupon ${code}`];
    if (coupon.ownerId === null || coupon.ownerId === settlement.promoterId) return [];
    const owner = names.get(coupon.ownerId) ?? '';
    return [
      lang === 'zh'
        ? `券 ${code} 归${owner}：没有指定推广员的订单会算给他`
        : `Coupon ${code} is ${owner}’s: an order that names nobody goes there`,
    ];
  });
}
