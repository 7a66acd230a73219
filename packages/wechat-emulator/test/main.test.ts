import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'emulator-main-'));
const bundle = join(folder, 'out', 'main.cjs');

beforeAll(() => {
  const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js');
  const out = join(folder, 'out');
  execFileSync(process.execPath, [vite, 'build', '--ssr', 'src/main.ts', '--outDir', out, '--logLevel', 'error'], {
    cwd: home,
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

interface Running {
  readonly child: ChildProcess;
  readonly ready: { ready: boolean; mp: string; pay: string; control: string };
  readonly ended: Promise<number | null>;
}

async function run(state: string, ...args: string[]): Promise<Running> {
  const env = { ...process.env, EMULATOR_DIR: join(folder, state) };
  const child = spawn(process.execPath, [bundle, ...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const line = await new Promise<string>((resolve) => child.stdout?.once('data', (bytes) => resolve(String(bytes))));
  return { child, ended, ready: JSON.parse(line) };
}

async function config(running: Running) {
  return (await fetch(`${running.ready.control}/control/config`)).json();
}

test('it says where it listens, ends cleanly on SIGTERM, and comes back with the same keys', async () => {
  const first = await run('kept', '--merchants', 'demo,other');
  expect(first.ready).toMatchObject({ ready: true, mp: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) });
  const before = (await config(first)) as { pairs: { name: string; merchant: { privateKey: string } }[] };
  expect(before.pairs.map((pair) => pair.name)).toEqual(['demo', 'other']);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  expect(JSON.parse(readFileSync(join(folder, 'kept', 'state.json'), 'utf8')).version).toBe(1);
  const second = await run('kept');
  expect(((await config(second)) as typeof before).pairs).toEqual(before.pairs);
  second.child.stdin?.end();
  expect(await second.ended).toBe(0);
}, 30_000);

test('it ends with its parent: when its stdin closes, also while a client keeps a connection', async () => {
  const running = await run('parent');
  await config(running);
  running.child.stdin?.destroy();
  expect(await running.ended).toBe(0);
}, 30_000);

test('a wrong port is told on stderr and ends it with 1', async () => {
  const child = spawn(process.execPath, [bundle, '--mp-port', 'x'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const said = new Promise<string>((resolve) => child.stderr.once('data', (bytes) => resolve(String(bytes))));
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1);
  expect(await said).toContain('--mp-port is a whole number');
}, 30_000);
