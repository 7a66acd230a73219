import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where distributions put servers, besides PATH. */
const FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/usr/bin', '/opt/homebrew/bin'];

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 25;
const STOP_GRACE_MS = 10_000;

/** Flushing at every commit is what production does; tests need no such promise of a server that is thrown away. */
const DURABILITY = {
  fast: [
    '--innodb-flush-log-at-trx-commit=0',
    '--skip-innodb-doublewrite',
    '--innodb-buffer-pool-size=128M',
    '--innodb-log-file-size=64M',
  ],
  full: [
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-doublewrite=1',
    '--innodb-buffer-pool-size=1G',
    '--innodb-log-file-size=512M',
  ],
};

const USER = 'fenrun';
const PASSWORD = 'fenrun';

/** The server program of MariaDB or MySQL on this machine, or undefined. */
export function findMariadb() {
  const server = findProgram('mariadbd') ?? findProgram('mysqld');
  if (!server) return undefined;
  const install = findProgram('mariadb-install-db') ?? findProgram('mysql_install_db');
  return { server, install };
}

/**
 * Starts a private server on a free loopback port with its data in a temporary folder, or answers undefined where none is
 * installed. `databases` are made. The server ends with `stop`, at the latest with this process.
 */
export async function startMariadb({ durability = 'fast', databases = ['fenrun'], folder } = {}) {
  const programs = findMariadb();
  if (!programs) return undefined;
  const home = folder ?? mkdtempSync(join(tmpdir(), 'fenrun-mariadb-'));
  mkdirSync(home, { recursive: true });
  const data = join(home, 'data');
  if (!existsSync(join(data, 'mysql'))) initialise(programs, data);
  const port = await freePort();
  const child = launch(programs.server, { home, data, port, durability, databases });
  const endNow = () => child.kill('SIGKILL');
  process.on('exit', endNow);
  await awaitReady(child, port, home);
  return {
    host: '127.0.0.1',
    port,
    user: USER,
    password: PASSWORD,
    pid: child.pid,
    url: (database) => `mysql://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.off('exit', endNow);
      await end(child);
      if (!folder) rmSync(home, { recursive: true, force: true });
    },
  };
}

function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...FOLDERS];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Both programs refuse to run as root unless told so. */
const asUser = () => (process.getuid?.() === 0 ? [`--user=${userInfo().username}`] : []);

function initialise({ server, install }, data) {
  const made = install
    ? spawnSync(
        install,
        [
          '--no-defaults',
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          `--datadir=${data}`,
          ...asUser(),
        ],
        { encoding: 'utf8' },
      )
    : spawnSync(server, ['--no-defaults', '--initialize-insecure', `--datadir=${data}`, ...asUser()], {
        encoding: 'utf8',
      });
  if (made.status !== 0) throw new Error(`the private database could not be made:\n${made.stdout}\n${made.stderr}`);
}

function launch(server, { home, data, port, durability, databases }) {
  const sql = [
    ...databases.map((name) => `CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;`),
    `CREATE USER IF NOT EXISTS '${USER}'@'127.0.0.1' IDENTIFIED BY '${PASSWORD}';`,
    `GRANT ALL ON *.* TO '${USER}'@'127.0.0.1';`,
  ];
  writeFileSync(join(home, 'init.sql'), `${sql.join('\n')}\n`);
  const args = [
    '--no-defaults',
    ...asUser(),
    `--datadir=${data}`,
    `--socket=${join(home, 's.sock')}`,
    `--pid-file=${join(home, 'pid')}`,
    `--log-error=${join(home, 'error.log')}`,
    `--init-file=${join(home, 'init.sql')}`,
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    '--skip-log-bin',
    '--skip-name-resolve',
    '--character-set-server=utf8mb4',
    '--max-allowed-packet=64M',
    ...DURABILITY[durability],
  ];
  return spawn(server, args, { stdio: 'ignore' });
}

/** Ready is when the server greets a connection: it does so only after the init file has run. */
async function awaitReady(child, port, home) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    if (await greets(port)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  child.kill('SIGKILL');
  throw new Error(`the private database did not start; see ${join(home, 'error.log')}`);
}

function greets(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (greeted) => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', () => answer(true));
    socket.once('error', () => answer(false));
    socket.setTimeout(1000, () => answer(false));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    child.kill('SIGTERM');
  });
}
