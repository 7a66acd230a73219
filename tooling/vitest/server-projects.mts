import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProjectConfiguration } from 'vitest/config';
import { findMariadb } from '../mariadb.mjs';

const server = resolve(import.meta.dirname, '../../server');
const tool = (name: string) => resolve(import.meta.dirname, name);

const common = {
  root: server,
};

const test = {
  // Loading the framework takes longer than most files' tests: the files of a worker share it, one after another.
  isolate: false,
  environment: 'node' as const,
  testTimeout: 30_000,
  hookTimeout: 60_000,
  setupFiles: ['reflect-metadata'],
};

/**
 * The server's tests, once on the embedded database and, for those that open a database at all, once more on MariaDB or
 * MySQL. Without such a server on this machine the second project is left out; the runner says so, and in CI it fails.
 */
export function serverProjects(): TestProjectConfiguration[] {
  const projects: TestProjectConfiguration[] = [
    {
      ...common,
      test: {
        ...test,
        name: 'server',
        include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
        globalSetup: [tool('test-folder.mts')],
        env: { FENRUN_TEST_DB: 'sqlite' },
      },
    },
  ];
  if (!hasMysql()) return projects;
  projects.push({
    ...common,
    test: {
      ...test,
      name: 'server-mysql',
      include: testsWithDatabase(),
      globalSetup: [tool('test-folder.mts'), tool('private-mariadb.mts')],
      env: { FENRUN_TEST_DB: 'mysql' },
    },
  });
  return projects;
}

export function hasMysql(): boolean {
  return Boolean(process.env['TEST_DB_SERVER']) || findMariadb() !== undefined;
}

/** Tests that never open a database decide the same on every database, so they run once. */
function testsWithDatabase(): string[] {
  const files = ['test', 'src'].flatMap((folder) =>
    readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  );
  const usesDatabase = /support\/(database|server|world|app|story|harness)|testDatabase/;
  return files.filter(
    (file) => file.endsWith('.test.ts') && usesDatabase.test(readFileSync(join(server, file), 'utf8')),
  );
}
