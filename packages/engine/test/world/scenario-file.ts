import type { ApprovalOutcome, Settings } from '../../src/index';

/** The parts of a scenario file that the world reads, as they stand in JSON (scenarios/README.md). */
export interface RateJson {
  percent?: string;
  fixed?: string;
  per?: 'order' | 'unit';
}

export interface RangeJson {
  from?: string | number | null;
  to?: string | number | null;
}

export interface RuleJson {
  id: string;
  layer: 'sales_match' | 'individual' | 'group';
  priority?: number;
  from?: string | null;
  to?: string | null;
  scope?: 'order' | 'matched_lines' | null;
  promoters?: string[];
  groups?: string[];
  when?: {
    coupons?: string[];
    skus?: string[];
    categories?: string[];
    country?: string[];
    customer?: 'new' | 'returning' | null;
    amount?: RangeJson | null;
    campaign?: string | null;
    orderType?: 'one_time' | 'recurring' | 'manual' | null;
    subId?: string | null;
  };
  rate: RateJson;
}

export interface EventJson {
  at: string;
  do: string;
  repeat?: number;
  fails?: string;
  id?: string;
  order?: string;
  customer?: string | null;
  promoter?: string | null;
  kind?: string;
  type?: 'one_time' | 'recurring' | 'manual';
  subscription?: string;
  sequence?: number;
  commission?: string | null;
  country?: string | null;
  coupons?: string[];
  discount?: string;
  shipping?: string;
  campaign?: string | null;
  subId?: string | null;
  paidAt?: string;
  lines?: { sku: string; quantity?: number; price?: string; discount?: string; tax?: string }[];
  amounts?: { sku: string; amount: string }[];
  amount?: string;
  reason?: string;
  group?: string | null;
  programme?: string;
  status?: string;
  rule?: RuleJson;
  result?: string;
}

export interface ExpectedCommission {
  order: string;
  promoter: string;
  kind?: string;
  amount?: string;
  net?: string;
  status?: string;
  lines?: { sku: string; base?: string; rule?: string | null; layer?: string | null; amount?: string }[];
}

export interface ExpectJson {
  commissions?: ExpectedCommission[];
  balances?: Record<string, Record<string, string>>;
  promoters?: Record<string, Record<string, unknown>>;
  metrics?: Record<string, Record<string, string | number>>;
  attribution?: Record<string, { promoter: string | null; by: string }>;
  losers?: Record<string, Record<string, string>>;
}

export interface SettingsJson {
  hold?: Settings['hold'];
  autoCompleteDays?: number;
  approval?: {
    default?: 'auto' | 'manual';
    rules?: {
      when?: {
        amount?: RangeJson;
        promoterAgeDays?: RangeJson;
        riskScore?: RangeJson;
        orderType?: 'one_time' | 'recurring' | 'manual' | null;
        groups?: string[];
      };
      outcome: ApprovalOutcome;
    }[];
  };
  groupVsTier?: Settings['groupVsTier'];
  maxCommissionPercent?: string;
  demoteOnRefund?: boolean;
  base?: Partial<Settings['base']>;
  excludedSkus?: string[];
  network?: { basis?: 'sale' | 'commission'; levels?: string[] };
  selfPurchase?: {
    mode?: 'block' | 'normal' | 'rebate';
    rates?: {
      default?: RateJson | null;
      skus?: Record<string, RateJson>;
      categories?: Record<string, RateJson>;
      campaigns?: Record<string, RateJson>;
    };
    payNetwork?: boolean;
    countInMetrics?: boolean;
  };
  attribution?: Partial<Settings['attribution']>;
  payout?: { minimum?: string };
}

export interface ScenarioJson {
  title: string;
  merchant?: { currency?: string; timezone?: string; region?: string; settings?: SettingsJson };
  products?: { sku: string; category?: string }[];
  programmes?: {
    id: string;
    default?: boolean;
    active?: boolean;
    rate?: RateJson | null;
    skus?: Record<string, RateJson>;
    categories?: Record<string, RateJson>;
    recurring?: { mode: 'forever' | 'first_only' | 'first_n'; n?: number };
  }[];
  ladder?: {
    metric: string;
    levels: { programme: string; threshold: string | number }[];
    reset?: { everyMonths: number; day: number; from: string; to: 'previous' | { level: number } } | null;
  } | null;
  groups?: {
    id: string;
    auto?: {
      join?: 'all' | 'any';
      compare?: 'gte' | 'gt';
      criteria: { orders?: number; revenue?: string; customers?: number };
    } | null;
  }[];
  tierBonuses?: {
    metric: 'sales' | 'conversions';
    threshold: string | number;
    window: 'last_month' | 'trailing_30_days' | 'since_joining';
    rate: RateJson;
    days?: number | null;
  }[];
  campaigns?: {
    id: string;
    from?: string | null;
    to?: string | null;
    skus?: string[];
    categories?: string[];
    bonus?: { fixed: string; per?: 'order'; every?: number } | null;
  }[];
  rules?: RuleJson[];
  coupons?: { code: string; owner?: string | null }[];
  promoters?: {
    id: string;
    joined?: string | null;
    inviter?: string | null;
    group?: string | null;
    programme?: string | null;
    customer?: string | null;
    status?: string;
  }[];
  events: EventJson[];
  expect: ExpectJson;
}
