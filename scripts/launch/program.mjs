import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { startMariadb } from '../../tooling/mariadb.mjs';
import { build } from './build.mjs';
import { inRoot } from './place.mjs';
import { Stop } from './terminal.mjs';

/** No such program here: the exit code of `doors.md` for a database that cannot be had. */
const NO_DATABASE = 2;

/**
 * Builds what is stale and runs a built program with its arguments, in the caller's folder, so that paths mean what they
 * say there. Answers its exit code. With `privateDatabase`, `--db mysql` without DB_URL gets a private server.
 */
export async function runProgram(target, file, args, { alsoBuild = [], privateDatabase = false } = {}) {
  await build([target, ...alsoBuild]);
  if (!existsSync(inRoot(file))) throw new Stop('there is no such command yet', 2);
  const database = privateDatabase && asksForMysql(args) && !process.env.DB_URL ? await openPrivate() : undefined;
  try {
    return await run(file, args, database ? { DB_URL: database.url('fenrun') } : {});
  } finally {
    await database?.stop();
  }
}

function asksForMysql(args) {
  const at = args.indexOf('--db');
  return args.includes('--db=mysql') || (at >= 0 && args[at + 1] === 'mysql');
}

async function openPrivate() {
  const database = await startMariadb({ durability: 'fast', databases: ['fenrun'] });
  if (!database) throw new Stop('--db mysql needs DB_URL, or MariaDB or MySQL installed on this machine', NO_DATABASE);
  return database;
}

function run(file, args, extra) {
  const env = { DATA_DIR: inRoot('data'), ...process.env, ...extra };
  const child = spawn(process.execPath, ['--enable-source-maps', inRoot(file), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env,
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
