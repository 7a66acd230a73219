import type { Campaign, Finding, FindingCode, Rule } from '@fenrun/engine';

type Place<T> = (thing: T, facts: Finding['facts']) => string;

const at = (list: readonly string[] | undefined, value: unknown): string => {
  const index = (list ?? []).indexOf(String(value));
  return index < 0 ? '' : `/${index}`;
};

/** Where in the form of a rule the cause of a finding stands. */
const IN_RULE: Readonly<Partial<Record<FindingCode, Place<Rule>>>> = {
  'individual-without-promoters': () => '/promoters',
  'promoters-not-taken': () => '/promoters',
  'unknown-promoter': (rule, { promoter }) => `/promoters${at(rule.promoters, promoter)}`,
  'group-rule-without-groups': () => '/groups',
  'groups-not-taken': () => '/groups',
  'unknown-group': (rule, { group }) => `/groups${at(rule.groups, group)}`,
  'scope-not-taken': () => '/scope',
  'condition-not-taken': (_, { condition }) => `/when/${condition}`,
  'amount-range-empty': () => '/when/amount/to',
  'unknown-campaign': () => '/when/campaign',
  'unknown-sku': (rule, { sku }) => `/when/skus${at(rule.when.skus, sku)}`,
  'window-empty': () => '/to',
  'window-in-past': () => '/to',
  'total-above-cap': () => '/rate',
  'total-above-whole': () => '/rate',
};

const IN_CAMPAIGN: Readonly<Partial<Record<FindingCode, Place<Campaign>>>> = {
  'window-empty': () => '/to',
  'bonus-not-positive': () => '/bonus/amount',
  'unknown-sku': (campaign, { sku }) => `/skus${at(campaign.skus, sku)}`,
};

/** A JSON pointer into the form of a rule, without anything before it; empty where it is about the whole. */
export function pointerInRule(rule: Rule, { code, facts }: Finding): string {
  return IN_RULE[code]?.(rule, facts) ?? '';
}

/** The same for a campaign. */
export function pointerInCampaign(campaign: Campaign, { code, facts }: Finding): string {
  return IN_CAMPAIGN[code]?.(campaign, facts) ?? '';
}
