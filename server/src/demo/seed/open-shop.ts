import type { AutoGroup, Grouping, Ladder, Programme, Rule, TierBonuses } from '@fenrun/engine';
import { BEGINNING, DAY_MS, type Instant, isRefusal, money, percent, type Zone, zone } from '@fenrun/kernel';
import { createMerchantWhole } from '../../flows/create-merchant';
import { insert, type Tx } from '../../foundation/db';
import type { Installation } from '../../installation';
import { couponTable } from '../../modules/attribution';
import { hashPassword } from '../../modules/identity';
import { type PlanSaving, savePlans } from '../../modules/plans';
import { addCategory, addProduct, openPictureStore } from '../../modules/storefront';
import { pictures } from '../../seeds/art/pictures';
import type { DemoCampaign } from '../../seeds/offers';
import type { DemoShop } from './shops';

/** A merchant of the demo as it stands when its story begins. */
export interface OpenedShop {
  readonly merchantId: string;
  readonly zone: Zone;
  readonly currency: string;
  /** Ids of kept pictures by their path below `art/`. */
  readonly pictures: ReadonlyMap<string, string>;
}

const FRAME = { currency: 'CNY', timezone: 'Asia/Shanghai', region: 'CN' } as const;

/** Opens a merchant of the demo: sub-account, owner, secret, catalogue, programmes, ladder, groups, campaigns, coupons. */
export async function openShop(
  { db, box, settings }: Installation,
  shop: DemoShop,
  now: Instant,
  endAt: Instant,
): Promise<OpenedShop> {
  const kept = await keepPictures(settings.dataDir, shop);
  const ownerPasswordHash = await hashPassword(shop.ownerPassword);
  const opened = await db.write(async (tx) => {
    const { slug, name, ownerEmail, ownerName, contact, ratePercent: rate } = shop;
    const webhookSecret = `whsec_${Buffer.from(shop.webhookKey).toString('base64')}`;
    const opening = {
      slug,
      name,
      ...FRAME,
      rate,
      ownerEmail,
      ownerName,
      ownerPasswordHash,
      contact,
      webhookSecret,
      isDemo: true,
    };
    const made = await createMerchantWhole(tx, opening, box, now);
    if (isRefusal(made)) return made;
    const { id } = made.merchant;
    await fillCatalogue(tx, id, shop, kept, now);
    await savePlans(tx, id, plansOf(shop, kept, endAt), null, now);
    await insert(tx, couponTable, couponRows(id, shop, endAt, now));
    return { merchantId: id };
  });
  if (isRefusal(opened)) throw new Error(`the demo shop ${shop.slug} could not be opened: ${opened.refused}`);
  return { merchantId: opened.merchantId, zone: zone(FRAME.timezone), currency: FRAME.currency, pictures: kept };
}

async function keepPictures(
  dataDir: string,
  { products, promoters, campaigns }: DemoShop,
): Promise<Map<string, string>> {
  const store = openPictureStore(dataDir);
  const kept = new Map<string, string>();
  const paths = [
    ...products.map(({ picture }) => picture),
    ...promoters.map(({ face }) => face),
    ...campaigns.map(({ picture }) => picture),
  ];
  for (const path of new Set(paths)) {
    if (!path) continue;
    const [folder, name] = path.split('/') as [keyof typeof pictures, string];
    const drawing = pictures[folder][name.replace(/\.svg$/, '')] ?? pictures[folder][name];
    if (!drawing) throw new Error(`no drawing ${path}`);
    const result = await store.keep(Buffer.from(drawing));
    if (isRefusal(result)) throw new Error(`the drawing ${path} was not kept: ${result.refused}`);
    kept.set(path, result.id);
  }
  return kept;
}

async function fillCatalogue(
  tx: Tx,
  merchantId: string,
  shop: DemoShop,
  kept: ReadonlyMap<string, string>,
  now: Instant,
): Promise<void> {
  for (const { code, name } of shop.categories) await addCategory(tx, merchantId, code, name.zh, now);
  for (const product of shop.products) {
    const picture = product.picture ? kept.get(product.picture) : undefined;
    const draft = {
      name: product.name.zh,
      subtitle: product.sellingPoint.zh,
      description: product.details.zh.join('\n\n'),
      specification: product.specification.zh,
      category: product.category,
      price: money(product.price, FRAME.currency),
      pictures: picture ? [picture] : [],
      isOnShelf: true,
    };
    const added = await addProduct(tx, { merchantId, sku: product.sku }, draft, product.stock, now);
    if (isRefusal(added)) throw new Error(`${product.sku}: ${added.refused}`);
  }
}

/** Levels of the large shop: the first is the merchant's standard programme under another name. */
const LEVELS = [
  { code: 'standard', name: '入门计划', percent: '8', from: '0' },
  { code: 'advanced', name: '进阶计划', percent: '10', from: '5000.00' },
  { code: 'senior', name: '资深计划', percent: '12', from: '30000.00' },
  { code: 'chief', name: '首席计划', percent: '14', from: '120000.00' },
] as const;

