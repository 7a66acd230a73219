export { along } from './along';
export * as column from './columns';
export type { Database, Snapshot } from './database';
export { lockRows } from './lock-rows';
export { type DatabaseAddress, openDatabase } from './open';
export { type ListColumn, readLists } from './read-lists';
export {
  accumulate,
  type Dialect,
  find,
  findAmong,
  findOne,
  insert,
  keep,
  marks,
  type Reader,
  type Tx,
  together,
  update,
} from './sql';
export { openSqlite } from './sqlite';
export { fromStore, type RowOf, type SqlValue, select, type Table, table, tables } from './table';
