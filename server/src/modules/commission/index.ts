export { type CommissionCondition, type CommissionFilter, commissionCondition } from './queries/commission-filter';
export { type Renewal, renewalsOf } from './queries/renewals';
export { type AdjustmentRow, adjustmentTable } from './store/adjustment.row';
export { type CommissionRow, commissionTable } from './store/commission.row';
export { type CommissionLineRow, commissionLineTable } from './store/commission-line.row';
export { type SettlementRow, settlementTable } from './store/settlement.row';
export { type TimelineRow, timelineTable } from './store/timeline.row';
