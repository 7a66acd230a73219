import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binFile, inRoot, stampFolder } from './place.mjs';
import { targets } from './targets.mjs';
import { Stop, say } from './terminal.mjs';

/** Builds run at once; each of the two big ones keeps about one core busy. */
const AT_ONCE = 2;

/** Lines of a build's output that are shown when it fails. */
const LINES_SHOWN = 60;

/** Builds those of the named targets that are stale, the longest first, two at a time. */
export async function build(names) {
  const stale = names
    .map((name) => ({ name, ...targets[name], hash: hashOf(targets[name]) }))
    .filter((target) => !isFresh(target));
  if (stale.length === 0) return;
  say(`building: ${stale.map((target) => target.title).join(', ')}`);
  const waiting = [...stale].sort((a, b) => weight(b) - weight(a));
  const worker = async () => {
    for (let target = waiting.shift(); target; target = waiting.shift()) await buildOne(target);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

const weight = (target) => ['emulator', 'bench', 'server', 'admin', 'weapp', 'h5'].indexOf(target.name);

const stampOf = (name) => join(stampFolder, `built-${name}`);

function isFresh({ name, output, hash }) {
  const stamp = stampOf(name);
  return existsSync(inRoot(output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

async function buildOne({ name, title, folder, bin, args, output, hash }) {
  const began = Date.now();
  const { code, lines } = await runQuietly(folder, [binFile(folder, ...bin), ...args]);
  if (code !== 0 || !existsSync(inRoot(output))) throw new Stop(`building the ${title} failed:\n${lines.join('\n')}`);
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stampOf(name), hash);
  say(`  ${title} built in ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function runQuietly(folder, args) {
  const child = spawn(process.execPath, args, {
    cwd: inRoot(folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  let text = '';
  const take = (chunk) => {
    text = (text + chunk).slice(-20_000);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, lines: text.trimEnd().split('\n').slice(-LINES_SHOWN) }));
  });
}

function hashOf({ inputs, args, env = [] }) {
  const hash = createHash('sha256').update(
    JSON.stringify([args, env.map((name) => process.env[name] ?? null), process.version]),
  );
  for (const input of inputs)
    for (const file of filesOf(input))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(inRoot(file)));
  return hash.digest('hex');
}

/** The files below a path of the workspace, in a stable order; nothing if it does not exist. */
function filesOf(path) {
  const full = inRoot(path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  const names = readdirSync(full).sort();
  return names
    .filter((name) => name !== 'node_modules' && name !== 'dist')
    .flatMap((name) => filesOf(`${path}/${name}`));
}
