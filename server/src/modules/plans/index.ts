export { type BookFrame, foundPlans } from './commands/found-plans';
export { type PlanSaving, savePlans } from './commands/save-plans';
export { currentBook, type InForceBook } from './queries/current-book';
export { type LoadedBook, loadBook } from './queries/load-book';
export type { PlanKind } from './store/plan-entry.row';
