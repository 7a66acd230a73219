export { type StandingAt, standingAt } from './domain/standing-at';
export { changesOf, promotersByCode, promotersByCustomer, promotersById } from './queries/find-promoters';
export { PROMOTER_STATUSES, type PromoterRow, type PromoterStatus, promoterTable } from './store/promoter.row';
export { type Aspect, type PromoterChangeRow, promoterChangeTable } from './store/promoter-change.row';
