export { type BookFrame, foundPlans } from './commands/found-plans';
export { type PlanSaving, savePlans } from './commands/save-plans';
export { bookAfter, freshErrors } from './domain/book-after';
export { type BookNames, bookNames } from './domain/book-names';
export { defaultPlans, FIRST_PROGRAMME } from './domain/default-plans';
export { countsOrders, figureForm } from './domain/figure-form';
export {
  type GroupsForm,
  groupingForm,
  groupName,
  type NamedGroup,
  type NamedGrouping,
  readGrouping,
} from './domain/grouping-form';
export { countsDownline, type LadderWarning, ladderWarnings } from './domain/ladder-warnings';
export { type LadderForm, ladderForm, readLadder } from './domain/ladder-form';
export {
  type ApplicationPolicy,
  DEFAULT_MERCHANT_SETTINGS,
  type MerchantSettings,
  merchantSettings,
  type PayoutPolicy,
} from './domain/merchant-settings';
export {
  type NamedProgramme,
  type ProgrammeForm,
  programmeForm,
  programmeName,
  readProgramme,
} from './domain/programme-form';
export { type FormReading, type RateForm, rateForm, readAmount, readRate } from './domain/rate-form';
export { readSettings, settingsForm } from './domain/settings-form';
export { type SettingsWarning, settingsWarnings } from './domain/settings-warnings';
export { readTierBonuses, type TierBonusesForm, tierBonusesForm } from './domain/tier-bonuses-form';
export { currentBook, type InForceBook } from './queries/current-book';
export { type LoadedBook, loadBook } from './queries/load-book';
export { planVersions } from './queries/plan-versions';
export { zoneOfMerchant } from './queries/zone-of-merchant';
export type { PlanEntryRow, PlanKind } from './store/plan-entry.row';
