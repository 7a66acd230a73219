import type { Database, Table } from '../../src/foundation/db';

/** What two databases must agree on: columns with nullability, the primary key, and the columns of every index. */
export interface Shape {
  readonly columns: Readonly<Record<string, 'null' | 'not null'>>;
  readonly primary: readonly string[];
  /** `unique a,b` or `index a,b`, sorted. */
  readonly indexes: readonly string[];
}

const BOOKKEEPING = 'schema_migration';

/** The shape that a definition asks for. */
export function shapeOf(table: Table): Shape {
  const names = (keys: readonly string[]) => keys.map((key) => table.names[key] as string);
  const columns = Object.entries(table.columns).map(
    ([key, column]) => [table.names[key] as string, column.nullable ? 'null' : 'not null'] as const,
  );
  return {
    columns: Object.fromEntries(columns.sort()),
    primary: names(table.primary),
    indexes: [
      ...table.unique.map((keys) => `unique ${names(keys).join(',')}`),
      ...table.indexes.map((keys) => `index ${names(keys).join(',')}`),
    ].sort(),
  };
}

/** The shape of every table that the database really has, read from its own catalogue. */
export function schemaOf(database: Database): Promise<Record<string, Shape>> {
  return database.dialect === 'mysql' ? schemaOfMysql(database) : schemaOfSqlite(database);
}

async function schemaOfSqlite({ read }: Database): Promise<Record<string, Shape>> {
  const names = await read.rows<{ name: string }>(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
  );
  const shapes: Record<string, Shape> = {};
  for (const { name } of names.filter((table) => table.name !== BOOKKEEPING))
    shapes[name] = await tableOfSqlite(read, name);
  return shapes;
}

async function tableOfSqlite(read: Database['read'], name: string): Promise<Shape> {
  const columns = await read.rows<{ name: string; notnull: number; pk: number }>(
    `SELECT name, "notnull", pk FROM pragma_table_info('${name}')`,
  );
  const indexes = await read.rows<{ name: string; unique: number; origin: string }>(
    `SELECT name, "unique", origin FROM pragma_index_list('${name}') WHERE origin <> 'pk'`,
  );
  const described: string[] = [];
  for (const index of indexes) {
    const parts = await read.rows<{ name: string }>(
      `SELECT name FROM pragma_index_info('${index.name}') ORDER BY seqno`,
    );
    described.push(`${index.unique ? 'unique' : 'index'} ${parts.map((part) => part.name).join(',')}`);
  }
  return {
    columns: Object.fromEntries(columns.map((c) => [c.name, c.notnull ? 'not null' : 'null'] as const).sort()),
    primary: columns
      .filter((c) => c.pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((c) => c.name),
    indexes: described.sort(),
  };
}

async function schemaOfMysql({ read }: Database): Promise<Record<string, Shape>> {
  const columns = await read.rows<{ t: string; c: string; n: string }>(
    'SELECT table_name AS t, column_name AS c, is_nullable AS n FROM information_schema.columns WHERE table_schema = DATABASE()',
  );
  const indexes = await read.rows<{ t: string; i: string; nu: number | string; c: string }>(
    `SELECT table_name AS t, index_name AS i, non_unique AS nu, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS c
       FROM information_schema.statistics WHERE table_schema = DATABASE() GROUP BY table_name, index_name, non_unique`,
  );
  const names = [...new Set(columns.map((column) => column.t))].filter((name) => name !== BOOKKEEPING);
  return Object.fromEntries(
    names.map((name) => {
      const own = indexes.filter((index) => index.t === name);
      const shape: Shape = {
        columns: Object.fromEntries(
          columns
            .filter((c) => c.t === name)
            .map((c) => [c.c, c.n === 'YES' ? 'null' : 'not null'] as const)
            .sort(),
        ),
        primary: own.find((index) => index.i === 'PRIMARY')?.c.split(',') ?? [],
        indexes: own
          .filter((index) => index.i !== 'PRIMARY')
          .map((index) => `${Number(index.nu) ? 'index' : 'unique'} ${index.c}`)
          .sort(),
      };
      return [name, shape];
    }),
  );
}
