/** The door of promoters: everything that other rooms may use. */
export { freeCode } from './commands/free-code';
export { type AgreementDraft, publishAgreement } from './commands/publish-agreement';
export { type NoteDraft, writeNote } from './commands/write-note';
export { isSamePhone, maskPhone, phoneDigits, phoneSpellings } from './domain/phone';
export { type StandingAt, standingAt } from './domain/standing-at';
export { AgreementsController, agreementOwner } from './http/agreements';
export { STANDING_MOVES, type StandingDeed } from './policy';
export { type AgreementOwner, type PresentAgreement, presentAgreements } from './queries/agreements';
export { applicationsOf, consentsOf, latestApplication, latestApplications } from './queries/applications';
export { countByProgramme, countByStatus, countPartners } from './queries/count-promoters';
export { changesOf, promotersByCode, promotersByCustomer, promotersById } from './queries/find-promoters';
export { listPromoters, type PromoterFilter, partnersOf, promoterOfMember } from './queries/list-promoters';
export { AGREEMENT_KINDS, type AgreementKind, type AgreementRow, agreementTable } from './store/agreement.row';
export { type ApplicationRow, applicationTable } from './store/application.row';
export { type ConsentRow, consentTable } from './store/consent.row';
export { type PromoterNoteRow, promoterNoteTable } from './store/note.row';
export { PROMOTER_STATUSES, type PromoterRow, type PromoterStatus, promoterTable } from './store/promoter.row';
export { type Aspect, type PromoterChangeRow, promoterChangeTable } from './store/promoter-change.row';
