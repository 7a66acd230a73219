import {
  DEFAULT_PRIORITY,
  DEFAULT_SETTINGS,
  type Rule,
  type RuleBook,
  type RuleConditions,
  type Sale,
  type SaleFacts,
  type SaleLine,
} from '@fenrun/engine';
import { BEGINNING, minor, type Percent, percent, type Rate } from '@fenrun/kernel';
import { dice, type Roll } from './random';

const PAID_FROM = Date.UTC(2026, 0, 1);
const YEAR_MS = 365 * 86_400_000;
const GROUPS = 10;
const CATEGORIES = 40;

/** How large a shop is. It grows with the rule book, so that an order meets about as many rules that match in a small book as in a large one. */
interface Shop {
  readonly promoters: number;
  readonly skus: number;
  readonly codes: number;
}

function shopOf(rules: number): Shop {
  return { promoters: Math.ceil(rules / 5), skus: Math.ceil(rules / 5), codes: Math.ceil(rules / 3) };
}

const percentRate = (text: string): Rate => ({ kind: 'percent', percent: percent(text) });

type Draw = (roll: Roll, shop: Shop) => Partial<Rule>;

const sales =
  (when: (roll: Roll, shop: Shop) => RuleConditions): Draw =>
  (roll, shop) => ({ layer: 'sales_match', when: when(roll, shop) });

const sku: (roll: Roll, shop: Shop) => string = (roll, { skus }) => `SKU${roll(skus)}`;
const promoter: (roll: Roll, shop: Shop) => string = (roll, { promoters }) => `P${roll(promoters)}`;
const coupon: (roll: Roll, shop: Shop) => string = (roll, { codes }) => `COUPON${roll(codes)}`;
const category = (roll: Roll): string => `category${roll(CATEGORIES)}`;
const group = (roll: Roll): string => `G${roll(GROUPS)}`;

/** The kinds of rules that merchants write, in equal parts. */
const KINDS: readonly Draw[] = [
  sales((roll, shop) => ({ coupons: [coupon(roll, shop)] })),
  sales((roll, shop) => ({ skus: [sku(roll, shop)], customer: 'new' })),
  sales((roll, shop) => ({ coupons: [coupon(roll, shop)], categories: [category(roll)] })),
  sales((roll, { codes }) => ({ subId: `channel${roll(codes)}`, amount: { from: minor(10_000), to: null } })),
  (roll, shop) => ({ layer: 'individual', promoters: [promoter(roll, shop)] }),
  (roll, shop) => ({ layer: 'individual', promoters: [promoter(roll, shop)], when: { skus: [sku(roll, shop)] } }),
  (roll, shop) => ({ layer: 'individual', promoters: [promoter(roll, shop)], when: { categories: [category(roll)] } }),
  (roll, shop) => ({ layer: 'group', groups: [group(roll)], when: { skus: [sku(roll, shop)] } }),
  (roll, shop) => ({
    layer: 'group',
    groups: [group(roll), group(roll)],
    when: { skus: [sku(roll, shop), sku(roll, shop)] },
  }),
  sales((roll, shop) => ({ skus: [sku(roll, shop)], country: ['CN'] })),
];

function drawRule(roll: Roll, shop: Shop, index: number): Rule {
  const drawn = (KINDS[index % KINDS.length] as Draw)(roll, shop);
  const hasWindow = roll(3) === 0;
  const from = PAID_FROM + roll(YEAR_MS / 2);
  return {
    layer: 'sales_match',
    priority: roll(4) === 0 ? roll(200) : DEFAULT_PRIORITY,
    window: hasWindow ? { from, to: from + YEAR_MS / 4 } : { from: null, to: null },
    scope: null,
    promoters: [],
    groups: [],
    when: {},
    rate:
      roll(8) === 0
        ? { kind: 'fixed', amount: minor(200), per: 'order' }
        : { kind: 'percent', percent: (roll(150_000) + 10_000) as Percent },
    ...drawn,
  };
}

/** A rule book with so many rules, in all written layers, beside programmes with special rates, a campaign, a network and tier bonuses. */
export function drawBook(rules: number): RuleBook {
  const roll = dice(rules);
  const first = <T>(value: T) => [{ savedAs: 1, holdsFrom: BEGINNING, value }];
  const settings = { ...DEFAULT_SETTINGS, network: { basis: 'sale', levels: [percent('5')] } } as const;
  return {
    version: 1,
    currency: 'CNY',
    region: 'CN',
    settings: first(settings),
    programmes: [0, 1, 2].map((index) => ({
      code: `PRO${index}`,
      versions: first({
        isDefault: index === 0,
        isActive: true,
        rate: percentRate(String(4 + index)),
        skus: { SKU1: percentRate('9') },
        categories: { category1: percentRate('6') },
        recurring: { mode: 'forever' },
      }),
    })),
    rules: Array.from({ length: rules }, (_, index) => ({
      code: `R${index}`,
      versions: first(drawRule(roll, shopOf(rules), index)),
    })),
    campaigns: [
      {
        code: 'FESTIVAL',
        versions: first({
          window: { from: PAID_FROM, to: PAID_FROM + YEAR_MS },
          skus: ['SKU1', 'SKU2'],
          categories: [],
          bonus: { kind: 'per_order', amount: minor(100) },
        }),
      },
    ],
    grouping: first({ isOn: true, groups: [] }),
    ladder: [],
    tierBonuses: [],
  };
}

/** Two-line orders of that shop: a quarter with a coupon, one in ten of a campaign, one in twenty with a running bonus. */
export function drawSales(book: RuleBook, count: number): { sale: Sale; facts: SaleFacts }[] {
  const roll = dice(7);
  const shop = shopOf(book.rules.length);
  const line = (): SaleLine => ({
    sku: sku(roll, shop),
    category: category(roll),
    quantity: 1 + roll(3),
    price: minor(990 + roll(30_000)),
    discount: minor(roll(5) === 0 ? 100 : 0),
    tax: minor(0),
  });
  return Array.from({ length: count }, () => ({
    sale: {
      type: 'one_time',
      sequence: null,
      paidAt: PAID_FROM + roll(YEAR_MS),
      lines: [line(), line()],
      discount: minor(roll(3) === 0 ? 500 : 0),
      shipping: minor(1_200),
      coupons: roll(4) === 0 ? [coupon(roll, shop).toLowerCase()] : [],
      country: 'CN',
      subId: roll(5) === 0 ? `channel${roll(shop.codes)}` : null,
      campaign: roll(10) === 0 ? 'FESTIVAL' : null,
      newness: roll(2) === 0 ? 'new' : 'returning',
      manualAmount: null,
    },
    facts: {
      by: 'touch',
      promoter: {
        id: promoter(roll, shop),
        isActive: true,
        programme: book.programmes[roll(3)]?.code ?? 'PRO0',
        group: group(roll),
        bonuses: roll(20) === 0 ? [{ step: 1, threshold: 100_000, rate: percentRate('6') }] : [],
      },
      buyerIsPromoter: false,
      chain: [{ id: promoter(roll, shop), isActive: true }],
    },
  }));
}
