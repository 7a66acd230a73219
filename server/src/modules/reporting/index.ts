/** The door of reporting. */
export { type CommissionExport, type ExportPiece, exportCommissions } from './queries/export-commissions';
