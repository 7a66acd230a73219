import { foldCoupon } from '@fenrun/engine';
import { BEGINNING, type Instant, isRefusal, zone } from '@fenrun/kernel';
import { addPromoter } from '../flows/add-promoter';
import { foundMerchant } from '../flows/found-merchant';
import { type Timelines, timelines } from '../flows/timeline/advance';
import { inHand } from '../flows/timeline/on-timeline';
import { BATCH_LIMITS, type BatchLimits } from '../flows/timeline/run-batch';
import { StandingClock } from '../foundation/clock';
import { type Database, insert } from '../foundation/db';
import { newId } from '../foundation/ids';
import { couponTable } from '../modules/attribution';
import { savePlans } from '../modules/plans';
import { findCustomers } from '../modules/sales';
import type { ScenarioFile } from './file';
import { invalid } from './invalid';
import {
  type Reading,
  readCampaign,
  readGrouping,
  readInstant,
  readLadder,
  readProgramme,
  readRule,
  readTierBonuses,
} from './to-plans';
import { readSettings } from './to-settings';

/** A merchant made from a scenario file, with everything that stands before the first event. */
export interface Stage {
  readonly merchantId: string;
  readonly db: Database;
  readonly clock: StandingClock;
  readonly lines: Timelines;
  readonly reading: Reading;
  readonly categories: ReadonlyMap<string, string | null>;
}

/** Sets a scenario's merchant up through the commands that every merchant is made by. */
export async function setStage(
  db: Database,
  file: ScenarioFile,
  start: Instant,
  limits: BatchLimits = BATCH_LIMITS,
): Promise<Stage> {
  const currency = file.merchant?.currency ?? 'CNY';
  const timezone = file.merchant?.timezone ?? 'Asia/Shanghai';
  const clock = new StandingClock(start);
  const lines = timelines(db, clock, limits);
  const merchantId = newId(Date.now());
  const promoterIds = new Map<string, string>();
  const reading: Reading = { currency, zone: zone(timezone), promoterIds };
  const frame = { currency, region: file.merchant?.region ?? 'CN', timezone };
  await db.write((tx) => foundMerchant(tx, { merchantId, frame, plans: firstPlans(file, reading), by: null }, start));
  await addPromoters(lines, merchantId, file, reading, promoterIds, start);
  await db.write(async (tx) => {
    const rules = (file.rules ?? []).map((rule, index) => ({
      kind: 'rule' as const,
      code: rule.id,
      doc: readRule(rule, reading, `$.rules[${index}]`),
      holdsFrom: BEGINNING,
    }));
    if (rules.length > 0) await savePlans(tx, merchantId, rules, null, start);
    await insert(tx, couponTable, couponRows(merchantId, file, promoterIds, start));
  });
  const categories = new Map((file.products ?? []).map(({ sku, category }) => [sku, category ?? null]));
  return { merchantId, db, clock, lines, reading, categories };
}

function firstPlans(file: ScenarioFile, { currency, zone }: Reading) {
  const ladder = readLadder(file, currency);
  const tierBonuses = readTierBonuses(file, currency);
  return [
    { kind: 'settings' as const, code: '', doc: readSettings(file, currency) },
    ...file.programmes.map((programme, index) => ({
      kind: 'programme' as const,
      code: programme.id,
      doc: readProgramme(programme, currency, `$.programmes[${index}]`),
    })),
    { kind: 'grouping' as const, code: '', doc: readGrouping(file, currency) },
    ...(ladder ? [{ kind: 'ladder' as const, code: '', doc: ladder }] : []),
    ...(tierBonuses ? [{ kind: 'tier_bonuses' as const, code: '', doc: tierBonuses }] : []),
    ...(file.campaigns ?? []).map((campaign, index) => ({
      kind: 'campaign' as const,
      code: campaign.id,
      doc: readCampaign(campaign, { currency, zone }, `$.campaigns[${index}]`),
    })),
  ];
}

/** Promoters in an order in which inviters come before those whom they invited; a circle is refused. */
async function addPromoters(
  lines: Timelines,
  merchantId: string,
  file: ScenarioFile,
  { zone }: Reading,
  ids: Map<string, string>,
  start: Instant,
): Promise<void> {
  const waiting = (file.promoters ?? []).map((promoter, index) => ({ promoter, index }));
  while (waiting.length > 0) {
    const place = waiting.findIndex(({ promoter }) => !promoter.inviter || ids.has(promoter.inviter));
    if (place < 0)
      throw invalid(`$.promoters[${waiting[0]?.index}].inviter`, 'an unknown inviter, or a circle of inviters');
    const [{ promoter, index } = waiting[0] as never] = waiting.splice(place, 1);
    const result = await lines.db.write(async (tx) => {
      const customer = promoter.customer
        ? { outsideId: promoter.customer, phone: null, name: null, email: null, address: null }
        : null;
      const [customerId] = await findCustomers(tx, merchantId, [customer], start);
      return inHand(tx, lines, merchantId, (_tx, hand, now) =>
        addPromoter(
          tx,
          hand,
          {
            code: promoter.id,
            name: promoter.name ?? promoter.id,
            phone: null,
            avatar: null,
            memberId: null,
            customerId: customerId ?? null,
            status: promoter.status ?? 'active',
            joinedAt: promoter.joined ? readInstant(promoter.joined, zone) : null,
            inviterId: promoter.inviter ? (ids.get(promoter.inviter) ?? null) : null,
            programme: promoter.programme ?? null,
            group: promoter.group ?? null,
          },
          now,
        ),
      );
    });
    if (isRefusal(result)) throw invalid(`$.promoters[${index}]`, result.refused);
    ids.set(promoter.id, (result.result as { id: string }).id);
  }
}

function couponRows(merchantId: string, file: ScenarioFile, ids: ReadonlyMap<string, string>, start: Instant) {
  return (file.coupons ?? []).map(({ code, owner }, index) => {
    const ownerId = owner ? ids.get(owner) : null;
    if (ownerId === undefined) throw invalid(`$.coupons[${index}].owner`, `no promoter ${owner}`);
    return {
      merchantId,
      foldedCode: foldCoupon(code),
      code,
      ownerId,
      discount: null,
      fromAt: null,
      toAt: null,
      useLimit: null,
      uses: 0,
      isActive: true,
      createdAt: start,
    };
  });
}
