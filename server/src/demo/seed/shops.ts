import { type DemoCategory, type DemoProduct, demoCategories, demoProducts, demoShop } from '../../seeds/catalogue';
import { type DemoCampaign, type DemoCoupon, demoCampaigns, demoCoupons } from '../../seeds/offers';
import {
  otherCategories,
  otherCoupons,
  otherProducts,
  otherPromoters,
  otherShop,
  tellOtherStory,
} from '../../seeds/other';
import { type DemoGroup, type DemoPromoter, demoGroups, demoPromoters } from '../../seeds/people';
import type { Random } from '../../seeds/random';
import { type DemoRule, demoRules } from '../../seeds/rules';
import { type Story, type StorySize, tellDemoStory } from '../../seeds/story';

/** One merchant of the demo: its content, its cast and its story. */
export interface DemoShop {
  readonly slug: string;
  readonly name: string;
  readonly ownerEmail: string;
  readonly ownerName: string;
  /** Whom promoters ask; an example's number, nobody's. */
  readonly contact: string;
  readonly ownerPassword: string;
  /** The 32 bytes of the webhook's secret. */
  readonly webhookKey: string;
  readonly ratePercent: string;
  readonly categories: readonly DemoCategory[];
  readonly products: readonly DemoProduct[];
  readonly coupons: readonly DemoCoupon[];
  readonly campaigns: readonly DemoCampaign[];
  readonly groups: readonly DemoGroup[];
  readonly rules: readonly DemoRule[];
  readonly promoters: readonly DemoPromoter[];
  readonly tell: (random: Random, endAt: number, size?: StorySize) => Story;
}

/** The two merchants of the demo. Their owners and secrets are fixed by doors.md. */
export const demoShops: readonly DemoShop[] = [
  {
    slug: demoShop.slug,
    name: demoShop.name.zh,
    ownerEmail: 'owner@demo.test',
    ownerName: '李敏',
    contact: '400-000-0142（每天 9:00–21:00）',
    ownerPassword: 'demo-owner-1',
    webhookKey: 'demo-webhook-secret-demo-webhook',
    ratePercent: '8',
    categories: demoCategories,
    products: demoProducts,
    coupons: demoCoupons,
    campaigns: demoCampaigns,
    groups: demoGroups,
    rules: demoRules,
    promoters: demoPromoters,
    tell: tellDemoStory,
  },
  {
    slug: otherShop.slug,
    name: otherShop.name.zh,
    ownerEmail: 'owner@other.test',
    ownerName: '周岸',
    contact: '400-000-0157（每天 10:00–18:00）',
    ownerPassword: 'demo-other-1',
    webhookKey: 'other-webhook-secret-other-webho',
    ratePercent: '6',
    categories: otherCategories,
    products: otherProducts,
    coupons: otherCoupons,
    campaigns: [],
    groups: [],
    rules: [],
    promoters: otherPromoters,
    tell: tellOtherStory,
  },
];
