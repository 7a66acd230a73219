export { type CsvPart, readCsv } from './read-csv';
export { type CsvRow, type RowSplitter, rowSplitter } from './split-rows';
export { CSV_BOM, csvCell, csvLine } from './write-csv';
