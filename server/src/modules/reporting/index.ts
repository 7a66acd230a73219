/** The door of reporting. */
export { EXPORTS, type ExportRunner, exportRunner } from './export-runner';
export { CommissionsCsvController } from './http/commissions-csv';
export { ExportsController } from './http/exports';
export { MemberReportsController } from './http/member-reports';
export { ReportsController } from './http/reports';
export { type CommissionExport, type ExportPiece, exportCommissions } from './queries/export-commissions';
