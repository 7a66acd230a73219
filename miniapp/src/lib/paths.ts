/** Every page of the mini-program by its name. The app's config and the navigation both read this table; nowhere else is a path written. */
export const TAB_PATHS = {
  home: 'pages/home/index',
  products: 'pages/products/index',
  earnings: 'pages/earnings/index',
  me: 'pages/me/index',
} as const;

export const SUBPACKAGES = {
  shop: {
    product: 'product/index',
    checkout: 'checkout/index',
    orders: 'orders/index',
    order: 'order/index',
    search: 'search/index',
    campaigns: 'campaigns/index',
    campaign: 'campaign/index',
  },
  promoter: {
    join: 'join/index',
    application: 'application/index',
    welcome: 'welcome/index',
    poster: 'poster/index',
    commission: 'commission/index',
    partners: 'partners/index',
    performance: 'performance/index',
    levels: 'levels/index',
    plan: 'plan/index',
  },
  account: {
    withdraw: 'withdraw/index',
    payouts: 'payouts/index',
    payout: 'payout/index',
    messages: 'messages/index',
    settings: 'settings/index',
    agreement: 'agreement/index',
    agreements: 'agreements/index',
    feedback: 'feedback/index',
  },
} as const;

/** What a page needs to know of where it comes from. Values travel in the address, so they are strings. */
export interface PageParams {
  home: object;
  products: object;
  earnings: object;
  me: object;
  product: { sku: string; s?: string; campaign?: string };
  checkout: { sku: string; quantity?: string };
  orders: { state?: string };
  order: { id: string };
  search: object;
  campaigns: object;
  campaign: { id: string; s?: string };
  join: { s?: string };
  application: object;
  welcome: object;
  poster: { product: string; campaign?: string; words?: string };
  commission: { id: string };
  partners: object;
  performance: object;
  levels: object;
  plan: object;
  withdraw: object;
  payouts: object;
  payout: { id: string };
  messages: object;
  settings: object;
  agreement: { kind: 'promoter_terms' | 'privacy' };
  agreements: object;
  feedback: { about?: string };
}

export type PageName = keyof PageParams;

const PATHS: Record<string, string> = { ...TAB_PATHS };
for (const [root, pages] of Object.entries(SUBPACKAGES)) {
  for (const [name, path] of Object.entries(pages)) PATHS[name] = `subpackages/${root}/${path}`;
}

export function isTab(page: PageName): page is keyof typeof TAB_PATHS {
  return page in TAB_PATHS;
}

/** The address of a page, with a leading slash, as WeChat's navigation and share cards take it. */
export function addressOf<P extends PageName>(page: P, params: PageParams[P]): string {
  const pairs = Object.entries(params as Record<string, string | undefined>).filter(
    ([, value]) => value !== undefined && value !== '',
  );
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&');
  return `/${PATHS[page]}${query ? `?${query}` : ''}`;
}
