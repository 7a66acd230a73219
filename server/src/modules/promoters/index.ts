export { type StandingAt, standingAt } from './domain/standing-at';
export { countByProgramme, countByStatus, countPartners } from './queries/count-promoters';
export { changesOf, promotersByCode, promotersByCustomer, promotersById } from './queries/find-promoters';
export { AGREEMENT_KINDS, type AgreementKind, type AgreementRow, agreementTable } from './store/agreement.row';
export { type ApplicationRow, applicationTable } from './store/application.row';
export { type ConsentRow, consentTable } from './store/consent.row';
export { type PromoterNoteRow, promoterNoteTable } from './store/note.row';
export { PROMOTER_STATUSES, type PromoterRow, type PromoterStatus, promoterTable } from './store/promoter.row';
export { type Aspect, type PromoterChangeRow, promoterChangeTable } from './store/promoter-change.row';
