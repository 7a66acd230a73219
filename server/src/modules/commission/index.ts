/** The door of commission: everything that other rooms may use. */
export { type PaidSale, type RefundedValue, refundedValue } from './domain/refunded-value';
export { attributionText } from './http/attribution-text';
export { maskedName, paidTotal } from './http/commission-detail-view';
export { imageOf, instantText, lineViews, piecesOf, titleOf } from './http/commission-row-view';
export { nothingText } from './http/commission-words';
export { CommissionsController, frameOf } from './http/commissions';
export { OwnCommissionsController } from './http/own-commissions';
export { campaignName, type Reading, readingOf, sentenceContext, sentencesOf } from './http/reading';
export { showCommission } from './http/show-commission';
export { type Explained, explainedBy, traceView } from './http/trace-view';
export { whyText } from './http/why-text';
export { attributionEvidence, type Evidence } from './queries/attribution-evidence';
export { type CommissionCondition, type CommissionFilter, commissionCondition } from './queries/commission-filter';
export { type CommissionTotals, commissionTotals, type StatusTotal } from './queries/commission-totals';
export {
  type CustomerFigures,
  type CustomerFilter,
  categoriesBought,
  customerFigures,
  listCustomers,
} from './queries/customer-figures';
export {
  type GatheredSales,
  gatherCommissions,
  gatherSales,
  type SettledSale,
  type WholeCommission,
} from './queries/gather-commissions';
export {
  type CommissionPage,
  type CommissionPlace,
  type CommissionSort,
  commissionById,
  commissionSlice,
  commissionsById,
  commissionsOfSales,
  listCommissions,
} from './queries/list-commissions';
export { listOrders, type OrderPlace, type OrderTotals, orderTotals, saleByOutsideId } from './queries/list-orders';
export {
  type CompletionStretch,
  type OrderCondition,
  type OrderFilter,
  type OrderFrame,
  orderCondition,
} from './queries/order-filter';
export { type Renewal, renewalsOf } from './queries/renewals';
export { type AdjustmentRow, adjustmentTable } from './store/adjustment.row';
export { type AssignmentRow, assignmentTable } from './store/assignment.row';
export { type CommissionRow, commissionTable } from './store/commission.row';
export { type CommissionLineRow, commissionLineTable } from './store/commission-line.row';
export { type SettlementRecalculation, type SettlementRow, settlementTable } from './store/settlement.row';
export { type TimelineRow, timelineTable } from './store/timeline.row';
