import { isRefusal, type Zone } from '@fenrun/kernel';
import { addWrittenRule } from '../../flows/edit-rules';
import { onTimeline } from '../../flows/timeline/on-timeline';
import { couponByCode, saveCoupon } from '../../modules/attribution';
import type { RuleForm } from '../../modules/plans';
import type { DemoRule } from '../../seeds/rules';
import { startOfDayIn } from './open-shop';
import type { Stage } from './replay';
import type { DemoShop } from './shops';

/** What the owner does on the last day: the coupons of promoters get their owners, and rules are written, through the same command as ever. */
export async function writeRules(stage: Stage, shop: DemoShop, endAt: number): Promise<void> {
  const { merchantId, zone } = stage.shop;
  await giveCoupons(stage, shop);
  const editor = { kind: 'staff' as const, id: stage.owner, name: shop.ownerName, lang: 'zh' as const };
  for (const rule of shop.rules) {
    const form = formOf(rule, zone, endAt);
    const added = await onTimeline(stage.lines, merchantId, (tx, hand, now) =>
      addWrittenRule(tx, hand, rule.code, form, editor, now),
    );
    if (isRefusal(added)) throw new Error(`${rule.code}: ${added.refused} ${JSON.stringify(added.errors)}`);
  }
}

async function giveCoupons(stage: Stage, { coupons }: DemoShop): Promise<void> {
  const { merchantId } = stage.shop;
  await stage.db.write(async (tx) => {
    for (const { code, owner } of coupons) {
      const ownerId = owner === null ? undefined : stage.promoterIds.get(owner);
      const known = ownerId ? await couponByCode(tx, merchantId, code) : undefined;
      if (known && ownerId) await saveCoupon(tx, merchantId, code, { ...termsOf(known), ownerId });
    }
    return null;
  });
}

function termsOf({
  discount,
  fromAt,
  toAt,
  useLimit,
  isActive,
}: NonNullable<Awaited<ReturnType<typeof couponByCode>>>) {
  return { discount, fromAt, toAt, useLimit, isActive };
}

function formOf(rule: DemoRule, zone: Zone, endAt: number): RuleForm {
  const { rate, fromDay, toDay, from } = rule;
  const day = (days: number | undefined) =>
    days === undefined ? null : new Date(startOfDayIn(zone, endAt, days)).toISOString();
  return {
    layer: rule.layer,
    name: rule.name.zh,
    priority: null,
    from: day(fromDay),
    to: day(toDay),
    scope: null,
    promoters: [...(rule.promoters ?? [])],
    groups: [...(rule.groups ?? [])],
    when: {
      coupons: [...(rule.coupons ?? [])],
      skus: [...(rule.skus ?? [])],
      categories: [...(rule.categories ?? [])],
      country: [],
      customer: rule.customer ?? null,
      amount: from === undefined ? null : { from, to: null },
      campaign: null,
      orderType: null,
      subId: null,
    },
    rate: 'percent' in rate ? rate : { fixed: rate.perPiece, per: 'unit' },
  };
}
