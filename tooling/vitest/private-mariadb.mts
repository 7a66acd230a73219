import type { TestProject } from 'vitest/node';
import './provided.mts';
import { startMariadb } from '../mariadb.mjs';

/** Starts the server that the suites of this project run on: the one of TEST_DB_SERVER, else a private one. */
export default async function setup(project: TestProject) {
  const given = process.env['TEST_DB_SERVER'];
  if (given) {
    project.provide('mysqlServer', given.replace(/\/$/, ''));
    return undefined;
  }
  const database = await startMariadb({ durability: 'fast' });
  if (!database) throw new Error('neither MariaDB nor MySQL is installed');
  project.provide('mysqlServer', database.url('').replace(/\/$/, ''));
  return () => database.stop();
}
