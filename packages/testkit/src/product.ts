import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

/** The built product, running as its users run it: the server and the WeChat emulator as processes of their own. */
export interface Product {
  /** `http://127.0.0.1:port`, without a slash at its end. */
  readonly url: string;
  readonly dataDir: string;
  readonly emulator: { readonly mp: string; readonly pay: string; readonly control: string };
  readonly serverPid: number;
  /** Everything that the server wrote to its outputs so far. */
  log(): string;
  /** Ends the server with a signal and waits; the emulator and the data stay. */
  stopServer(signal?: NodeJS.Signals): Promise<void>;
  /** Starts the server again on the same port and data. */
  startServer(): Promise<void>;
  /** Ends everything and removes the data. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** Further environment; `DB_URL` and `DEMO` among others. */
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds until the server must be ready; the demo's first start takes its time. */
  readonly readyWithinMs?: number;
}

const root = resolve(import.meta.dirname, '../../..');
const GRACE_MS = 10_000;

/** Starts the built product on free ports and an empty data folder. Builds must be fresh: `npm run build`. */
export async function startProduct({ env = {}, readyWithinMs = 170_000 }: ProductOptions = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fenrun-product-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const emulator = await startEmulator(join(dataDir, 'wechat-emulator'));
  const serverEnv = {
    ...process.env,
    NODE_ENV: 'development',
    DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: dataDir,
    WECHAT_API_BASE: emulator.addresses.mp,
    WECHAT_PAY_BASE: emulator.addresses.pay,
    WECHAT_EMULATOR_CONTROL: emulator.addresses.control,
    ...env,
  };
  let log = '';
  let server = await startServer();
  async function startServer(): Promise<ChildProcess> {
    const child = launch(join(root, 'server/dist/main.cjs'), [], serverEnv);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        log += chunk;
      });
    }
    await awaitReady(url, child, readyWithinMs, () => log);
    return child;
  }
  return {
    url,
    dataDir,
    emulator: emulator.addresses,
    get serverPid() {
      return server.pid as number;
    },
    log: () => log,
    stopServer: (signal = 'SIGTERM') => end(server, signal),
    startServer: async () => {
      server = await startServer();
    },
    stop: async () => {
      await end(server, 'SIGTERM');
      await end(emulator.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function launch(file: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  const child = spawn(process.execPath, ['--enable-source-maps', file, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

async function startEmulator(dir: string) {
  const child = launch(
    join(root, 'packages/wechat-emulator/dist/main.cjs'),
    ['--dir', dir, '--merchants', 'demo,other'],
    process.env,
  );
  const lines = createInterface(child.stdout as NodeJS.ReadableStream);
  const line = await new Promise<string>((take, fail) => {
    lines.once('line', take);
    child.once('exit', () => fail(new Error('the emulator did not start')));
  });
  return { child, addresses: JSON.parse(line) as Product['emulator'] };
}

async function awaitReady(url: string, child: ChildProcess, withinMs: number, log: () => string): Promise<void> {
  const until = Date.now() + withinMs;
  while (Date.now() < until && child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready:\n${log().slice(-4000)}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    child.once('exit', () => {
      clearTimeout(timer);
      done();
    });
    child.kill(signal);
  });
}

function freePort(): Promise<number> {
  return new Promise((take, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => take(port));
    });
  });
}
