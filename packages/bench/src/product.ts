import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const READY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 25;
const STOP_GRACE_MS = 12_000;
const OUTPUT_AT_MOST = 64 * 1024 * 1024;

/** Any key does for a database that is thrown away. */
const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** Where an installation keeps what it knows. Without `dbUrl` it is the embedded database in `dataDir`. */
export interface Home {
  readonly dataDir: string;
  readonly dbUrl?: string;
}

/** The product as its operator runs it: built programs as processes of their own. */
export interface Product {
  readonly home: Home;
  readonly port: number;
  readonly base: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** Starts the built server on a home and waits until it may be sent traffic. Node's own flags (a profiler's) may be added. */
export async function startProduct(
  home: Home,
  given: { port?: number; flags?: readonly string[] } = {},
): Promise<Product> {
  const port = given.port ?? (await freePort());
  const child = spawn(process.execPath, [...(given.flags ?? flagsOf()), builtFile('main.cjs')], {
    env: { ...environmentOf(home), PORT: String(port), HOST: '127.0.0.1', DEMO: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const endNow = () => child.kill('SIGKILL');
  process.on('exit', endNow);
  child.once('exit', () => process.off('exit', endNow));
  const base = `http://127.0.0.1:${port}`;
  await awaitReady(child, base);
  return { home, port, base, process: child, stop: () => end(child) };
}

/** The server is given the memory that `npm start` gives it. */
const MEMORY = '--max-semi-space-size=32';

/** Flags for the measured server, for whoever looks for its hot spots: `BENCH_SERVER_FLAGS="--cpu-prof"`. */
function flagsOf(): string[] {
  return (process.env['BENCH_SERVER_FLAGS'] ?? MEMORY).split(' ').filter(Boolean);
}

/** Runs one command of `pnpm cli` on a home and answers the JSON document that it prints, whether it says that all is well or not. */
export async function runCli<T>(home: Home, ...args: readonly string[]): Promise<T> {
  const run = promisify(execFile)(process.execPath, [builtFile('cli.cjs'), ...args, '--json'], {
    env: environmentOf(home),
    maxBuffer: OUTPUT_AT_MOST,
  });
  const { stdout, stderr } = await run.catch((error: { stdout?: string; stderr?: string }) => ({
    stdout: error.stdout ?? '',
    stderr: error.stderr ?? String(error),
  }));
  if (stdout === '') throw new Error(`cli ${args[0]}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function environmentOf({ dataDir, dbUrl }: Home): NodeJS.ProcessEnv {
  const { DB_URL: _, ...rest } = process.env;
  return { ...rest, DATA_DIR: dataDir, SECRET_KEY, ...(dbUrl ? { DB_URL: dbUrl } : {}) };
}

/** A program that the build of the server made; looked for from this file upwards, because it runs as source and as a bundle. */
function builtFile(name: string): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'server/dist', name);
    if (existsSync(file)) return file;
  }
  throw new Error(`server/dist/${name} is not built`);
}

async function awaitReady(child: ChildProcess, base: string): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until && child.exitCode === null) {
    const answer = await fetch(`${base}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  child.kill('SIGKILL');
  throw new Error('the server did not become ready');
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
