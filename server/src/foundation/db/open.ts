import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database';
import { openMysql } from './mysql';
import { openSqlite } from './sqlite';

export interface DatabaseAddress {
  /** `mysql://…` or `mariadb://…`; absent means the embedded database in `dataDir`. */
  readonly url?: string | undefined;
  readonly dataDir: string;
}

/** Opens the database that the installation runs on and brings its schema up to date. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const database = await openUnmigrated(address);
  await database.source.runMigrations({ transaction: 'each' });
  return database;
}

function openUnmigrated({ url, dataDir }: DatabaseAddress): Promise<Database> {
  if (url) {
    if (!/^(mysql|mariadb):\/\//.test(url)) throw new Error('DB_URL must begin with mysql:// or mariadb://');
    return openMysql(url);
  }
  mkdirSync(dataDir, { recursive: true });
  return openSqlite({ file: join(dataDir, 'fenrun.db'), synchronous: 'FULL' });
}