/** So long ago the shop began to pay bonuses, so that some run and others have not been reached. */
const BONUS_DAYS = 40;

/** A good month pays more than the highest level, for a month. */
const BONUSES: TierBonuses = {
  metric: 'sales',
  steps: [
    {
      threshold: money('4000.00', FRAME.currency),
      window: 'trailing_30_days',
      rate: { kind: 'percent', percent: percent('15') },
      days: 30,
    },
    {
      threshold: money('15000.00', FRAME.currency),
      window: 'last_month',
      rate: { kind: 'percent', percent: percent('16') },
      days: 30,
    },
  ],
};

/** The first day of the half-year in which an instant lies: the next reset is the first of the one after it. */
function halfYearOf(at: Instant): string {
  const { year, month } = zone(FRAME.timezone).wallAt(at);
  return `${year}-${month > 6 ? '07' : '01'}-01`;
}

function plansOf(shop: DemoShop, kept: ReadonlyMap<string, string>, endAt: Instant): PlanSaving[] {
  const always = (plan: Omit<PlanSaving, 'holdsFrom'>): PlanSaving => ({ ...plan, holdsFrom: BEGINNING });
  if (shop.groups.length === 0) return [];
  const programmes = LEVELS.map(({ code, name, percent: rate }, index) => {
    const doc: Programme & { name: string } = {
      name,
      isDefault: index === 0,
      isActive: true,
      rate: { kind: 'percent', percent: percent(rate) },
      skus: {},
      categories: {},
      recurring: { mode: 'forever' },
    };
    return always({ kind: 'programme', code, doc });
  });
  const levels = LEVELS.map(({ code, from }) => ({ programme: code, threshold: money(from, FRAME.currency) }));
  const reset = { everyMonths: 6, day: 1, from: halfYearOf(endAt), to: 'previous' as const };
  const ladder: Ladder = { isOn: true, metric: 'personal_volume', levels, reset };
  return [
    ...programmes,
    always({ kind: 'ladder', code: '', doc: ladder }),
    { kind: 'tier_bonuses', code: '', doc: BONUSES, holdsFrom: endAt - BONUS_DAYS * DAY_MS },
    groupingOf(shop),
    ...shop.campaigns.flatMap((campaign) => campaignPlans(campaign, kept, endAt)),
  ];
}

/** Who brings much to many is gold; the other groups are entered by hand. */
const GOLD: AutoGroup = {
  join: 'all',
  compare: 'gte',
  criteria: { revenue: money('30000.00', FRAME.currency), customers: 40 },
};

function groupingOf({ groups }: DemoShop): PlanSaving {
  const named = groups
    .filter(({ code }) => code !== 'default')
    .map(({ code, name }) => ({ code, auto: code === 'gold' ? GOLD : null, name: name.zh }));
  const doc: Grouping = { isOn: true, groups: named };
  return { kind: 'grouping', code: '', doc, holdsFrom: BEGINNING };
}

/** The first instant of the day that lies so many days from an instant's, in a zone. */
export function startOfDayIn(at: Zone, instant: Instant, days: number): Instant {
  return at.startOfDay(at.dayAt(at.startOfDay(at.dayAt(instant)) + days * DAY_MS + DAY_MS / 2));
}

/** A campaign, and the sales match rule that pays its rate on its categories. */
function campaignPlans(campaign: DemoCampaign, kept: ReadonlyMap<string, string>, endAt: Instant): PlanSaving[] {
  const picture = kept.get(campaign.picture);
  const at = zone(FRAME.timezone);
  const window = { from: startOfDayIn(at, endAt, campaign.fromDay), to: startOfDayIn(at, endAt, campaign.toDay) };
  const doc = {
    name: campaign.name.zh,
    text: campaign.about.zh,
    image: picture ? `/api/v1/pictures/${picture}` : null,
    window,
    skus: [],
    categories: [...campaign.categories],
    bonus: null,
  };
  const rule: Rule & { name: string } = {
    name: campaign.name.zh,
    layer: 'sales_match',
    priority: 100,
    window,
    scope: null,
    promoters: [],
    groups: [],
    when: { categories: [...campaign.categories] },
    rate: { kind: 'percent', percent: percent(campaign.ratePercent) },
  };
  return [
    { kind: 'campaign', code: campaign.code, doc, holdsFrom: BEGINNING },
    { kind: 'rule', code: `${campaign.code}-rate`, doc: rule, holdsFrom: BEGINNING },
  ];
}

function couponRows(merchantId: string, { coupons }: DemoShop, endAt: Instant, now: Instant) {
  return coupons.map(({ code, discount, windowDaysAgo }) => ({
    merchantId,
    foldedCode: code.toUpperCase().toLowerCase(),
    code,
    ownerId: null as string | null,
    discount: { amount: money(discount, FRAME.currency) },
    fromAt: windowDaysAgo ? endAt - windowDaysAgo.from * DAY_MS : null,
    toAt: windowDaysAgo ? endAt - windowDaysAgo.to * DAY_MS : null,
    useLimit: null,
    uses: 0,
    isActive: true,
    createdAt: now,
  }));
}
