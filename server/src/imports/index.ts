/** The door of imports: files of orders, promoters and products. */
export { importOrders, type OrderImport } from './commands/import-orders';
export { importPromoters, type PromoterImport, type PromoterReport } from './commands/import-promoters';
export { markBrokenOff } from './commands/run-import';
export { problemText } from './domain/problem-text';
export { promoterProblemText } from './domain/promoter-problem-text';
export type { ImportProgress, OrderReport } from './domain/report';
export { ImportsController } from './http/imports';
export { IMPORTS, type ImportRunner, importRunner } from './import-runner';
