export * as field from './common/fields';
export { type FieldProblem, fieldProblem, type Problem, problem } from './common/problem';
export type { RouteSchemas } from './common/schema-map';
export * from './error-codes';
export * from './field-errors';
export { type Mapping, mapping as mappingSchema } from './imports/schemas';
export * from './labels';
export { rate as rateSchema, type Settings, settings as settingsSchema } from './plans/settings';
export { type PushEvent, type PushMessage, pushMessage } from './push/schemas';
export * from './routes';
export {
  EVENTS_AT_MOST,
  LINES_AT_MOST,
  manualSale,
  type RefundData,
  type SaleData,
  type SaleEvent,
  saleEvent,
} from './sales/sale-event';
export { type Ask, type In, type Out, type RouteId, type Schemas, schemas } from './schemas';
