import { EntitySchema } from 'typeorm';
import type { Column, ColumnKind } from './columns';
import type { Dialect } from './sql';
import { type Table, tables } from './table';

interface ColumnType {
  readonly type: string;
  readonly length?: string;
  readonly charset?: string;
  readonly collation?: string;
}

const BYTES = { charset: 'ascii', collation: 'ascii_bin' };
const UNICODE = { charset: 'utf8mb4', collation: 'utf8mb4_bin' };

/** The type of each kind of column on MySQL; SQLite takes the same names without character sets. */
const TYPES: Record<ColumnKind, ColumnType> = {
  id: { type: 'varchar', length: '26', ...BYTES },
  outside: { type: 'varchar', ...UNICODE },
  text: { type: 'varchar', ...UNICODE },
  long: { type: 'text', ...UNICODE },
  json: { type: 'text', ...UNICODE },
  money: { type: 'bigint' },
  count: { type: 'bigint' },
  instant: { type: 'bigint' },
  day: { type: 'varchar', ...BYTES },
  flag: { type: 'tinyint' },
  rate: { type: 'bigint' },
};

/** The database type of a column. Texts without a bound are LONGTEXT on MySQL, where TEXT would end at 64 KiB. */
export function columnType(column: Column, dialect: Dialect): ColumnType {
  const { type, charset, collation, length } = TYPES[column.kind];
  const size = column.length ? String(column.length) : length;
  const sized = size ? { length: size } : {};
  if (dialect === 'sqlite') return { type, ...sized };
  return { type: type === 'text' ? 'longtext' : type, ...sized, ...(charset ? { charset, collation } : {}) };
}

/** TypeORM's view of every defined table, for the cold paths and for the test that holds it against the migrations. */
export function entities(dialect: Dialect): EntitySchema[] {
  return [...tables.values()].map((table) => entityOf(table, dialect));
}

function entityOf(table: Table, dialect: Dialect): EntitySchema {
  const columns = Object.entries(table.columns).map(([key, column]) => [
    key,
    {
      ...columnType(column, dialect),
      name: table.names[key],
      nullable: column.nullable,
      primary: table.primary.includes(key),
    },
  ]);
  return new EntitySchema({
    name: table.name,
    tableName: table.name,
    withoutRowid: dialect === 'sqlite',
    columns: Object.fromEntries(columns) as never,
    indices: [
      ...table.unique.map((keys) => ({ name: indexName('uq', table, keys), columns: [...keys], unique: true })),
      ...table.indexes.map((keys) => ({ name: indexName('ix', table, keys), columns: [...keys] })),
    ],
  });
}

/** `uq_commission_order_id_payee_id_kind`; cut to the 64 characters that MySQL allows. */
export function indexName(prefix: 'uq' | 'ix', table: Pick<Table, 'name' | 'names'>, keys: readonly string[]): string {
  const parts = keys.filter((key) => key !== 'merchantId').map((key) => table.names[key]);
  return `${prefix}_${table.name}_${parts.join('_')}`.slice(0, 64);
}
