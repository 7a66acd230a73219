/** What a check of a rule book can find. Errors cannot be right and are refused on saving; warnings may surprise. */
export const FINDINGS = {
  'no-default-programme': 'error',
  'several-default-programmes': 'error',
  'default-programme-inactive': 'error',
  'recurring-count-not-positive': 'error',
  'too-many-network-levels': 'error',
  'individual-without-promoters': 'error',
  'group-rule-without-groups': 'error',
  'promoters-not-taken': 'error',
  'groups-not-taken': 'error',
  'scope-not-taken': 'error',
  'condition-not-taken': 'error',
  'window-empty': 'error',
  'amount-range-empty': 'error',
  'unknown-group': 'error',
  'unknown-campaign': 'error',
  'unknown-programme': 'error',
  'unknown-promoter': 'error',
  'group-twice': 'error',
  'bonus-not-positive': 'error',
  'ladder-programme-twice': 'error',
  'ladder-programme-inactive': 'error',
  'ladder-thresholds-not-rising': 'error',
  'ladder-empty': 'error',
  'reset-not-valid': 'error',
  'reset-level-unknown': 'error',
  'bonus-step-not-valid': 'error',
  'unknown-sku': 'warning',
  'window-in-past': 'warning',
  'rule-unreachable': 'warning',
  'rules-overlap': 'warning',
  'total-above-cap': 'warning',
  'total-above-whole': 'warning',
} as const satisfies Record<string, 'error' | 'warning'>;
export type FindingCode = keyof typeof FINDINGS;

/** What the codes in `about` are codes of. */
export type FindingSubject = 'rule' | 'programme' | 'campaign' | 'group' | 'ladder' | 'tier_bonus' | 'settings';

/** One thing that was found, with the rules (or other codes of the book) that it is about, the one to change first. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly code: FindingCode;
  readonly subject: FindingSubject;
  readonly about: readonly string[];
  /** Plain values for the message, by name. */
  readonly facts: Readonly<Record<string, string | number>>;
}

export function finding(
  code: FindingCode,
  subject: FindingSubject,
  about: readonly string[],
  facts: Finding['facts'] = {},
): Finding {
  return { severity: FINDINGS[code], code, subject, about, facts };
}
