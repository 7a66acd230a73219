import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startChild } from './child.mjs';
import { inRoot } from './place.mjs';
import { print, Stop, say } from './terminal.mjs';

/** How long the server may take to say that it is ready: the first start makes the demo shop, on a slow disk for minutes. */
const READY_WITHIN_MS = 600_000;
const ASK_EVERY_MS = 100;

/** The emulator has nothing to finish once the server has ended. */
const EMULATOR_GRACE_MS = 1500;

/** Runs the emulator and the server until a signal or the end of either; answers the exit code. */
export async function start(args) {
  const env = environment();
  const signal = awaitSignal();
  const emulator = needsEmulator(env) ? await startEmulator(env) : undefined;
  const server = startChild(inRoot('server/dist/main.cjs'), args, { env, stdout: 'inherit' });
  const ends = [server.ended, signal, ...(emulator ? [emulator.ended] : [])];
  let code = 0;
  try {
    const ready = awaitReady(env);
    const early = await Promise.race([ready, ...ends]);
    if (early === 'ready') {
      welcome(env);
      await Promise.race(ends);
    }
    code = (await endedWith(server)) ?? 0;
  } finally {
    say('stopping');
    code = (await server.stop()) || code;
    await emulator?.stop(EMULATOR_GRACE_MS);
  }
  return code;
}

function environment() {
  const production = process.env.NODE_ENV === 'production';
  const env = { ...process.env };
  env.NODE_ENV ??= 'development';
  env.DEMO ??= production ? '0' : '1';
  env.HOST ??= '127.0.0.1';
  env.PORT ??= '7001';
  env.DATA_DIR ??= inRoot('data');
  return env;
}

function needsEmulator(env) {
  return env.DEMO === '1' && !env.WECHAT_API_BASE && !env.WECHAT_PAY_BASE;
}

/** The emulator says on one line of JSON where it listens; its addresses become the server's. */
async function startEmulator(env) {
  say('starting the WeChat emulator');
  const emulator = startChild(
    inRoot('packages/wechat-emulator/dist/main.cjs'),
    ['--dir', `${env.DATA_DIR}/wechat-emulator`, '--merchants', 'demo,other'],
    { env, stdout: 'pipe' },
  );
  const lines = createInterface(emulator.child.stdout);
  const line = await Promise.race([new Promise((resolve) => lines.once('line', resolve)), emulator.ended]);
  if (typeof line !== 'string') throw new Stop('the WeChat emulator did not start');
  const { mp, pay, control } = JSON.parse(line);
  Object.assign(env, { WECHAT_API_BASE: mp, WECHAT_PAY_BASE: pay, WECHAT_EMULATOR_CONTROL: control });
  return emulator;
}

/** Resolves with `ready` once the server may be sent traffic. */
async function awaitReady({ HOST, PORT, DEMO, DB_URL, DATA_DIR }) {
  const isFirst = DEMO === '1' && !DB_URL && !existsSync(join(DATA_DIR, 'fenrun.db'));
  say(
    isFirst
      ? 'starting the server; the first time it makes the demo shop, which takes half a minute'
      : 'starting the server',
  );
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const answer = await fetch(`http://${host.includes(':') ? `[${host}]` : host}:${PORT}/readyz`).catch(
      () => undefined,
    );
    if (answer?.ok) return 'ready';
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw new Stop(`the server was not ready within ${READY_WITHIN_MS / 1000} s`);
}

/** The exit code of a child that has ended already, else undefined. */
function endedWith({ child }) {
  return child.exitCode ?? (child.signalCode ? 1 : undefined);
}

/** Resolves at SIGINT, SIGTERM or SIGHUP, and when whoever started us is gone (npm does not always pass signals on). `npm start` says `exec`, so that a signal to npm reaches this process and no shell; Windows, which has none, takes the second half. */
function awaitSignal() {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => resolve(name));
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve('parent'), 250).unref();
  });
}

function welcome(env) {
  const url = (env.PUBLIC_URL || `http://${env.HOST}:${env.PORT}`).replace(/\/$/, '');
  say('ready');
  print(`
  Console        ${url}/admin/
  Mini-program   ${url}/m/
  API            ${url}/docs   (OpenAPI: ${url}/api/openapi.json)
${env.DEMO === '1' ? signIn : ''}
  Stop with Ctrl-C.
`);
}

const signIn = `
  Sign in to the console as owner@demo.test with the password demo-owner-1.
  The mini-program's preview lets you choose whom to play.
`;
