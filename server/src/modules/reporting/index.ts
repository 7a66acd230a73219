/** The door of reporting. */
export { CommissionsCsvController } from './http/commissions-csv';
export { MemberReportsController } from './http/member-reports';
export { ReportsController } from './http/reports';
export { type CommissionExport, type ExportPiece, exportCommissions } from './queries/export-commissions';
