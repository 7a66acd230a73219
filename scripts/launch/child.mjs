import { spawn } from 'node:child_process';
import { root } from './place.mjs';

/** How long a child has to end by itself before it is ended, in milliseconds. */
const GRACE_MS = 8000;

/** Room for what lives as long as one batch: with V8's own 16 MiB a busy server spends a tenth of its time collecting. */
const MEMORY = ['--max-semi-space-size=32'];

/**
 * Starts a Node program of ours as a child in a process group of its own, so that Ctrl-C reaches it once, through us.
 * Its standard input is a pipe that ends with us: a child that watches it never outlives us.
 */
export function startChild(file, args, { env, stdout }) {
  const child = spawn(process.execPath, ['--enable-source-maps', ...MEMORY, file, ...args], {
    cwd: root,
    env,
    stdio: ['pipe', stdout, 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGTERM' || signal === 'SIGINT' ? 0 : 1)));
  });
  const stop = async (graceMs = GRACE_MS) => {
    if (child.exitCode !== null || child.signalCode !== null) return ended;
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    const code = await ended;
    clearTimeout(timer);
    return code;
  };
  return { child, ended, stop };
}
