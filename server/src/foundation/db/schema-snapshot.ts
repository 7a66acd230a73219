import type { Column } from './columns';
import { indexName } from './entities';
import { type Table, tables } from './table';

/** A table as a migration freezes it: plain data, independent of what the code says later. */
export interface TableSnapshot {
  readonly name: string;
  readonly columns: readonly ColumnSnapshot[];
  readonly primary: readonly string[];
  readonly indexes: readonly { name: string; columns: readonly string[]; unique: boolean }[];
}

export interface ColumnSnapshot extends Pick<Column, 'kind' | 'length' | 'nullable'> {
  readonly name: string;
}

/** The schema that the code defines, as data, in order of table names. */
export function currentSchema(): TableSnapshot[] {
  return [...tables.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).map(snapshotOf);
}

function snapshotOf(table: Table): TableSnapshot {
  const indexOf = (keys: readonly string[], unique: boolean) => ({
    name: indexName(unique ? 'uq' : 'ix', table, keys),
    columns: keys.map((key) => table.names[key] as string),
    unique,
  });
  return {
    name: table.name,
    columns: Object.entries(table.columns).map(([key, { kind, length, nullable }]) => ({
      name: table.names[key] as string,
      kind,
      ...(length ? { length } : {}),
      nullable,
    })),
    primary: table.primary.map((key) => table.names[key] as string),
    indexes: [...table.unique.map((k) => indexOf(k, true)), ...table.indexes.map((k) => indexOf(k, false))],
  };
}
