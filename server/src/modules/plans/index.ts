export { type BookFrame, foundPlans } from './commands/found-plans';
export { type PlanSaving, savePlans } from './commands/save-plans';
export { bookAfter, freshErrors } from './domain/book-after';
export { type BookNames, bookNames } from './domain/book-names';
export {
  type CampaignForm,
  campaignForm,
  type NamedCampaign,
  nameOfCampaign,
  readCampaign,
} from './domain/campaign-form';
export { pointerInLadder, pointerInTierBonuses } from './domain/climbing-pointer';
export { defaultPlans, FIRST_PROGRAMME } from './domain/default-plans';
export { countsOrders, figureForm } from './domain/figure-form';
export { pointerInCampaign, pointerInRule } from './domain/finding-pointer';
export { findingSentence } from './domain/finding-words';
export {
  type GroupsForm,
  groupingForm,
  groupName,
  type NamedGroup,
  type NamedGrouping,
  readGrouping,
} from './domain/grouping-form';
export { isInApproval, rulesOfGroup, type StandingRule } from './domain/groups-named';
export { readInstantOrDay, type ZonedReading } from './domain/instant-form';
export { type LadderForm, ladderForm, readLadder } from './domain/ladder-form';
export { countsDownline, type LadderWarning, ladderWarnings } from './domain/ladder-warnings';
export {
  type ApplicationPolicy,
  DEFAULT_MERCHANT_SETTINGS,
  type MerchantSettings,
  merchantSettings,
  type PayoutPolicy,
} from './domain/merchant-settings';
export { nextCode } from './domain/next-code';
export {
  type NamedProgramme,
  type ProgrammeForm,
  programmeForm,
  programmeName,
  readProgramme,
} from './domain/programme-form';
export { type FormReading, type RateForm, rateForm, readAmount, readRate } from './domain/rate-form';
export { type NamedRule, type RuleForm, type RuleReading, readRule, ruleForm, ruleName } from './domain/rule-form';
export { readSettings, settingsForm } from './domain/settings-form';
export { type SettingsWarning, settingsWarnings } from './domain/settings-warnings';
export { readTierBonuses, type TierBonusesForm, tierBonusesForm } from './domain/tier-bonuses-form';
export { currentBook, type InForceBook } from './queries/current-book';
export { type LoadedBook, loadBook } from './queries/load-book';
export { planVersions } from './queries/plan-versions';
export { zoneOfMerchant } from './queries/zone-of-merchant';
export type { PlanEntryRow, PlanKind } from './store/plan-entry.row';
