import type { QueryRunner } from 'typeorm';
import type { ColumnKind } from './columns';
import type { TableSnapshot } from './schema-snapshot';

/** The size that the planner is to think of. */
const ROWS = 1_000_000;

/** How many merchants share a table: a tenth of the rows is one's own. */
const MERCHANTS = 10;

/** Of how many parts one is meant by a value of a column. */
const PARTS: Readonly<Record<ColumnKind, number>> = {
  id: 10_000,
  outside: 10_000,
  text: 10_000,
  long: 10_000,
  json: 10_000,
  money: 100,
  count: 100,
  instant: 100,
  day: 100,
  flag: 2,
  rate: 100,
};

/** Texts that are words of ours (statuses, kinds) have few values. */
const WORD_LENGTH = 24;
const WORDS = 5;

/**
 * Tells SQLite how selective indexes are. Without a word it takes the first column of a key for a good one, so it would read
 * everything of a merchant for nearly every lookup, because `merchant_id` leads every key. The figures are the same on every
 * installation and are never measured again: plans do not change with the data.
 */
export async function writeStatistics(
  runner: QueryRunner,
  tables: readonly Pick<TableSnapshot, 'name' | 'columns' | 'primary' | 'indexes'>[],
): Promise<void> {
  // Makes the table of statistics where there is none; what it measures is replaced.
  await runner.query('ANALYZE');
  for (const table of tables) {
    await runner.query('DELETE FROM sqlite_stat1 WHERE tbl = ?', [table.name]);
    const rows: [string, string][] = [
      // A table without row ids is its primary key, and stands there under its own name.
      [table.name, statistics(table, table.primary, true)],
      ...table.indexes.map(({ name, columns, unique }): [string, string] => [name, statistics(table, columns, unique)]),
    ];
    for (const [index, stat] of rows)
      await runner.query('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)', [table.name, index, stat]);
  }
  await runner.query('ANALYZE sqlite_schema');
}

/** `1000000 100000 10 1`: all rows, then how many share the first column, the first two, and so on. */
function statistics({ columns }: Pick<TableSnapshot, 'columns'>, key: readonly string[], isUnique: boolean): string {
  let rows = ROWS;
  const shared = key.map((name, index) => {
    const column = columns.find((one) => one.name === name);
    const isLast = index === key.length - 1;
    rows = isUnique && isLast ? 1 : Math.max(Math.round(rows / partsOf(name, column)), isLast ? 1 : 2);
    return rows;
  });
  return [ROWS, ...shared].join(' ');
}

function partsOf(name: string, column: TableSnapshot['columns'][number] | undefined): number {
  if (name === 'merchant_id') return MERCHANTS;
  if (!column) return 1;
  if (column.kind === 'text' && (column.length ?? 0) <= WORD_LENGTH) return WORDS;
  return PARTS[column.kind];
}
