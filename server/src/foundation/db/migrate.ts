import { Table as OrmTable, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import type { Column } from './columns';
import { columnType } from './entities';
import { writeStatistics } from './planner-statistics';
import type { ColumnSnapshot, TableSnapshot } from './schema-snapshot';
import type { Dialect } from './sql';

function dialectOf(runner: QueryRunner): Dialect {
  return runner.connection.options.type === 'better-sqlite3' ? 'sqlite' : 'mysql';
}

/** Creates frozen tables, for migrations. The same snapshot makes the same schema on every database. */
export async function createTables(runner: QueryRunner, tables: readonly TableSnapshot[]): Promise<void> {
  for (const table of tables) {
    const dialect = dialectOf(runner);
    await runner.createTable(
      new OrmTable({
        name: table.name,
        withoutRowid: dialect === 'sqlite',
        columns: table.columns.map((column) => ormColumn(column, table.primary, dialect)),
        indices: table.indexes.map((index) => ({
          name: index.name,
          columnNames: [...index.columns],
          isUnique: index.unique,
        })),
        ...(dialect === 'mysql' ? { engine: 'InnoDB' } : {}),
      }),
    );
  }
  if (dialectOf(runner) === 'sqlite') await writeStatistics(runner, tables);
}

/** Adds a column to a frozen table, for migrations. */
export async function addColumn(runner: QueryRunner, table: string, column: ColumnSnapshot): Promise<void> {
  await runner.addColumn(table, new TableColumn(ormColumn(column, [], dialectOf(runner))));
}

/** Adds an index, for migrations. */
export async function addIndex(
  runner: QueryRunner,
  table: string,
  index: TableSnapshot['indexes'][number],
): Promise<void> {
  await runner.createIndex(
    table,
    new TableIndex({ name: index.name, columnNames: [...index.columns], isUnique: index.unique }),
  );
}

function ormColumn(column: ColumnSnapshot, primary: readonly string[], dialect: Dialect) {
  return {
    ...columnType(column as Column, dialect),
    name: column.name,
    isNullable: column.nullable,
    isPrimary: primary.includes(column.name),
  };
}
