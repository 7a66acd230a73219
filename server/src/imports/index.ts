/** The door of imports: files of orders and promoters. */
export { importOrders, type OrderImport } from './commands/import-orders';
export { importPromoters, type PromoterImport, type PromoterReport } from './commands/import-promoters';
export { problemText } from './domain/problem-text';
export { promoterProblemText } from './domain/promoter-problem-text';
export type { ImportProgress, OrderReport } from './domain/report';
