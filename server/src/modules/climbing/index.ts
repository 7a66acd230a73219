export { METRIC_COUNTER } from './domain/metric-counter';
export { isSameRate } from './domain/same-rate';
export { type CountedSum, countedBetween } from './queries/counted-between';
export { membersOfGroups } from './queries/group-members';
export type { LadderCount } from './queries/ladder-figure';
export {
  type Climbs,
  climbsSince,
  nearestRises,
  type People,
  peopleByGroup,
  peopleByProgramme,
  peopleOf,
  type Rise,
} from './queries/ladder-people';
export { type ResetLine, type ResetPageAsk, type ResetPlace, resetPage } from './queries/reset-page';
export { type RunningBonus, runningBonuses } from './queries/running-bonuses';
export { type Standing, standings } from './queries/standings';
export { type BonusRunRow, bonusRunTable } from './store/bonus-run.row';
export { type CampaignCountRow, campaignCountTable } from './store/campaign-count.row';
export { type CountedSaleRow, countedSaleTable } from './store/counted-sale.row';
export { type CounterRow, counterTable } from './store/counter.row';
export { type CustomerCountRow, customerCountTable } from './store/customer-count.row';
export { type ResetRow, resetTable } from './store/reset.row';
